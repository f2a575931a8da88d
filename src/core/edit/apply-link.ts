import { lookupOf } from '../lookup/lookup';
import { compareIds } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import type { Side } from '../model/fields';
import { areTwins, type Link } from '../model/link';
import { failure, success, type Result } from '../result';
import type { Change } from './edit';
import { insert, previous, remove, type Step } from './step';
import { byId } from '../model/sorted';

/** Ties two annotations; where one of them has no place yet, the link waits with it. */
export function addLink(comparison: Comparison, link: Link): Result<Step> {
  const { unplaced } = comparison;
  if (linkOf(comparison, link.id)) return failure('This link is already there.');
  const sideOf = (id: string): Side | undefined =>
    lookupOf(comparison).annotation(id)?.side ?? byId(unplaced.annotations, id)?.side;
  if (sideOf(link.left) !== 'left' || sideOf(link.right) !== 'right')
    return failure('A link ties an annotation of the left article to one of the right.');
  if (linksOf(comparison, link.left).some((each) => areTwins(each, link)))
    return failure('These two are already linked.');
  const waits = [link.left, link.right].some((id) => byId(unplaced.annotations, id));
  return success(withLink(comparison, { came: link, waits }, { type: 'delete-link', id: link.id }));
}

/** Unties two annotations. */
export function deleteLink(comparison: Comparison, id: string): Result<Step> {
  const link = linkOf(comparison, id);
  if (!link) return failure('This link is no longer there.');
  const waits = byId(comparison.unplaced.links, id) !== undefined;
  return success(withLink(comparison, { gone: link, waits }, { type: 'add-link', link }));
}

/** Changes what a link says of the two it ties. */
export function changeLink(
  comparison: Comparison,
  change: Change & { type: 'change-link' },
): Result<Step> {
  const link = linkOf(comparison, change.id);
  if (!link) return failure('This link is no longer there.');
  const next: Link = { ...link, ...change.set };
  if (linksOf(comparison, link.left).some((each) => each !== link && areTwins(each, next)))
    return failure('These two are already linked.');
  const waits = byId(comparison.unplaced.links, change.id) !== undefined;
  const inverse = { ...change, set: previous(link, change.set) };
  return success(withLink(comparison, { gone: link, came: next, waits }, inverse));
}

/** The links of an annotation: those that stand and those that wait. */
export function linksOf(comparison: Comparison, id: string): readonly Link[] {
  const waiting = comparison.unplaced.links.filter(
    ({ left, right }) => left === id || right === id,
  );
  return [...lookupOf(comparison).linksOf(id), ...waiting];
}

function linkOf(comparison: Comparison, id: string): Link | undefined {
  return lookupOf(comparison).link(id) ?? byId(comparison.unplaced.links, id);
}

function withLink(
  comparison: Comparison,
  { gone, came, waits }: { readonly gone?: Link; readonly came?: Link; readonly waits: boolean },
  inverse: Change,
): Step {
  const swapped = (links: readonly Link[]) => {
    const rest = gone ? remove(links, gone, compareIds) : links;
    return came ? insert(rest, came, compareIds) : rest;
  };
  if (!waits) {
    const swap = { type: 'link', ...(gone && { gone }), ...(came && { came }) } as const;
    return { comparison: { ...comparison, links: swapped(comparison.links) }, inverse, swap };
  }
  const unplaced = { ...comparison.unplaced, links: swapped(comparison.unplaced.links) };
  return { comparison: { ...comparison, unplaced }, inverse };
}
