import type { Side } from '../../core/model/fields';
import { snapToGraphemes, snapToWords } from '../../core/text/boundaries';
import { clearPicks, pickAnnotation, pickSpan } from '../client/picks';
import { pickedAnnotation, session, update } from '../client/session';
import { domOf } from './doms';
import { annotationsAt } from './hit-test';

/** Ends a press of the mouse in an article: a selection becomes the picked span, a click picks what lies under it. */
export function releasePointer(
  side: Side,
  event: { clientX: number; clientY: number; altKey: boolean },
): void {
  const selection = window.getSelection();
  const dom = domOf(side);
  const { comparison } = session();
  if (!dom || !comparison) return;
  const selected = selection && !selection.isCollapsed ? dom.spanOf(selection.getRangeAt(0)) : null;
  if (!selected) return click(side, event.clientX, event.clientY);
  const { text } = comparison[side];
  const span = event.altKey ? snapToGraphemes(text, selected) : snapToWords(text, selected);
  if (!span) return;
  pickSpan(side, span);
  selection?.removeAllRanges();
  selection?.addRange(dom.rangeOf(span));
  update({ cursors: { ...session().cursors, [side]: { at: span.start, anchor: span.end } } });
}

function click(side: Side, x: number, y: number): void {
  const state = session();
  const dom = domOf(side);
  if (!state.comparison || !dom) return;
  const offset = dom.offsetAt(x, y);
  const near = offset ?? dom.nearestOffset(x, y) ?? 0;
  update({ side, cursors: { ...state.cursors, [side]: { at: near, anchor: near } } });
  const here = offset === null ? [] : annotationsAt(state.comparison, side, offset);
  if (here.length === 0) return clearPicks(side);
  // Clicking again where several lie picks the next one out.
  const picked = pickedAnnotation(state, side);
  const next = here[picked ? (here.indexOf(picked) + 1) % here.length : 0];
  if (next) pickAnnotation(next.id, { reveal: false });
}
