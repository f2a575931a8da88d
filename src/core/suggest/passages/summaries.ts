import type { Fragments } from './fragments';
import { clustersOf, type Cluster } from './clusters';
import { bestExtent, type Candidate } from './extend';
import { compare, ratio, type Box, type Pair, type Range } from './pair';
import type { Seeds } from './seeds';

/** A stretch of one article that sums up the other one: the box holds the stretch and the whole of the other. */
export interface Summary {
  readonly box: Box;
  readonly score: number;
}

/** Gaps between seeds, in fragments: in the summary, and in what it sums up. */
const CLOSE = 4;
const WIDE = 24;
/** How many times longer than its summary a text is at least, in words. */
const LEAST_RATIO = 2.5;
const FEWEST_WORDS = 40;
/** The share of the other article that the seeds must span, and the number of its fragments they must be in. */
const LEAST_SPAN = 0.6;
const FEWEST_FRAGMENTS = 4;
const LEAST_COSINE = 0.3;
/** The share of the summary's weight that the other article holds. */
const LEAST_HELD = 0.66;
/** How much of it, at least, is missing from each stretch of the other article that the summary might be a copy of. */
const LEAST_GAIN = 0.15;
/** How much of what ties the summary to the other article may lie in one stretch of the summary's own length. */
const MOST_IN_ONE_PLACE = 0.72;
const ROUNDS = 2;

/** Finds the stretches of either article that sum up the whole of the other one. */
export function findSummaries(
  pair: Pair,
  seeds: Seeds,
  candidates: readonly Candidate[],
): readonly Summary[] {
  const all = Array.from({ length: seeds.count }, (_, i) => i);
  if (all.length < FEWEST_FRAGMENTS) return [];
  return ([0, 1] as const).flatMap((side) =>
    clustersOf(pair, seeds, all, side === 0 ? [CLOSE, WIDE] : [WIDE, CLOSE]).flatMap(
      (cluster) => summaryOn(pair, seeds, candidates, side, cluster) ?? [],
    ),
  );
}

function summaryOn(
  pair: Pair,
  seeds: Seeds,
  candidates: readonly Candidate[],
  side: 0 | 1,
  cluster: Cluster,
): Summary | null {
  const there = side === 0 ? 1 : 0;
  const brief = pair.sides[side];
  const long = pair.sides[there];
  const words = long.article.tokens.count;
  const from = cluster.box[there];
  const spanned = from.to - from.from;
  const size = cluster.box[side].to - cluster.box[side].from;
  const met = new Set(cluster.seeds.map((seed) => seeds.fragments[there][seed]));
  if (spanned < LEAST_SPAN * words || met.size < FEWEST_FRAGMENTS) return null;
  if (size < FEWEST_WORDS || spanned < LEAST_RATIO * size) return null;
  const score = compare(pair, cluster.box).cosine;
  if (score < LEAST_COSINE) return null;

  let summary: Range = cluster.box[side];
  for (let round = 0; round < ROUNDS; round++)
    summary = bestExtent(pair, brief, summary, long, from);
  const own = heldIn(pair, side, summary, from);
  const copied = candidates
    .filter(({ box }) => box[side].from < summary.to && summary.from < box[side].to)
    .map(({ box }) => heldIn(pair, side, summary, box[there]));
  if (own < LEAST_HELD || own - Math.max(0, ...copied) < LEAST_GAIN) return null;
  if (inOnePlace(pair, seeds, side, cluster, summary) > MOST_IN_ONE_PLACE) return null;
  const whole = { from: 0, to: words };
  return { box: side === 0 ? [summary, whole] : [whole, summary], score };
}

/** The share of a stretch's weight that is in words which a stretch of the other article has too. */
function heldIn({ sides, weights }: Pair, side: 0 | 1, range: Range, there: Range): number {
  const stems = sides[side].article.tokens.stem;
  const other = sides[side === 0 ? 1 : 0].article.tokens.stem;
  const known = new Set(other.subarray(there.from, there.to));
  let held = 0;
  let all = 0;
  for (let i = range.from; i < range.to; i++) {
    const stem = stems[i] as number;
    const weight = weights[stem] as number;
    all += weight;
    if (known.has(stem)) held += weight;
  }
  return ratio(held, all);
}

/** The share of the best seeds of the summary's fragments, by product, that starts in one stretch of its length. */
function inOnePlace(
  { sides }: Pair,
  seeds: Seeds,
  side: 0 | 1,
  cluster: Cluster,
  summary: Range,
): number {
  const there = side === 0 ? 1 : 0;
  const { from, to }: Fragments = sides[side].fragments;
  const best = new Map<number, number>();
  for (const seed of cluster.seeds) {
    const fragment = seeds.fragments[side][seed] as number;
    if ((to[fragment] as number) <= summary.from || (from[fragment] as number) >= summary.to)
      continue;
    const known = best.get(fragment);
    if (known === undefined || (seeds.product[seed] as number) > (seeds.product[known] as number))
      best.set(fragment, seed);
  }
  const places = [...best.values()].map((seed) => ({
    at: sides[there].fragments.from[seeds.fragments[there][seed] as number] as number,
    product: seeds.product[seed] as number,
  }));
  const sum = (list: typeof places) => list.reduce((total, { product }) => total + product, 0);
  const length = summary.to - summary.from;
  const most = Math.max(
    0,
    ...places.map(({ at }) => sum(places.filter((p) => p.at >= at && p.at <= at + length))),
  );
  return ratio(most, sum(places));
}
