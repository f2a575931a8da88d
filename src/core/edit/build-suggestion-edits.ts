import { lookupOf } from '../lookup/lookup';
import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import { SIDES, type Side } from '../model/fields';
import { areTwins, type Link } from '../model/link';
import type { Rejection } from '../model/rejection';
import { SAME_PLACE, type Proposal } from '../suggest/proposals';
import { linkKind } from '../text/compare-words';
import type { Span } from '../text/quote-selector';
import { overlap } from '../text/spans';
import type { Author } from './build-edits';
import type { Change, Edit } from './edit';

/** An annotation that is there is taken for a proposed span from this overlap on (intersection over union). */
const TAKEN_FROM = 0.8;

/**
 * The edit that takes proposals over as annotations and links of origin `suggested`; null when the comparison holds them
 * all. An annotation that is already at a place is used as it is. `chosen` is the side the analyst picked by hand.
 */
export function acceptProposals(
  comparison: Comparison,
  proposals: readonly Proposal[],
  author: Author,
  chosen: Side | null = null,
): Edit | null {
  const changes: Change[] = [];
  const lookup = lookupOf(comparison);
  const [annotations, links]: [Annotation[], Link[]] = [[], []];
  const around = (side: Side, span: Span) => [...lookup.overlapping(side, span), ...annotations];

  const settle = (proposal: Proposal, side: Side, span: Span): Annotation => {
    const there = bestAt(around(side, span), side, span);
    if (there) return there;
    const added: Annotation = {
      id: author.newId(),
      side,
      tag: proposal.tag,
      start: span.start,
      end: span.end,
      exact: comparison[side].text.slice(span.start, span.end),
      speaker: proposal.speaker[side],
      stance: '',
      certainty: '',
      note: '',
      origin: side === chosen ? 'manual' : 'suggested',
      by: author.by,
      created: author.now,
      modified: author.now,
    };
    annotations.push(added);
    changes.push({ type: 'add-annotation', annotation: added });
    return added;
  };

  for (const proposal of proposals) {
    const { left, right } = proposal;
    if (left && right) {
      const [from, to] = [settle(proposal, 'left', left), settle(proposal, 'right', right)];
      const link = suggestedLink(proposal, from, to, author);
      if ([...lookup.linksOf(from.id), ...links].some((each) => areTwins(each, link))) continue;
      links.push(link);
      changes.push({ type: 'add-link', link });
    } else {
      for (const side of SIDES) {
        const span = proposal[side];
        if (span && !around(side, span).some((each) => isAt(each, side, span)))
          settle(proposal, side, span);
      }
    }
  }
  return changes.length === 0 ? null : { name: nameOf('Accept', proposals), changes };
}

/** The edit that turns proposals down, so that they are not proposed again. */
export function rejectProposals(comparison: Comparison, proposals: readonly Proposal[]): Edit {
  return {
    name: nameOf('Reject', proposals),
    changes: proposals.map((proposal) => ({
      type: 'add-rejection',
      rejection: rejectionOf(comparison, proposal),
    })),
  };
}

/** The edit that proposes again what was turned down. */
export function restoreProposal(comparison: Comparison, proposal: Proposal): Edit {
  return {
    name: nameOf('Restore', [proposal]),
    changes: [{ type: 'delete-rejection', rejection: rejectionOf(comparison, proposal) }],
  };
}

function suggestedLink(
  { linkKind: kind, left, right, score }: Proposal,
  from: Annotation,
  to: Annotation,
  author: Author,
): Link {
  const asProposed =
    from.start === left?.start &&
    from.end === left.end &&
    to.start === right?.start &&
    to.end === right.end;
  return {
    id: author.newId(),
    left: from.id,
    right: to.id,
    relation: 'duplicate',
    kind: asProposed && kind ? kind : linkKind(from.exact, to.exact),
    score: Math.round(score * 1000) / 1000,
    note: '',
    origin: 'suggested',
    by: author.by,
    created: author.now,
  };
}

function isAt(annotation: Annotation, side: Side, span: Span): boolean {
  return annotation.side === side && overlap(annotation, span) >= SAME_PLACE;
}

function bestAt(
  annotations: readonly Annotation[],
  side: Side,
  span: Span,
): Annotation | undefined {
  let best: Annotation | undefined;
  for (const each of annotations) {
    if (each.side !== side || overlap(each, span) < TAKEN_FROM) continue;
    if (!best || overlap(each, span) > overlap(best, span)) best = each;
  }
  return best;
}

function rejectionOf(comparison: Comparison, { kind, left, right }: Proposal): Rejection {
  const end = (side: Side, span: Span | null) =>
    span && {
      start: span.start,
      end: span.end,
      exact: comparison[side].text.slice(span.start, span.end),
    };
  return { kind, left: end('left', left), right: end('right', right) };
}

function nameOf(verb: string, proposals: readonly Proposal[]): string {
  const [only] = proposals;
  return proposals.length === 1 && only
    ? `${verb} suggested ${only.kind}`
    : `${verb} ${proposals.length} suggestions`;
}
