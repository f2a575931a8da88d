import { compareAnnotations, compareIds, type Annotation } from '../model/annotation';
import { rejectionProblem, spanProblem, type Comparison } from '../model/comparison';
import { areTwins, type Link } from '../model/link';
import { compareRejections, type Rejection } from '../model/rejection';
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
}

/** Applies an edit whole or not at all; a refusal says in words why the edit does not fit the comparison. */
export function apply(comparison: Comparison, edit: Edit): Result<Applied> {
  const inverses: Change[] = [];
  let current = comparison;
  for (const change of edit.changes) {
    const step = applyChange(current, change);
    if (!step.ok) return step;
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
  if (comparison.annotations.some((each) => each.id === annotation.id))
    return failure('This annotation is already there.');
  const problem = spanProblem(comparison[annotation.side].text, annotation);
  if (problem) return failure(problem);
  return success({
    comparison: {
      ...comparison,
      annotations: insert(comparison.annotations, annotation, compareAnnotations),
    },
    inverse: { type: 'delete-annotation', id: annotation.id },
  });
}

function deleteAnnotation(comparison: Comparison, id: string): Result<Step> {
  const annotation = comparison.annotations.find((each) => each.id === id);
  if (!annotation) return failure('This annotation is no longer there.');
  if (comparison.links.some((link) => link.left === id || link.right === id))
    return failure('This annotation is still linked; its links have to go first.');
  return success({
    comparison: {
      ...comparison,
      annotations: comparison.annotations.filter((each) => each !== annotation),
    },
    inverse: { type: 'add-annotation', annotation },
  });
}

function changeAnnotation(
  comparison: Comparison,
  change: Change & { type: 'change-annotation' },
): Result<Step> {
  const annotation = comparison.annotations.find((each) => each.id === change.id);
  if (!annotation) return failure('This annotation is no longer there.');
  const next: Annotation = { ...annotation, ...change.set };
  const problem = spanProblem(comparison[annotation.side].text, next);
  if (problem) return failure(problem);
  const others = comparison.annotations.filter((each) => each !== annotation);
  return success({
    comparison: { ...comparison, annotations: insert(others, next, compareAnnotations) },
    inverse: { ...change, set: previous(annotation, change.set) },
  });
}

function addLink(comparison: Comparison, link: Link): Result<Step> {
  if (comparison.links.some((each) => each.id === link.id))
    return failure('This link is already there.');
  const sideOf = (id: string) => comparison.annotations.find((each) => each.id === id)?.side;
  if (sideOf(link.left) !== 'left' || sideOf(link.right) !== 'right')
    return failure('A link ties an annotation of the left article to one of the right.');
  if (comparison.links.some((each) => areTwins(each, link)))
    return failure('These two are already linked.');
  return success({
    comparison: { ...comparison, links: insert(comparison.links, link, compareIds) },
    inverse: { type: 'delete-link', id: link.id },
  });
}

function deleteLink(comparison: Comparison, id: string): Result<Step> {
  const link = comparison.links.find((each) => each.id === id);
  if (!link) return failure('This link is no longer there.');
  return success({
    comparison: { ...comparison, links: comparison.links.filter((each) => each !== link) },
    inverse: { type: 'add-link', link },
  });
}

function changeLink(
  comparison: Comparison,
  change: Change & { type: 'change-link' },
): Result<Step> {
  const link = comparison.links.find((each) => each.id === change.id);
  if (!link) return failure('This link is no longer there.');
  const next: Link = { ...link, ...change.set };
  if (comparison.links.some((each) => each !== link && areTwins(each, next)))
    return failure('These two are already linked.');
  return success({
    comparison: {
      ...comparison,
      links: comparison.links.map((each) => (each === link ? next : each)),
    },
    inverse: { ...change, set: previous(link, change.set) },
  });
}

function addRejection(comparison: Comparison, rejection: Rejection): Result<Step> {
  const { rejections } = comparison;
  if (rejections.some((each) => compareRejections(each, rejection) === 0))
    return failure('This suggestion is already rejected.');
  const problem = rejectionProblem(comparison, rejection);
  if (problem) return failure(problem);
  return success({
    comparison: { ...comparison, rejections: insert(rejections, rejection, compareRejections) },
    inverse: { type: 'delete-rejection', rejection },
  });
}

function deleteRejection(comparison: Comparison, rejection: Rejection): Result<Step> {
  const kept = comparison.rejections.filter((each) => compareRejections(each, rejection) !== 0);
  if (kept.length === comparison.rejections.length)
    return failure('This suggestion is not rejected.');
  return success({
    comparison: { ...comparison, rejections: kept },
    inverse: { type: 'add-rejection', rejection },
  });
}

/** The values that `set` is about to replace. */
function previous<T extends object, S extends Partial<T>>(record: T, set: S): S {
  return Object.fromEntries(Object.keys(set).map((key) => [key, record[key as keyof T]])) as S;
}

function insert<T>(sorted: readonly T[], item: T, order: (a: T, b: T) => number): readonly T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order(sorted[middle] as T, item) < 0) low = middle + 1;
    else high = middle;
  }
  return sorted.toSpliced(low, 0, item);
}
