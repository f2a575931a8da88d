import { useEffect } from 'react';
import { lookupOf } from '../../core/lookup/lookup';
import type { Side } from '../../core/model/fields';
import { snapSelection } from '../../core/text/boundaries';
import { clearPicks, pickAnnotation, pickSpan } from '../client/picks';
import { pickedAnnotation, session, update } from '../client/session';
import { domOf } from './doms';

interface Press {
  readonly side: Side;
  readonly x: number;
  readonly y: number;
}

let press: Press | null = null;

/** Begins a press in an article: a selection that is there goes, for pressing on it would drag its text instead. */
export function beginPress(side: Side, event: React.PointerEvent): void {
  const { currentTarget: pane, target, nativeEvent, clientX: x, clientY: y } = event;
  const onScrollBar = target === pane && nativeEvent.offsetX >= pane.clientWidth;
  if (event.button !== 0 || onScrollBar) return;
  press = { side, x, y };
  // The styles keep the selection to this article.
  document.body.dataset['selecting'] = side;
  if (!event.shiftKey) window.getSelection()?.removeAllRanges();
}

/** Ends presses that began in an article, wherever the mouse is by then. */
export function usePressEnd(): void {
  useEffect(() => {
    const forget = () => {
      press = null;
      delete document.body.dataset['selecting'];
    };
    const release = (event: MouseEvent) => {
      if (press) endPress(press, event);
      forget();
    };
    window.addEventListener('mouseup', release);
    window.addEventListener('pointercancel', forget);
    return () => {
      window.removeEventListener('mouseup', release);
      window.removeEventListener('pointercancel', forget);
    };
  }, []);
}

/** A selection becomes the picked span; a click picks what lies under it. */
function endPress(begun: Press, event: MouseEvent): void {
  const { side } = begun;
  const selection = window.getSelection();
  const dom = domOf(side);
  const { comparison } = session();
  if (!dom || !comparison || !selection) return;
  catchUp(selection, dom.root, begun, event);
  const selected =
    selection.rangeCount > 0 && !selection.isCollapsed ? dom.spanOf(selection.getRangeAt(0)) : null;
  if (!selected) return click(side, event.clientX, event.clientY);
  const { text } = comparison[side];
  const exact = event.altKey || session().preferences.exact;
  const span = snapSelection(text, selected, exact);
  if (!span) return;
  pickSpan(side, span);
  selection.removeAllRanges();
  selection.addRange(dom.rangeOf(span));
  update({ cursors: { ...session().cursors, [side]: { at: span.start, anchor: span.end } } });
}

/** How far the mouse moves in a press before it is a drag, in pixels. */
const DRAG = 3;

/** The page's selection may be a frame behind a quick hand: it is led on to where the mouse was let go. */
function catchUp(selection: Selection, root: HTMLElement, begun: Press, event: MouseEvent): void {
  const { clientX: x, clientY: y, detail: clicks } = event;
  const moved = Math.abs(x - begun.x) > DRAG || Math.abs(y - begun.y) > DRAG;
  // A double or triple click selects words and paragraphs, which the page does itself.
  if (!moved || clicks > 1 || !root.contains(selection.anchorNode)) return;
  const caret = document.caretPositionFromPoint(x, y);
  if (caret && root.contains(caret.offsetNode)) selection.extend(caret.offsetNode, caret.offset);
}

function click(side: Side, x: number, y: number): void {
  const state = session();
  const dom = domOf(side);
  if (!state.comparison || !dom) return;
  const offset = dom.offsetAt(x, y);
  const near = offset ?? dom.nearestOffset(x, y) ?? 0;
  update({ side, cursors: { ...state.cursors, [side]: { at: near, anchor: near } } });
  const here = offset === null ? [] : lookupOf(state.comparison).at(side, offset);
  if (here.length === 0) return clearPicks(side);
  // Clicking again where several lie picks the next one out.
  const picked = pickedAnnotation(state, side);
  const next = here[picked ? (here.indexOf(picked) + 1) % here.length : 0];
  if (next) pickAnnotation(next.id, { reveal: false });
}
