import type { KeyboardEvent } from 'react';
import { lookupOf } from '../../core/lookup/lookup';
import type { Side } from '../../core/model/fields';
import { snapSelection } from '../../core/text/boundaries';
import { announce } from '../client/announce';
import { clearPicks, pickAnnotation, pickSpan } from '../client/picks';
import { pickedAnnotation, session, update } from '../client/session';
import { sayCursor } from '../client/spoken';
import type { ArticleDom } from './article-dom';
import { cursorMark } from './cursor-mark';
import { destination, moveOf, type Move } from './destination';
import { domOf } from './doms';
import { pageFrom } from './page-from';

/**
 * Moves the keyboard's cursor in an article by word, character, sentence and screen; Shift selects, Space picks what
 * lies under it.
 */
export function handleCursorKey(side: Side, event: KeyboardEvent): void {
  const { comparison, cursors, start, preferences } = session();
  const dom = domOf(side);
  const mac = start?.platform === 'mac';
  if (!comparison || !dom || event.altKey || (mac ? event.ctrlKey : event.metaKey)) return;
  const { text } = comparison[side];
  const { at } = cursors[side];
  const { key, shiftKey } = event;
  const main = mac ? event.metaKey : event.ctrlKey;
  if (key === ' ' && !shiftKey && !main) {
    event.preventDefault();
    pickAt(side, at);
    return;
  }
  if ((key === 'PageUp' || key === 'PageDown') && !main) {
    event.preventDefault();
    moveTo(side, pageFrom(text, dom, at, key === 'PageDown'), 'sentence', shiftKey);
    return;
  }
  const rightToLeft = isRightToLeft(dom, at);
  const move = moveOf({ key, shiftKey, main }, { exact: preferences.exact, rightToLeft });
  if (!move) return;
  event.preventDefault();
  moveTo(side, destination(text, at, move), move.by, shiftKey);
}

/** Picks what lies at an offset; where it is picked already, the next annotation there. */
function pickAt(side: Side, at: number): void {
  const state = session();
  const here = state.comparison ? lookupOf(state.comparison).at(side, at) : [];
  const picked = pickedAnnotation(state, side);
  const next = here[picked ? (here.indexOf(picked) + 1) % here.length : 0];
  if (!next) return;
  pickAnnotation(next.id, { reveal: false });
  // The cursor stays where it is, so that the key pressed again finds the next one.
  update({ cursors: { ...session().cursors, [side]: { at, anchor: at } } });
}

/** Puts the cursor at an offset, in view; with `selecting`, what lies between it and where it began is picked. */
function moveTo(side: Side, at: number, by: Move['by'], selecting: boolean): void {
  const { comparison, cursors, preferences } = session();
  if (!comparison) return;
  const { text } = comparison[side];
  const moved = { at, anchor: selecting ? cursors[side].anchor : at };
  const { start } = cursorMark(text, moved, preferences.exact).span;
  update({ side, cursors: { ...cursors, [side]: moved }, reveal: [{ side, offset: start }] });
  const { anchor } = moved;
  const span =
    at === anchor
      ? null
      : snapSelection(
          text,
          { start: Math.min(at, anchor), end: Math.max(at, anchor) },
          preferences.exact,
        );
  if (span) pickSpan(side, span);
  else clearPicks(side);
  if (!selecting) announce(sayCursor(comparison, side, at, by));
}

/** Whether the paragraph at an offset runs from right to left. */
function isRightToLeft(dom: ArticleDom, offset: number): boolean {
  const element = dom.rangeOf({ start: offset, end: offset + 1 }).startContainer.parentElement;
  return element !== null && getComputedStyle(element).direction === 'rtl';
}
