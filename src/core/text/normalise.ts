const BOMS = /^\uFEFF+/;
const NUL = /\0/g;

/** An imported text as Diptych keeps it: line ends become LF, leading BOMs and NULs go, all else stays. */
export function normaliseText(raw: string): string {
  return raw.replaceAll(NUL, '').replace(BOMS, '').replaceAll(/\r\n?/g, '\n');
}
