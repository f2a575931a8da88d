/** A text as searches in titles and lists compare it: in lower case, without accents. Offsets are not kept. */
export function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
