import { z } from '../zod';
import { annotationSchema, compareAnnotations, compareIds } from './annotation';
import { articleSchema } from './article';
import { idSchema, lineSchema, momentSchema, SIDES, type Side } from './fields';
import { linkSchema, type Link } from './link';
import { compareProposed, proposedKey, proposedLinkSchema, proposedProblem } from './proposed';
import { compareRejections, rejectionKey, rejectionSchema, type Rejection } from './rejection';
import { spanProblem } from './span-problem';
import { NOTHING_UNPLACED, unplacedProblem, unplacedSchema } from './unplaced';

/**
 * Two articles on one event, their annotations (in `compareAnnotations` order), links (in id order), the suggestions turned
 * down (in `compareRejections` order), the links that other programs propose (in `compareProposed` order), and what has
 * no sure place in the texts. Files from before there were the last three hold none.
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
    proposed: z.array(proposedLinkSchema).readonly().default([]),
    unplaced: unplacedSchema.default(NOTHING_UNPLACED),
  })
  .readonly();

export type Comparison = z.infer<typeof comparisonSchema>;

/** What a comparison's parts demand of each other beyond their shapes; the first breach in words, or null. */
export function comparisonProblem(comparison: Comparison): string | null {
  return (
    annotationsProblem(comparison) ??
    linksProblem(comparison) ??
    rejectionsProblem(comparison) ??
    allProposedProblem(comparison)
  );
}

function annotationsProblem(comparison: Comparison): string | null {
  const ids = new Set<string>();
  const isTwice = (id: string) => ids.size === ids.add(id).size;
  for (const annotation of comparison.annotations) {
    if (isTwice(annotation.id)) return `Two annotations have the id ${annotation.id}.`;
    const problem = spanProblem(comparison[annotation.side].text, annotation);
    if (problem) return `Annotation ${annotation.id}: ${problem}`;
  }
  for (const annotation of comparison.unplaced.annotations) {
    if (isTwice(annotation.id)) return `Two annotations have the id ${annotation.id}.`;
    const problem = unplacedProblem(comparison[annotation.side].text, annotation);
    if (problem) return `The best guess for annotation ${annotation.id}: ${problem}`;
  }
  return null;
}

function linksProblem({ annotations, links, unplaced }: Comparison): string | null {
  const placed = new Map(annotations.map(({ id, side }) => [id, side]));
  const all = new Map([
    ...placed,
    ...unplaced.annotations.map(({ id, side }) => [id, side] as const),
  ]);
  const ids = new Set<string>();
  const ties = new Set<string>();
  const problemOf = (link: Link, sides: ReadonlyMap<string, Side>): string | null => {
    if (ids.has(link.id)) return `Two links have the id ${link.id}.`;
    ids.add(link.id);
    if (sides.get(link.left) !== 'left' || sides.get(link.right) !== 'right')
      return `Link ${link.id} does not tie a left annotation to a right one.`;
    // Ids hold no spaces, so equal ties are twins (see areTwins).
    const tie = `${link.left} ${link.right} ${link.relation}`;
    if (ties.has(tie)) return `Link ${link.id} says what another link says already.`;
    ties.add(tie);
    return null;
  };
  for (const link of links) {
    const problem = problemOf(link, placed);
    if (problem) return problem;
  }
  for (const link of unplaced.links) {
    const problem = problemOf(link, all);
    if (problem) return problem;
    if (placed.has(link.left) && placed.has(link.right))
      return `Link ${link.id} waits, but both its annotations have their places.`;
  }
  return null;
}

function rejectionsProblem(comparison: Comparison): string | null {
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

function allProposedProblem({ left, right, proposed }: Comparison): string | null {
  const texts = { left: left.text, right: right.text };
  const keys = new Set<string>();
  for (const each of proposed) {
    const key = proposedKey(each);
    if (keys.has(key)) return `The proposed ${key} is there twice.`;
    keys.add(key);
    const problem = proposedProblem(texts, each);
    if (problem) return `The proposed ${key}: ${problem}`;
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

/** The comparison with all it holds in its one order. */
export function inOrder(comparison: Comparison): Comparison {
  return {
    ...comparison,
    annotations: comparison.annotations.toSorted(compareAnnotations),
    links: comparison.links.toSorted(compareIds),
    rejections: comparison.rejections.toSorted(compareRejections),
    proposed: comparison.proposed.toSorted(compareProposed),
    unplaced: {
      annotations: comparison.unplaced.annotations.toSorted(compareIds),
      links: comparison.unplaced.links.toSorted(compareIds),
    },
  };
}

/** A comparison of two articles with nothing marked yet. */
export function newComparison(
  parts: Pick<Comparison, 'id' | 'title' | 'created' | 'left' | 'right'>,
): Comparison {
  return {
    ...parts,
    annotations: [],
    links: [],
    rejections: [],
    proposed: [],
    unplaced: NOTHING_UNPLACED,
  };
}
