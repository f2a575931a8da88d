import type { Span } from './quote-selector';

/** The lines of a text that hold more than white space, each without its line end. */
export function paragraphsOf(text: string): readonly Span[] {
  const paragraphs: Span[] = [];
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (text.slice(start, end).trim() !== '') paragraphs.push({ start, end });
    start = end + 1;
  }
  return paragraphs;
}

/** The line that holds `offset`, without its line end. */
export function lineAt(text: string, offset: number): Span {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  return { start, end: newline === -1 ? text.length : newline };
}

/** The index of the paragraph that holds `offset` or, between paragraphs, of the next one; the last at the end. */
export function paragraphIndexAt(paragraphs: readonly Span[], offset: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((paragraphs[middle] as Span).end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
