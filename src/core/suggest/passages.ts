import { snapToGraphemes } from '../text/boundaries';
import type { Span } from '../text/quote-selector';
import { compareSpans } from '../text/spans';
import type { Analysis } from './analysis';
import { denseClusters } from './passages/clusters';
import { evidence, featuresOf } from './passages/evidence';
import { fit, type Candidate } from './passages/extend';
import { pairOf, type Box, type Pair, type Range } from './passages/pair';
import { findSeeds, type Seeds } from './passages/seeds';
import { findSummaries } from './passages/summaries';
import type { SuggestedPassage } from './suggestions';

/** A passage is at least so long on both sides, in UTF-16 code units. */
const SHORTEST = 150;

interface Found {
  readonly passage: SuggestedPassage;
  readonly rank: number;
}

/**
 * The longer stretches that one article reuses of the other: seeds of like sentences, clustered, fitted to each other
 * word by word and filtered by what speaks for them, and stretches that sum up the whole other article (after
 * Sanchez-Perez, Sidorov and Gelbukh, PAN 2014). Ordered by place in the left article; the score is their likeness,
 * 0..1. The mirrored pair has the mirrored passages.
 */
export function suggestPassages(left: Analysis, right: Analysis): readonly SuggestedPassage[] {
  return choosePassages(passageCandidates(left, right), evidence);
}

/** What may be passages of a pair, before anything speaks for or against them. */
export interface Candidates {
  readonly pair: Pair;
  readonly seeds: Seeds;
  readonly candidates: readonly Candidate[];
  readonly features: readonly (readonly number[])[];
}

export function passageCandidates(left: Analysis, right: Analysis): Candidates {
  const pair = pairOf(left, right);
  const seeds = findSeeds(pair);
  const candidates = denseClusters(pair, seeds)
    .map(({ box }) => fit(pair, box))
    .filter(({ box }) => lengthOf(left, box[0]) >= SHORTEST && lengthOf(right, box[1]) >= SHORTEST);
  return { pair, seeds, candidates, features: featuresOf(candidates) };
}

/** The passages among the candidates, those of which `judge` says more than 0, and the summaries. */
export function choosePassages(
  { pair, seeds, candidates, features }: Candidates,
  judge: (features: readonly number[]) => number,
): readonly SuggestedPassage[] {
  const copies = candidates.flatMap(({ box, likeness }, i) => {
    const rank = judge(features[i] ?? []);
    return rank > 0 ? [{ passage: passageAt(pair, box, likeness.cosine), rank }] : [];
  });
  const summaries = findSummaries(pair, seeds, candidates).map(({ box, score }) => ({
    passage: passageAt(pair, box, score),
    rank: Infinity,
  }));
  return withoutOverlaps([...summaries, ...copies])
    .map(({ passage }) => passage)
    .toSorted(byPlace);
}

function lengthOf({ tokens }: Analysis, { from, to }: Range): number {
  return (tokens.end[to - 1] as number) - (tokens.start[from] as number);
}

function passageAt({ sides }: Pair, [l, r]: Box, score: number): SuggestedPassage {
  return { left: spanOf(sides[0].article, l), right: spanOf(sides[1].article, r), score };
}

const CLOSERS = '.,;:!?…"”’\'»›)]}。，！？」』】';
/** Below this no character joins the one before it to one grapheme. */
const FIRST_JOINER = 0x300;

/** The span of some words, with the marks that close them. */
function spanOf({ text, tokens }: Analysis, { from, to }: Range): Span {
  const start = tokens.start[from] as number;
  let end = tokens.end[to - 1] as number;
  while (end < text.length && CLOSERS.includes(text.charAt(end))) end++;
  const span = { start, end };
  return [start, end].some((at) => text.charCodeAt(at) >= FIRST_JOINER)
    ? snapToGraphemes(text, span)
    : span;
}

/** Leaves out what overlaps something of higher rank on both sides. */
function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const next of found.toSorted(byRank)) {
    const { left, right } = next.passage;
    const covered = kept.some(
      (other) =>
        byRank(other, next) < 0 &&
        overlap(other.passage.left, left) &&
        overlap(other.passage.right, right),
    );
    if (!covered) kept.push(next);
  }
  return kept;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Higher rank first, then the place in both articles together, so that the mirrored pair is ordered alike. */
function byRank(a: Found, b: Found): number {
  if (a.rank !== b.rank) return b.rank - a.rank;
  const place = ({ passage: { left, right } }: Found) => left.start + right.start;
  return place(a) - place(b);
}

function byPlace(a: SuggestedPassage, b: SuggestedPassage): number {
  return compareSpans(a.left, b.left) || compareSpans(a.right, b.right);
}
