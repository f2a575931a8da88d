import { wordStart } from '../../core/text/boundaries';
import type { ArticleDom } from './article-dom';

/** How much of a screen is seen again after turning the page, in pixels. */
const OVERLAP = 60;

/** Scrolls an article by a screen; the answer is the start of the word that now stands where the cursor stood. */
export function pageFrom(text: string, dom: ArticleDom, at: number, forward: boolean): number {
  const pane = dom.root.closest<HTMLElement>('[data-pane]');
  if (!pane) return at;
  const box = pane.getBoundingClientRect();
  const mark = dom.rangeOf({ start: at, end: at + 1 }).getBoundingClientRect();
  const isSeen = mark.top >= box.top && mark.bottom <= box.bottom;
  const y = isSeen ? (mark.top + mark.bottom) / 2 : box.top + box.height / 2;
  const column = dom.root.getBoundingClientRect();
  const x = isSeen ? mark.left + 1 : column.left + 1;
  const before = pane.scrollTop;
  pane.scrollTo({ top: before + (forward ? 1 : -1) * (box.height - OVERLAP), behavior: 'instant' });
  const found = pane.scrollTop === before ? null : dom.nearestOffset(x, y);
  const isFurther = found !== null && (forward ? found > at : found < at);
  // Where nothing is left to scroll, a page leads to the article's end.
  if (!isFurther) return forward ? wordStart(text, text.length, false) : 0;
  return wordStart(text, found + 1, false);
}
