import { lookupOf } from '../../core/lookup/lookup';
import type { Side } from '../../core/model/fields';
import { otherSide } from '../../core/model/fields';
import type { Span } from '../../core/text/quote-selector';
import { recordJump } from './back-forward';
import { NO_PICKS, pickedAnnotation, session, update, type Pick, type Reveal } from './session';

/** What comes with picking an annotation. */
interface PickOptions {
  /** Whether it is a jump: the annotation is brought into view, and there is a way back. */
  readonly reveal?: boolean;
  readonly card?: boolean;
  /** The partner to bring into view, in place of the first one. */
  readonly partner?: string;
}

/** Picks an annotation, brings it into view with its partner level with it, and shows its card. */
export function pickAnnotation(
  id: string,
  { reveal: reveals = true, card = true, partner: wanted }: PickOptions = {},
): void {
  const state = session();
  const lookup = state.comparison && lookupOf(state.comparison);
  const annotation = lookup?.annotation(id);
  if (!lookup || !annotation) return;
  const { side, start } = annotation;
  if (reveals) recordJump();
  setPick(side, { kind: 'annotation', id });
  const partner = wanted === undefined ? lookup.partnersOf(id)[0] : lookup.annotation(wanted);
  const reveal: Reveal[] = [];
  if (reveals) reveal.push({ side, offset: start });
  if (partner) reveal.push({ side: partner.side, offset: partner.start, at: { levelWith: start } });
  update({
    reveal,
    cursors: { ...session().cursors, [side]: { at: start, anchor: start } },
    ...(card ? { tab: 'annotations' } : {}),
  });
}

/** Picks a span that is not tagged. */
export function pickSpan(side: Side, span: Span): void {
  setPick(side, { kind: 'span', span });
}

/** Lets go of what is picked: on one side, or everywhere. */
export function clearPicks(side?: Side): void {
  window.getSelection()?.removeAllRanges();
  update({ picks: side ? { ...session().picks, [side]: null } : NO_PICKS });
}

/** Lets go of picked annotations that are no longer there. */
export function dropStalePicks(): void {
  const state = session();
  const kept = (side: Side): Pick | null => {
    const pick = state.picks[side];
    return pick?.kind === 'annotation' && !pickedAnnotation(state, side) ? null : pick;
  };
  const [left, right] = [kept('left'), kept('right')];
  if (left !== state.picks.left || right !== state.picks.right) update({ picks: { left, right } });
}

function setPick(side: Side, pick: Pick): void {
  const { picks } = session();
  // A pair that is linked is done with: what is picked next begins a new one.
  const kept = pairIsLinked() ? null : picks[otherSide(side)];
  if (pick.kind === 'annotation') window.getSelection()?.removeAllRanges();
  update({
    picks: side === 'left' ? { left: pick, right: kept } : { left: kept, right: pick },
    side,
  });
}

function pairIsLinked(): boolean {
  const state = session();
  const [left, right] = [pickedAnnotation(state, 'left'), pickedAnnotation(state, 'right')];
  return state.comparison !== null && left !== null && right !== null
    ? lookupOf(state.comparison).partnersOf(left.id).includes(right)
    : false;
}
