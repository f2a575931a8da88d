import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import { otherSide, type Side } from '../model/fields';
import { likenessTo } from '../text/compare-words';
import type { Span } from '../text/quote-selector';
import { compareSpans, overlap } from '../text/spans';
import { SAME_PLACE } from './proposals';
import type { SuggestedLink } from './suggestions';

/** What a span may be linked to in the other article. */
export interface LinkCandidate {
  /** Tells it from every other one. */
  readonly key: string;
  readonly span: Span;
  readonly text: string;
  /** Null where nothing is tagged yet. */
  readonly annotation: Annotation | null;
  /** How well it fits, 0..1: the likeness of the words or the engine's score, whichever is higher. */
  readonly score: number;
  readonly proposed: boolean;
}

/**
 * What the span picked on `side` may be linked to, best first: the annotations of the other article that `annotation`,
 * where the span is one, is not linked to yet, and what the engine proposes that is not tagged.
 */
export function linkCandidates(
  comparison: Comparison,
  side: Side,
  picked: Span & Partial<Pick<Annotation, 'id'>>,
  proposed: readonly SuggestedLink[],
): readonly LinkCandidate[] {
  const other = otherSide(side);
  const { text } = comparison[other];
  const likeness = likenessTo(comparison[side].text.slice(picked.start, picked.end));
  const linked = new Set(
    comparison.links.flatMap((link) => (link[side] === picked.id ? [link[other]] : [])),
  );
  const annotations = comparison.annotations.filter((each) => each.side === other);
  const taken = new Set<SuggestedLink>();
  const tagged = annotations.flatMap((annotation): LinkCandidate[] => {
    const here = proposed.filter((link) => overlap(link[other], annotation) >= SAME_PLACE);
    for (const link of here) taken.add(link);
    if (linked.has(annotation.id)) return [];
    return [
      {
        key: annotation.id,
        span: annotation,
        text: annotation.exact,
        annotation,
        score: Math.max(likeness(annotation.exact), ...here.map(({ score }) => score)),
        proposed: here.length > 0,
      },
    ];
  });
  const untagged = proposed.flatMap((link): LinkCandidate[] => {
    if (taken.has(link)) return [];
    const { start, end } = link[other];
    const exact = text.slice(start, end);
    const score = Math.max(link.score, likeness(exact));
    return [
      {
        key: `${start}-${end}`,
        span: { start, end },
        text: exact,
        annotation: null,
        score,
        proposed: true,
      },
    ];
  });
  return [...tagged, ...untagged].toSorted(
    (a, b) => b.score - a.score || compareSpans(a.span, b.span),
  );
}
