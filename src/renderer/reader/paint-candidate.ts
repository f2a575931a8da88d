import type { Side } from '../../core/model/fields';
import type { Span } from '../../core/text/quote-selector';
import { domOf } from './doms';

/** The name of the rule in styles/highlights.css, and above which layers of reader/paint.ts it lies: all of them. */
const NAME = 'candidate';
const PRIORITY = 100;

/** Marks one candidate in its article, in place of the one before; none with null. */
export function paintCandidate(
  candidate: { readonly side: Side; readonly span: Span } | null,
): void {
  const range = candidate && domOf(candidate.side)?.rangeOf(candidate.span);
  if (!range) {
    CSS.highlights.delete(NAME);
    return;
  }
  const highlight = new Highlight(range);
  highlight.priority = PRIORITY;
  CSS.highlights.set(NAME, highlight);
}
