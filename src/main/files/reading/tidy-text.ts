// Marks that no reader sees: hyphenation and break hints, byte-order marks, and controls other than tab and line end.
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]|(?![\t\n])\p{Cc}/gu;

/** A paragraph's text out of markup or a page layout: spaces as one plain space, `pre` ones as they are. */
export function tidy(text: string, pre = false): string {
  const clean = text.replaceAll(/\r\n?/g, '\n').replaceAll(INVISIBLE, '').replaceAll('\u00A0', ' ');
  if (pre) return clean.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  return clean
    .replaceAll(/ +/g, ' ')
    .replaceAll(/ ?([\n\t]) ?/g, '$1')
    .trim();
}
