import { lookupOf } from '../lookup/lookup';
import { compareIds } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import { byId } from '../model/sorted';
import { unplacedProblem, type UnplacedAnnotation } from '../model/unplaced';
import { failure, success, type Result } from '../result';
import { linksOf } from './apply-link';
import type { Change } from './edit';
import { insert, previous, remove, replace, type Step } from './step';

/** Adds an annotation that has no sure place. */
export function addUnplaced(comparison: Comparison, annotation: UnplacedAnnotation): Result<Step> {
  const { annotations } = comparison.unplaced;
  const { id, side } = annotation;
  if (lookupOf(comparison).annotation(id) ?? byId(annotations, id))
    return failure('This annotation is already there.');
  const problem = unplacedProblem(comparison[side].text, annotation);
  if (problem) return failure(problem);
  return success({
    comparison: withUnplaced(comparison, insert(annotations, annotation, compareIds)),
    inverse: { type: 'delete-unplaced', id },
  });
}

/** Takes an annotation that has no sure place away. */
export function deleteUnplaced(comparison: Comparison, id: string): Result<Step> {
  const { annotations } = comparison.unplaced;
  const annotation = byId(annotations, id);
  if (!annotation) return failure('This annotation is no longer there.');
  if (linksOf(comparison, id).length > 0)
    return failure('This annotation is still linked; its links have to go first.');
  return success({
    comparison: withUnplaced(comparison, remove(annotations, annotation, compareIds)),
    inverse: { type: 'add-unplaced', annotation },
  });
}

/** Changes an annotation that has no sure place. */
export function changeUnplaced(
  comparison: Comparison,
  change: Change & { type: 'change-unplaced' },
): Result<Step> {
  const { annotations } = comparison.unplaced;
  const annotation = byId(annotations, change.id);
  if (!annotation) return failure('This annotation is no longer there.');
  const next = { ...annotation, ...change.set };
  return success({
    comparison: withUnplaced(comparison, replace(annotations, annotation, next, compareIds)),
    inverse: { ...change, set: previous(annotation, change.set) },
  });
}

function withUnplaced(
  comparison: Comparison,
  annotations: readonly UnplacedAnnotation[],
): Comparison {
  return { ...comparison, unplaced: { ...comparison.unplaced, annotations } };
}
