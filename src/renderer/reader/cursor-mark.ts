import { graphemeEnd, graphemeStart, wordEnd } from '../../core/text/boundaries';
import type { Span } from '../../core/text/quote-selector';
import type { Session } from '../client/session';

/** Where an article's cursor is shown: on a word (`cursor`) or on one grapheme cluster (`caret`). */
export interface CursorMark {
  readonly layer: 'cursor' | 'caret';
  readonly span: Span;
}

/** The word at the cursor; among exact characters the character there; of a selection, the character at its moving end. */
export function cursorMark(
  text: string,
  { at, anchor }: Session['cursors']['left'],
  exact: boolean,
): CursorMark {
  if (at > anchor)
    return { layer: 'caret', span: { start: graphemeStart(text, at, false), end: at } };
  if (at === anchor && !exact)
    return { layer: 'cursor', span: { start: at, end: wordEnd(text, at, true) } };
  return { layer: 'caret', span: { start: at, end: graphemeEnd(text, at) } };
}
