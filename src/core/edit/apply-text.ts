import type { Annotation } from '../model/annotation';
import { comparisonProblem, inOrder, type Comparison } from '../model/comparison';
import type { UnplacedAnnotation } from '../model/unplaced';
import { failure, success, type Result } from '../result';
import type { Change } from './edit';
import type { Step } from './step';

type TextChange = Change & { readonly type: 'change-text' };

/**
 * Puts another text in place of an article's. The change says of each of the article's annotations where it stands in
 * that text or, with the best guess, that it has no sure place; links go and wait with them.
 */
export function changeText(comparison: Comparison, change: TextChange): Result<Step> {
  const { side, text, sha256, rejections, proposed } = change;
  if (text.trim() === '') return failure('An article needs a text.');
  const records = new Map<string, Annotation | UnplacedAnnotation>();
  const ofSide = (each: { readonly side: string }) => each.side === side;
  const [annotations, waiting] = [comparison.annotations, comparison.unplaced.annotations];
  for (const each of [...annotations, ...waiting].filter(ofSide)) records.set(each.id, each);
  const named = new Set([...change.placed, ...change.unplaced].map(({ id }) => id));
  const isWhole =
    named.size === records.size &&
    change.placed.length + change.unplaced.length === records.size &&
    [...named].every((id) => records.has(id));
  if (!isWhole) return failure('The text was corrected for other annotations than there are now.');

  const recordOf = (id: string) => records.get(id) as Annotation | UnplacedAnnotation;
  const placed = change.placed.map(({ id, start, end }): Annotation => {
    const { prefix: _, suffix: _s, guess: _g, ...record } = recordOf(id) as UnplacedAnnotation;
    return { ...record, start, end, exact: text.slice(start, end) };
  });
  const unplaced = change.unplaced.map((words): UnplacedAnnotation => {
    const { start: _, end: _e, ...record } = recordOf(words.id) as Annotation;
    return { ...record, ...words };
  });
  const next = inOrder({
    ...comparison,
    [side]: { ...comparison[side], text, sha256 },
    annotations: [...annotations.filter((each) => !ofSide(each)), ...placed],
    rejections,
    proposed,
    ...settled(comparison, [...waiting.filter((each) => !ofSide(each)), ...unplaced]),
  });
  const problem = comparisonProblem(next);
  return problem
    ? failure(problem)
    : success({ comparison: next, inverse: back(comparison, side) });
}

/** The links that stand and those that wait, when these annotations have no place. */
function settled(
  { links, unplaced }: Comparison,
  annotations: readonly UnplacedAnnotation[],
): Pick<Comparison, 'links' | 'unplaced'> {
  const without = new Set(annotations.map(({ id }) => id));
  const waits = ({ left, right }: { readonly left: string; readonly right: string }) =>
    without.has(left) || without.has(right);
  const all = [...links, ...unplaced.links];
  return {
    links: all.filter((link) => !waits(link)),
    unplaced: { annotations, links: all.filter(waits) },
  };
}

/** The change that leads back to the text an article has now. */
function back(comparison: Comparison, side: TextChange['side']): TextChange {
  const { annotations, unplaced, rejections, proposed } = comparison;
  const { text, sha256 } = comparison[side];
  return {
    type: 'change-text',
    side,
    text,
    sha256,
    placed: annotations
      .filter((each) => each.side === side)
      .map(({ id, start, end }) => ({ id, start, end })),
    unplaced: unplaced.annotations
      .filter((each) => each.side === side)
      .map(({ id, exact, prefix, suffix, guess }) => ({ id, exact, prefix, suffix, guess })),
    rejections,
    proposed,
  };
}
