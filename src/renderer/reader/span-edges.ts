import { wordEnd, wordStart } from '../../core/text/boundaries';
import { directionOf } from '../../core/text/direction';
import type { Span } from '../../core/text/quote-selector';
import type { ArticleDom } from './article-dom';

/** Where a span begins or ends on the screen, in pixels of the viewport: beside its first or last word, as that runs. */
export function edgeOf(
  dom: ArticleDom,
  text: string,
  span: Span,
  edge: 'start' | 'end',
): { readonly x: number; readonly y: number; readonly height: number } | null {
  const word: Span =
    edge === 'start'
      ? { start: span.start, end: Math.min(wordEnd(text, span.start, true), span.end) }
      : { start: Math.max(wordStart(text, span.end, false), span.start), end: span.end };
  const range = dom.rangeOf(word);
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
  const rect = edge === 'start' ? rects[0] : rects.at(-1);
  if (!rect) return null;
  const around = range.startContainer.parentElement?.matches(':dir(rtl)') ? 'rtl' : 'ltr';
  const direction = directionOf(text.slice(word.start, word.end), around);
  const atLeft = (edge === 'start') === (direction === 'ltr');
  return { x: atLeft ? rect.left : rect.right, y: rect.top, height: rect.height };
}
