import { lookupOf } from '../../core/lookup/lookup';
import { SIDES } from '../../core/model/fields';
import { firstSeen } from '../reader/reveal';
import { stepBack, stepForward, withJump, type JumpStep } from './jumps';
import { NO_PICKS, session, update, type Session, type Spot } from './session';

function spotNow({ comparison, side, picks, cursors }: Session): Spot | null {
  if (!comparison) return null;
  const tops = { left: firstSeen('left'), right: firstSeen('right') };
  return { side, pick: picks[side], cursor: cursors[side].at, tops };
}

/** Remembers the place that the user is about to jump from. */
export function recordJump(): void {
  const state = session();
  const here = spotNow(state);
  if (here) update({ jumps: withJump(state.jumps, here) });
}

function backFrom(state: Session): JumpStep<Spot> | null {
  const here = spotNow(state);
  return here && stepBack(state.jumps, here);
}

function forwardFrom(state: Session): JumpStep<Spot> | null {
  const here = spotNow(state);
  return here && stepForward(state.jumps, here);
}

/** Whether there is a place to go back to. */
export function canGoBack(state: Session): boolean {
  return backFrom(state) !== null;
}

/** Whether there is a place that was gone back from. */
export function canGoForward(state: Session): boolean {
  return forwardFrom(state) !== null;
}

/** Shows the place that the user jumped from last, with what was picked there. */
export function goBack(state: Session): void {
  goTo(state, backFrom(state));
}

/** Shows the place that the user went back from last. */
export function goForward(state: Session): void {
  goTo(state, forwardFrom(state));
}

function goTo({ comparison, cursors }: Session, step: JumpStep<Spot> | null): void {
  if (!step) return;
  const { side, pick, cursor, tops } = step.to;
  const isThere =
    pick?.kind !== 'annotation' || Boolean(comparison && lookupOf(comparison).annotation(pick.id));
  window.getSelection()?.removeAllRanges();
  update({
    jumps: step.jumps,
    side,
    picks: isThere ? { ...NO_PICKS, [side]: pick } : NO_PICKS,
    cursors: { ...cursors, [side]: { at: cursor, anchor: cursor } },
    reveal: SIDES.map((each) => ({ side: each, offset: tops[each], at: 'top' })),
  });
}
