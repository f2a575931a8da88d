const BOM = '\uFEFF';
const NUL = /\0/g;

/** An imported text as Diptych keeps it: line ends become LF, a leading BOM and NULs go, all else stays. */
export function normaliseText(raw: string): string {
  const withoutBom = raw.startsWith(BOM) ? raw.slice(1) : raw;
  return withoutBom.replaceAll(NUL, '').replaceAll(/\r\n?/g, '\n');
}
