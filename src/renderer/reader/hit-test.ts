import type { Annotation } from '../../core/model/annotation';
import type { Comparison } from '../../core/model/comparison';
import type { Side } from '../../core/model/fields';

/** The annotations of one article that cover an offset, the shortest first. */
export function annotationsAt(
  { annotations }: Comparison,
  side: Side,
  offset: number,
): readonly Annotation[] {
  return annotations
    .filter((each) => each.side === side && each.start <= offset && offset < each.end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
}
