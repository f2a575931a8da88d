import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import type { UnplacedAnnotation } from '../model/unplaced';
import type { Span } from '../text/quote-selector';
import { linksOf } from './apply-link';
import type { Author } from './build-edits';
import type { Change, Edit } from './edit';

/** The edit that gives an annotation without a sure place one; links that waited for it alone stand again. */
export function placeUnplaced(
  comparison: Comparison,
  waiting: UnplacedAnnotation,
  { start, end }: Span,
  author: Author,
): Edit {
  const { prefix: _prefix, suffix: _suffix, guess: _guess, ...record } = waiting;
  const exact = comparison[waiting.side].text.slice(start, end);
  const annotation: Annotation = { ...record, start, end, exact, modified: author.now };
  return {
    name: `Place ${waiting.tag}`,
    changes: [
      ...taken(comparison, waiting),
      { type: 'add-annotation', annotation },
      ...linksOf(comparison, waiting.id).map((link): Change => ({ type: 'add-link', link })),
    ],
  };
}

/** The edit that deletes an annotation without a sure place, and with it its links. */
export function dropUnplaced(comparison: Comparison, waiting: UnplacedAnnotation): Edit {
  return { name: `Delete ${waiting.tag}`, changes: taken(comparison, waiting) };
}

function taken(comparison: Comparison, { id }: UnplacedAnnotation): readonly Change[] {
  return [
    ...linksOf(comparison, id).map((link): Change => ({ type: 'delete-link', id: link.id })),
    { type: 'delete-unplaced', id },
  ];
}
