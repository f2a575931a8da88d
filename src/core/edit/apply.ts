import { carryLookup, lookupOf } from '../lookup/lookup';
import type { Swap } from '../lookup/swap';
import { compareAnnotations, compareIds, type Annotation } from '../model/annotation';
import { rejectionProblem, spanProblem, type Comparison } from '../model/comparison';
import { areTwins, type Link } from '../model/link';
import { compareRejections, type Rejection } from '../model/rejection';
import { placeIn } from '../model/sorted';
import { assertNever, failure, success, type Result } from '../result';
import type { Change, Edit } from './edit';

/** A comparison after an edit, and the edit that takes it back exactly. */
export interface Applied {
  readonly comparison: Comparison;
  readonly inverse: Edit;
}

interface Step {
  readonly comparison: Comparison;
  readonly inverse: Change;
  /** What it did to an annotation or a link. */
  readonly swap?: Swap;
}

/** Applies an edit whole or not at all; a refusal says in words why the edit does not fit the comparison. */
export function apply(comparison: Comparison, edit: Edit): Result<Applied> {
  const inverses: Change[] = [];
  let current = comparison;
  for (const change of edit.changes) {
    const step = applyChange(current, change);
    if (!step.ok) return step;
    carryLookup(current, step.value.comparison, step.value.swap);
    current = step.value.comparison;
    inverses.push(step.value.inverse);
  }
  return success({
    comparison: current,
    inverse: { name: edit.name, changes: inverses.toReversed() },
  });
}

function applyChange(comparison: Comparison, change: Change): Result<Step> {
  switch (change.type) {
    case 'add-annotation':
      return addAnnotation(comparison, change.annotation);
    case 'delete-annotation':
      return deleteAnnotation(comparison, change.id);
    case 'change-annotation':
      return changeAnnotation(comparison, change);
    case 'add-link':
      return addLink(comparison, change.link);
    case 'delete-link':
      return deleteLink(comparison, change.id);
    case 'change-link':
      return changeLink(comparison, change);
    case 'change-article': {
      const article = comparison[change.side];
      return success({
        comparison: { ...comparison, [change.side]: { ...article, ...change.set } },
        inverse: { ...change, set: previous(article, change.set) },
      });
    }
    case 'change-title':
      return success({
        comparison: { ...comparison, title: change.title },
        inverse: { type: 'change-title', title: comparison.title },
      });
    case 'add-rejection':
      return addRejection(comparison, change.rejection);
    case 'delete-rejection':
      return deleteRejection(comparison, change.rejection);
    default:
      return assertNever(change);
  }
}

function addAnnotation(comparison: Comparison, annotation: Annotation): Result<Step> {
  if (lookupOf(comparison).annotation(annotation.id))
    return failure('This annotation is already there.');
  const problem = spanProblem(comparison[annotation.side].text, annotation);
  if (problem) return failure(problem);
  return success({
    comparison: {
      ...comparison,
      annotations: insert(comparison.annotations, annotation, compareAnnotations),
    },
    inverse: { type: 'delete-annotation', id: annotation.id },
    swap: { type: 'annotation', came: annotation },
  });
}

function deleteAnnotation(comparison: Comparison, id: string): Result<Step> {
  const lookup = lookupOf(comparison);
  const annotation = lookup.annotation(id);
  if (!annotation) return failure('This annotation is no longer there.');
  if (lookup.linksOf(id).length > 0)
    return failure('This annotation is still linked; its links have to go first.');
  return success({
    comparison: {
      ...comparison,
      annotations: remove(comparison.annotations, annotation, compareAnnotations),
    },
    inverse: { type: 'add-annotation', annotation },
    swap: { type: 'annotation', gone: annotation },
  });
}

