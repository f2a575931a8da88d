import { addLink, deleteLink, type LinkEnd } from '../../core/edit/build-edits';
import { lookupOf } from '../../core/lookup/lookup';
import type { Annotation } from '../../core/model/annotation';
import { otherSide, type Side } from '../../core/model/fields';
import type { Link } from '../../core/model/link';
import type { Span } from '../../core/text/quote-selector';
import { author, perform } from './edits';
import { pickAnnotation } from './picks';
import {
  currentAnnotation,
  pickedAnnotation,
  session,
  update,
  type Picked,
  type Session,
} from './session';

/** What is picked on a side, as one end of a link. */
export function linkEnd(state: Session, side: Side): LinkEnd | null {
  const pick = state.picks[side];
  const annotation = pickedAnnotation(state, side);
  if (annotation) return { annotation };
  return pick?.kind === 'span' ? { side, span: pick.span } : null;
}

/** The span picked on a side: an annotation's, or one that is not tagged. */
export function linkedSpan(state: Picked, side: Side): Annotation | Span | null {
  const pick = state.picks[side];
  return pick?.kind === 'span' ? pick.span : pickedAnnotation(state, side);
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

/** The partner that was gone to last from each annotation. */
const lastPartners = new Map<string, string>();

/** The partner to go to next from the annotation picked last; with several it is the next one's turn. */
export function partnerOf(state: Session): Annotation | null {
  const annotation = currentAnnotation(state);
  if (!annotation || !state.comparison) return null;
  const partners = lookupOf(state.comparison).partnersOf(annotation.id);
  const last = lastPartners.get(annotation.id);
  // The first time, it is the one that the user came from.
  const from = pickedAnnotation(state, otherSide(annotation.side));
  const next =
    last === undefined
      ? partners.find((each) => each === from)
      : partners[partners.findIndex(({ id }) => id === last) + 1];
  return next ?? partners[0] ?? null;
}

/** Picks the next partner of the annotation picked last. */
export function goToPartner(state: Session): void {
  const annotation = currentAnnotation(state);
  const partner = partnerOf(state);
  if (!annotation || !partner) return;
  lastPartners.set(annotation.id, partner.id);
  pickAnnotation(partner.id, { partner: annotation.id });
}
