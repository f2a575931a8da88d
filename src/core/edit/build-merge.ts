import { inOrder, type Comparison } from '../model/comparison';
import { SIDES } from '../model/fields';
import type { Link } from '../model/link';
import { rejectionKey } from '../model/rejection';
import type { UnplacedAnnotation } from '../model/unplaced';
import type { Annotation } from '../model/annotation';
import { failure, success, type Result } from '../result';
import { isSame, linksOf, marked, returnTo, type Marked } from './build-return';
import type { Edit } from './edit';

/** Two versions of what has one id. */
export interface Conflict<T> {
  readonly ours: T;
  readonly theirs: T;
}

/** How a copy of a comparison differs from it. */
export interface CopyDifference {
  readonly changed: readonly Conflict<Marked>[];
  readonly changedLinks: readonly Conflict<Link>[];
  /** Only in the copy: added there, or deleted here; which, nothing says. */
  readonly added: readonly Marked[];
  readonly addedLinks: readonly Link[];
}

/** What of a copy is taken, by ids. */
export interface MergeChoice {
  /** Of what was changed in both: what becomes as it is in the copy. */
  readonly theirs: ReadonlySet<string>;
  /** Of what is only in the copy: what does not come. */
  readonly without: ReadonlySet<string>;
}

/** Everything only in the copy comes; what both have stays as it is here. */
export const USUAL_CHOICE: MergeChoice = { theirs: new Set(), without: new Set() };

/** How a copy differs from a comparison in annotations and links, by their ids; refused, in words, where the texts differ. */
export function compareCopy(ours: Comparison, theirs: Comparison): Result<CopyDifference> {
  const other = SIDES.filter((side) => ours[side].text !== theirs[side].text);
  if (other.length > 0)
    return failure(
      `The copy has ${other.length === 2 ? 'other texts' : `another text of the ${other[0]} article`}, so its annotations have other places. Open the copy with Import… as a comparison of its own, or take its annotations with Import Annotations….`,
    );
  const here = byId(marked(ours));
  const links = byId(linksOf(ours));
  const ties = new Set(linksOf(ours).map(tieOf));
  // One id on both sides would be an accident, and links could not follow.
  const fitting = marked(theirs).filter(({ id, side }) => (here.get(id)?.side ?? side) === side);
  return success({
    changed: changedIn(fitting, here),
    changedLinks: changedIn(linksOf(theirs), links),
    added: fitting.filter(({ id }) => !here.has(id)),
    addedLinks: linksOf(theirs).filter((link) => !links.has(link.id) && !ties.has(tieOf(link))),
  });
}

/**
 * The edit that takes what was chosen of a copy into a comparison, in one step; null when that changes nothing.
 * Nothing that is only here goes, and what the copy's analyst turned down is turned down here too. Titles, the articles'
 * details and the links that other programs propose stay.
 */
export function mergeOf(
  ours: Comparison,
  theirs: Comparison,
  { theirs: taken, without }: MergeChoice,
  name: string,
): Result<Edit | null> {
  const compared = compareCopy(ours, theirs);
  if (!compared.ok) return compared;
  const { changed, changedLinks, added, addedLinks } = compared.value;
  const comes = <T extends { readonly id: string }>(conflicts: readonly Conflict<T>[]) =>
    conflicts.flatMap((each) => (taken.has(each.theirs.id) ? each.theirs : []));
  const isWanted = ({ id }: { readonly id: string }) => !without.has(id);
  const annotations = byId([...marked(ours), ...comes(changed), ...added.filter(isWanted)]);
  const sides = { left: new Set<string>(), right: new Set<string>() };
  for (const { id, side } of annotations.values()) sides[side].add(id);
  const links = withLinks(
    linksOf(ours),
    [...comes(changedLinks), ...addedLinks.filter(isWanted)].filter(
      ({ left, right }) => sides.left.has(left) && sides.right.has(right),
    ),
  );
  const placed = Array.from(annotations.values()).filter(isPlaced);
  const standing = new Set(placed.map(({ id }) => id));
  const stands = ({ left, right }: Link) => standing.has(left) && standing.has(right);
  const merged = inOrder({
    ...ours,
    annotations: placed,
    links: links.filter(stands),
    rejections: [
      ...new Map(
        [...theirs.rejections, ...ours.rejections].map((each) => [rejectionKey(each), each]),
      ).values(),
    ],
    unplaced: {
      annotations: Array.from(annotations.values()).filter(isWaiting),
      links: links.filter((link) => !stands(link)),
    },
  });
  return success(returnTo(ours, merged, name));
}

/** Links with others in place of those of the same ids, or added, as long as no two say the same. */
function withLinks(own: readonly Link[], coming: readonly Link[]): readonly Link[] {
  const links = byId(own);
  const ties = new Map(own.map((link) => [tieOf(link), link.id]));
  for (const link of coming) {
    if ((ties.get(tieOf(link)) ?? link.id) !== link.id) continue;
    const before = links.get(link.id);
    if (before) ties.delete(tieOf(before));
    ties.set(tieOf(link), link.id);
    links.set(link.id, link);
  }
  return [...links.values()];
}

/** What twins have in common (see `areTwins`); ids hold no spaces. */
function tieOf({ left, right, relation }: Link): string {
  return `${left} ${right} ${relation}`;
}

function changedIn<T extends { readonly id: string }>(
  theirs: readonly T[],
  here: ReadonlyMap<string, T>,
): readonly Conflict<T>[] {
  return theirs.flatMap((each) => {
    const ours = here.get(each.id);
    return ours && !isSame(ours, each) ? { ours, theirs: each } : [];
  });
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((each) => [each.id, each]));
}

function isPlaced(each: Marked): each is Annotation {
  return 'start' in each;
}

function isWaiting(each: Marked): each is UnplacedAnnotation {
  return !isPlaced(each);
}