function changeAnnotation(
  comparison: Comparison,
  change: Change & { type: 'change-annotation' },
): Result<Step> {
  const annotation = lookupOf(comparison).annotation(change.id);
  if (!annotation) return failure('This annotation is no longer there.');
  const next: Annotation = { ...annotation, ...change.set };
  const problem = spanProblem(comparison[annotation.side].text, next);
  if (problem) return failure(problem);
  const others = remove(comparison.annotations, annotation, compareAnnotations);
  return success({
    comparison: { ...comparison, annotations: insert(others, next, compareAnnotations) },
    inverse: { ...change, set: previous(annotation, change.set) },
    swap: { type: 'annotation', gone: annotation, came: next },
  });
}

function addLink(comparison: Comparison, link: Link): Result<Step> {
  const lookup = lookupOf(comparison);
  if (lookup.link(link.id)) return failure('This link is already there.');
  const sideOf = (id: string) => lookup.annotation(id)?.side;
  if (sideOf(link.left) !== 'left' || sideOf(link.right) !== 'right')
    return failure('A link ties an annotation of the left article to one of the right.');
  if (lookup.linksOf(link.left).some((each) => areTwins(each, link)))
    return failure('These two are already linked.');
  return success({
    comparison: { ...comparison, links: insert(comparison.links, link, compareIds) },
    inverse: { type: 'delete-link', id: link.id },
    swap: { type: 'link', came: link },
  });
}

function deleteLink(comparison: Comparison, id: string): Result<Step> {
  const link = lookupOf(comparison).link(id);
  if (!link) return failure('This link is no longer there.');
  return success({
    comparison: { ...comparison, links: remove(comparison.links, link, compareIds) },
    inverse: { type: 'add-link', link },
    swap: { type: 'link', gone: link },
  });
}

function changeLink(
  comparison: Comparison,
  change: Change & { type: 'change-link' },
): Result<Step> {
  const lookup = lookupOf(comparison);
  const link = lookup.link(change.id);
  if (!link) return failure('This link is no longer there.');
  const next: Link = { ...link, ...change.set };
  if (lookup.linksOf(link.left).some((each) => each !== link && areTwins(each, next)))
    return failure('These two are already linked.');
  return success({
    comparison: {
      ...comparison,
      links: comparison.links.with(placeIn(comparison.links, link, compareIds), next),
    },
    inverse: { ...change, set: previous(link, change.set) },
    swap: { type: 'link', gone: link, came: next },
  });
}

function addRejection(comparison: Comparison, rejection: Rejection): Result<Step> {
  const { rejections } = comparison;
  if (holds(rejections, rejection)) return failure('This suggestion is already rejected.');
  const problem = rejectionProblem(comparison, rejection);
  if (problem) return failure(problem);
  return success({
    comparison: { ...comparison, rejections: insert(rejections, rejection, compareRejections) },
    inverse: { type: 'delete-rejection', rejection },
  });
}

function deleteRejection(comparison: Comparison, rejection: Rejection): Result<Step> {
  const { rejections } = comparison;
  if (!holds(rejections, rejection)) return failure('This suggestion is not rejected.');
  return success({
    comparison: { ...comparison, rejections: remove(rejections, rejection, compareRejections) },
    inverse: { type: 'add-rejection', rejection },
  });
}

function holds(rejections: readonly Rejection[], rejection: Rejection): boolean {
  const there = rejections[placeIn(rejections, rejection, compareRejections)];
  return there !== undefined && compareRejections(there, rejection) === 0;
}

/** The values that `set` is about to replace. */
function previous<T extends object, S extends Partial<T>>(record: T, set: S): S {
  return Object.fromEntries(Object.keys(set).map((key) => [key, record[key as keyof T]])) as S;
}

type Order<T> = (a: T, b: T) => number;

function insert<T>(sorted: readonly T[], item: T, order: Order<T>): readonly T[] {
  return sorted.toSpliced(placeIn(sorted, item, order), 0, item);
}

/** Without an item that is there. */
function remove<T>(sorted: readonly T[], item: T, order: Order<T>): readonly T[] {
  return sorted.toSpliced(placeIn(sorted, item, order), 1);
}
