import { z } from '../zod';
import { annotationSchema, compareAnnotations, compareIds, type Annotation } from './annotation';
import { articleSchema } from './article';
import { idSchema, lineSchema, momentSchema, SIDES, type Side } from './fields';
import { linkSchema } from './link';
import { compareRejections, rejectionKey, rejectionSchema, type Rejection } from './rejection';

/**
 * Two articles on one event, their annotations (in `compareAnnotations` order), links (in id order) and the suggestions
 * turned down (in `compareRejections` order; files from before there were suggestions hold none).
 */
export const comparisonSchema = z
  .strictObject({
    id: idSchema,
    title: lineSchema,
    created: momentSchema,
    left: articleSchema,
    right: articleSchema,
    annotations: z.array(annotationSchema).readonly(),
    links: z.array(linkSchema).readonly(),
    rejections: z.array(rejectionSchema).readonly().default([]),
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
  const rejected = new Set<string>();
  for (const rejection of comparison.rejections) {
    const key = rejectionKey(rejection);
    if (rejected.has(key)) return `The rejection ${key} is there twice.`;
    rejected.add(key);
    const problem = rejectionProblem(comparison, rejection);
    if (problem) return `The rejection ${key}: ${problem}`;
  }
  return null;
}

/** Why a comparison cannot hold a rejection, or null when it can. */
export function rejectionProblem(
  comparison: Pick<Comparison, Side>,
  rejection: Rejection,
): string | null {
  const ends = SIDES.flatMap((side) => rejection[side] ?? []);
  if (ends.length !== (rejection.kind === 'link' ? 2 : 1))
    return 'A link has two spans, a claim or a quote has one.';
  for (const side of SIDES) {
    const span = rejection[side];
    const problem = span && spanProblem(comparison[side].text, span);
    if (problem) return problem;
  }
  return null;
}

/** The comparison with its annotations, links and rejections in their one order. */
export function inOrder(comparison: Comparison): Comparison {
  return {
    ...comparison,
    annotations: comparison.annotations.toSorted(compareAnnotations),
    links: comparison.links.toSorted(compareIds),
    rejections: comparison.rejections.toSorted(compareRejections),
  };
}

/** A comparison of two articles with nothing marked yet. */
export function newComparison(
  parts: Pick<Comparison, 'id' | 'title' | 'created' | 'left' | 'right'>,
): Comparison {
  return { ...parts, annotations: [], links: [], rejections: [] };
}
