import type { Comparison } from '../../core/model/comparison';
import { SIDES } from '../../core/model/fields';
import { NOTHING_SOUGHT } from './find-state';
import { NO_JUMPS } from './jumps';
import { CURSORS_AT_START, NO_PICKS, type Session } from './session';
import { NOTHING_SUGGESTED } from './suggest-state';

/** What the session knows by its place in a text, let go of when another text takes that one's place; null when none does. */
export function forgottenWithText(
  { comparison, suggest }: Session,
  next: Comparison,
): Partial<Session> | null {
  if (!comparison || SIDES.every((side) => comparison[side].text === next[side].text)) return null;
  return {
    picks: NO_PICKS,
    cursors: CURSORS_AT_START,
    reveal: [],
    hovered: null,
    choosing: null,
    find: NOTHING_SOUGHT,
    jumps: NO_JUMPS,
    suggest: { ...NOTHING_SUGGESTED, filter: suggest.filter },
  };
}
