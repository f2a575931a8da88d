import { carryLookup, lookupOf } from '../lookup/lookup';
import { compareAnnotations, type Annotation } from '../model/annotation';
import { rejectionProblem, type Comparison } from '../model/comparison';
import { compareRejections, type Rejection } from '../model/rejection';
import { spanProblem } from '../model/span-problem';
import { byId, placeIn } from '../model/sorted';
import { assertNever, failure, success, type Result } from '../result';
import { addLink, changeLink, deleteLink, linksOf } from './apply-link';
import { changeText } from './apply-text';
import { addUnplaced, changeUnplaced, deleteUnplaced } from './apply-unplaced';
import type { Change, Edit } from './edit';
import { insert, previous, remove, replace, type Step } from './step';

/** A comparison after an edit, and the edit that takes it back exactly. */
export interface Applied {
  readonly comparison: Comparison;
  readonly inverse: Edit;
}

/** Applies an edit whole or not at all; a refusal says in words why the edit does not fit the comparison. */
export function apply(comparison: Comparison, edit: Edit): Result<Applied> {
  const inverses: Change[] = [];
  let current = comparison;
  for (const change of edit.changes) {
    const step = applyChange(current, change);
    if (!step.ok) return step;
    // Another text moves everything: what lies where is then found anew when it is asked for.
    if (change.type !== 'change-text') carryLookup(current, step.value.comparison, step.value.swap);
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
    case 'change-text':
      return changeText(comparison, change);
    case 'add-unplaced':
      return addUnplaced(comparison, change.annotation);
    case 'delete-unplaced':
      return deleteUnplaced(comparison, change.id);
    case 'change-unplaced':
      return changeUnplaced(comparison, change);
    default:
      return assertNever(change);
  }
}

function addAnnotation(comparison: Comparison, annotation: Annotation): Result<Step> {
  const { id } = annotation;
  if (lookupOf(comparison).annotation(id) ?? byId(comparison.unplaced.annotations, id))
    return failure('This annotation is already there.');
  const problem = spanProblem(comparison[annotation.side].text, annotation);
  if (problem) return failure(problem);
  return success({
    comparison: {
      ...comparison,
      annotations: insert(comparison.annotations, annotation, compareAnnotations),
    },
    inverse: { type: 'delete-annotation', id },
    swap: { type: 'annotation', came: annotation },
  });
}

function deleteAnnotation(comparison: Comparison, id: string): Result<Step> {
  const annotation = lookupOf(comparison).annotation(id);
  if (!annotation) return failure('This annotation is no longer there.');
  if (linksOf(comparison, id).length > 0)
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
  const { annotations } = comparison;
  return success({
    comparison: {
      ...comparison,
      annotations: replace(annotations, annotation, next, compareAnnotations),
    },
    inverse: { ...change, set: previous(annotation, change.set) },
    swap: { type: 'annotation', gone: annotation, came: next },
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
