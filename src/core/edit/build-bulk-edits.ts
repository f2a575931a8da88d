import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import { deleteAnnotation, retag, type Author } from './build-edits';
import type { Change, Edit } from './edit';

/** The edit that deletes annotations and their links, as one step; null when there are none. */
export function deleteAnnotations(
  comparison: Comparison,
  annotations: readonly Annotation[],
): Edit | null {
  const [only] = annotations;
  if (!only) return null;
  if (annotations.length === 1) return deleteAnnotation(comparison, only);
  const ids = new Set(annotations.map(({ id }) => id));
  return {
    name: `Delete ${annotations.length} annotations`,
    changes: [
      ...[...comparison.links, ...comparison.unplaced.links]
        .filter(({ left, right }) => ids.has(left) || ids.has(right))
        .map(({ id }): Change => ({ type: 'delete-link', id })),
      ...annotations.map(({ id }): Change => ({ type: 'delete-annotation', id })),
    ],
  };
}

/** The edit that gives annotations a tag, as one step; null when they all have it. */
export function retagAll(
  annotations: readonly Annotation[],
  tag: string,
  author: Author,
): Edit | null {
  const others = annotations.filter((each) => each.tag !== tag);
  const [only] = others;
  if (!only) return null;
  if (others.length === 1) return retag(only, tag, author);
  return {
    name: `Change ${others.length} annotations to ${tag}`,
    changes: others.flatMap((each) => retag(each, tag, author).changes),
  };
}
