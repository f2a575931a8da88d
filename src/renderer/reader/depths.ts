import type { Lookup } from '../../core/lookup/lookup';
import { compareAnnotations, type Annotation } from '../../core/model/annotation';
import type { Side } from '../../core/model/fields';
import type { Span } from '../../core/text/quote-selector';

/** The annotations of a stretch of one article, each with the number of earlier ones that it begins inside. */
export function depthsIn(
  lookup: Lookup,
  side: Side,
  stretch: Span,
): readonly { readonly annotation: Annotation; readonly depth: number }[] {
  let open: Annotation[] = [];
  return lookup.overlapping(side, stretch).map((annotation) => {
    open = open.filter(({ end }) => end > annotation.start);
    // What it begins inside may end before the stretch begins, so that it is not among those gone through.
    const around =
      annotation.start < stretch.start
        ? lookup
            .at(side, annotation.start)
            .filter((each) => compareAnnotations(each, annotation) < 0)
        : open;
    const depth = around.length;
    open.push(annotation);
    return { annotation, depth };
  });
}
