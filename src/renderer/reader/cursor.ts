import type { KeyboardEvent } from 'react';
import { lookupOf } from '../../core/lookup/lookup';
import type { Side } from '../../core/model/fields';
import { sentenceStart, snapToWords, wordEnd, wordStart } from '../../core/text/boundaries';
import { clearPicks, pickAnnotation, pickSpan } from '../client/picks';
import { session, update } from '../client/session';

/** Moves the keyboard's cursor in an article by word and sentence; Shift selects, Space picks what lies under it. */
export function handleCursorKey(side: Side, event: KeyboardEvent): void {
  const { comparison, cursors } = session();
  if (!comparison || event.ctrlKey || event.metaKey || event.altKey) return;
  const { at, anchor } = cursors[side];
  if (event.key === ' ' && !event.shiftKey) {
    event.preventDefault();
    const [first] = lookupOf(comparison).at(side, at);
    if (first) pickAnnotation(first.id, { reveal: false });
    return;
  }
  const next = destination(comparison[side].text, at, event.key, event.shiftKey);
  if (next === null) return;
  event.preventDefault();
  const moved = { at: next, anchor: event.shiftKey ? anchor : next };
  update({ side, cursors: { ...cursors, [side]: moved }, reveal: [{ side, offset: next }] });
  const { text } = comparison[side];
  const span =
    moved.at === moved.anchor
      ? null
      : snapToWords(text, {
          start: Math.min(moved.at, moved.anchor),
          end: Math.max(moved.at, moved.anchor),
        });
  if (span) pickSpan(side, span);
  else clearPicks(side);
}

function destination(text: string, at: number, key: string, selecting: boolean): number | null {
  switch (key) {
    case 'ArrowRight':
      return selecting ? wordEnd(text, at, true) : wordStart(text, at, true);
    case 'ArrowLeft':
      return wordStart(text, at, false);
    case 'ArrowDown':
      return sentenceStart(text, at, true);
    case 'ArrowUp':
      return sentenceStart(text, at, false);
    case 'Home':
      return 0;
    case 'End':
      return wordStart(text, text.length, false);
    default:
      return null;
  }
}
