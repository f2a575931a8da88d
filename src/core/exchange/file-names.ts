/** A title as a file name, without an ending, that every system takes. */
export function fileNameFor(title: string): string {
  const name = title
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const short = beginningOf(name).replace(/[. ]+$/, '') || 'comparison';
  return KEPT_BY_WINDOWS.test(short) ? `${short}_` : short;
}

/** In characters, to be read. */
const MAX_NAME = 80;
/** In UTF-8: most systems take 255 bytes with all endings. */
const MAX_BYTES = 200;

function beginningOf(name: string): string {
  let bytes = 0;
  const characters = Array.from(name).slice(0, MAX_NAME);
  const end = characters.findIndex((character) => {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    return bytes > MAX_BYTES;
  });
  return characters.slice(0, end === -1 ? MAX_NAME : end).join('');
}

const KEPT_BY_WINDOWS = /^(?:con(?:in\$|out\$)?|prn|aux|nul|(?:com|lpt)[\d¹²³])(?: *\.|$)/i;

/** Makes file names out of titles, no two of them the same on systems that know no capitals: "Title", "Title (2)". */
export function fileNamer(): (title: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (title) => {
    const name = fileNameFor(title);
    const key = keyOf(name);
    let count = counts.get(key) ?? 0;
    let unique: string;
    do {
      count += 1;
      unique = count === 1 ? name : `${name} (${count})`;
    } while (taken.has(keyOf(unique)));
    counts.set(key, count);
    taken.add(keyOf(unique));
    return unique;
  };
}

/** What systems that know no capitals tell names by. */
function keyOf(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}
