import { addLink, deleteLink, type LinkEnd } from '../../core/edit/build-edits';
import { lookupOf } from '../../core/lookup/lookup';
import type { Annotation } from '../../core/model/annotation';
import type { Side } from '../../core/model/fields';
import type { Link } from '../../core/model/link';
import { author, perform } from './edits';
import { pickAnnotation } from './picks';
import { currentAnnotation, pickedAnnotation, session, update, type Session } from './session';

function linkEnd(state: Session, side: Side): LinkEnd | null {
  const pick = state.picks[side];
  const annotation = pickedAnnotation(state, side);
  if (annotation) return { annotation };
  return pick?.kind === 'span' ? { side, span: pick.span } : null;
}

/** Whether there is an end on both sides, and no link between them yet. */
export function canLink(state: Session): boolean {
  return (
    linkEnd(state, 'left') !== null &&
    linkEnd(state, 'right') !== null &&
    currentPair(state) === null
  );
}

/** Links what is picked left and right. */
export function linkPicks(state: Session): void {
  const [left, right] = [linkEnd(state, 'left'), linkEnd(state, 'right')];
  if (state.comparison && left && right) linkEnds(left, right);
}

/** Links two ends and picks both. */
export function linkEnds(left: LinkEnd, right: LinkEnd): void {
  const { comparison, side } = session();
  if (!comparison) return;
  const made = addLink(comparison, left, right, author());
  if (!perform(made.edit)) return;
  window.getSelection()?.removeAllRanges();
  update({
    picks: {
      left: { kind: 'annotation', id: made.left.id },
      right: { kind: 'annotation', id: made.right.id },
    },
    side,
  });
}

/** The link between what is picked left and right. */
function currentPair(state: Session): Link | null {
  const [left, right] = [pickedAnnotation(state, 'left'), pickedAnnotation(state, 'right')];
  if (!state.comparison || !left || !right) return null;
  return (
    lookupOf(state.comparison)
      .linksOf(left.id)
      .find((link) => link.right === right.id) ?? null
  );
}

/** The link between what is picked, or else the first one of the annotation picked last. */
export function currentLink(state: Session): Link | null {
  const current = currentAnnotation(state);
  if (!state.comparison || !current) return null;
  return currentPair(state) ?? lookupOf(state.comparison).linksOf(current.id)[0] ?? null;
}

/** Takes the current link away; its annotations stay. */
export function unlinkCurrent(state: Session): void {
  const link = currentLink(state);
  if (link) perform(deleteLink(link));
}

/** The first partner of the annotation picked last. */
export function partnerOf(state: Session): Annotation | null {
  const annotation = currentAnnotation(state);
  if (!state.comparison || !annotation) return null;
  return lookupOf(state.comparison).partnersOf(annotation.id)[0] ?? null;
}

/** Picks the first partner of the annotation picked last. */
export function goToPartner(state: Session): void {
  const partner = partnerOf(state);
  if (partner) pickAnnotation(partner.id);
}
