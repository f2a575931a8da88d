import { z } from '../zod';
import { annotationSchema, compareAnnotations, compareIds, type Annotation } from './annotation';
import { articleSchema } from './article';
import { idSchema, lineSchema, momentSchema } from './fields';
import { linkSchema } from './link';

/** Two articles on one event, their annotations (in `compareAnnotations` order) and links (in id order). */
export const comparisonSchema = z
  .strictObject({
    id: idSchema,
    title: lineSchema,
    created: momentSchema,
    left: articleSchema,
    right: articleSchema,
    annotations: z.array(annotationSchema).readonly(),
    links: z.array(linkSchema).readonly(),
  })
  .readonly();

export type Comparison = z.infer<typeof comparisonSchema>;

/** Why `[start, end)` with `exact` cannot be a span of `text`, or null when it can. */
export function spanProblem(
  text: string,
  span: { readonly start: number; readonly end: number; readonly exact: string },
): string | null {
  const { start, end, exact } = span;
  if (start >= end) return 'The span is empty.';
  if (end > text.length) return 'The span reaches past the end of the article.';
  if (splitsSurrogates(text, start) || splitsSurrogates(text, end))
    return 'The span cuts a character in two.';
  if (text.slice(start, end) !== exact) return 'The span does not hold the text it says it holds.';
  return null;
}

function splitsSurrogates(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** What a comparison's parts demand of each other beyond their shapes; the first breach in words, or null. */
export function comparisonProblem(comparison: Comparison): string | null {
  const annotations = new Map<string, Annotation>();
  for (const annotation of comparison.annotations) {
    if (annotations.has(annotation.id)) return `Two annotations have the id ${annotation.id}.`;
    annotations.set(annotation.id, annotation);
    const problem = spanProblem(comparison[annotation.side].text, annotation);
    if (problem) return `Annotation ${annotation.id}: ${problem}`;
  }
  const links = new Set<string>();
  const ties = new Set<string>();
  for (const link of comparison.links) {
    if (links.has(link.id)) return `Two links have the id ${link.id}.`;
    links.add(link.id);
    if (
      annotations.get(link.left)?.side !== 'left' ||
      annotations.get(link.right)?.side !== 'right'
    )
      return `Link ${link.id} does not tie a left annotation to a right one.`;
    // Ids hold no spaces, so equal ties are twins (see areTwins).
    const tie = `${link.left} ${link.right} ${link.relation}`;
    if (ties.has(tie)) return `Link ${link.id} says what another link says already.`;
    ties.add(tie);
  }
  return null;
}

/** The comparison with its annotations and links in their one order. */
export function inOrder(comparison: Comparison): Comparison {
  return {
    ...comparison,
    annotations: comparison.annotations.toSorted(compareAnnotations),
    links: comparison.links.toSorted(compareIds),
  };
}

/** A comparison of two articles with nothing marked yet. */
export function newComparison(
  parts: Pick<Comparison, 'id' | 'title' | 'created' | 'left' | 'right'>,
): Comparison {
  return { ...parts, annotations: [], links: [] };
}
