/** A title as a file name, without an ending, that every system takes. */
export function fileNameFor(title: string): string {
  const name = title
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = Array.from(name).slice(0, MAX_NAME).join('').trim() || 'comparison';
  return KEPT_BY_WINDOWS.test(short) ? `${short}_` : short;
}

const MAX_NAME = 80;
const KEPT_BY_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Makes file names out of titles, no two of them the same on systems that know no capitals: "Title", "Title (2)". */
export function fileNamer(): (title: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (title) => {
    const name = fileNameFor(title);
    const key = name.normalize('NFC').toLowerCase();
    let count = counts.get(key) ?? 0;
    let unique: string;
    do {
      count += 1;
      unique = count === 1 ? name : `${name} (${count})`;
    } while (taken.has(unique.normalize('NFC').toLowerCase()));
    counts.set(key, count);
    taken.add(unique.normalize('NFC').toLowerCase());
    return unique;
  };
}
