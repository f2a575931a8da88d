import type { Fragments } from './fragments';
import { compare, type Box, type Pair } from './pair';
import type { Seeds } from './seeds';

/** How many fragments without a seed may lie between two of a cluster, at most, on each side. */
export type Gaps = readonly [number, number];

/** Seeds that lie close together, by index, and the words they span. */
export interface Cluster {
  readonly seeds: readonly number[];
  readonly box: Box;
}

/** Splits seeds into the clusters that no gap runs through, on either side. */
export function clustersOf(
  { sides }: Pair,
  seeds: Seeds,
  indices: readonly number[],
  gaps: Gaps,
): readonly Cluster[] {
  const found: Cluster[] = [];
  const open: { list: readonly number[]; side: 0 | 1; settled: boolean }[] = [
    { list: indices, side: 0, settled: false },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { list, side, settled } = next;
    const parts = splitAtGaps(list, seeds.fragments[side], gaps[side]);
    const other = side === 0 ? 1 : 0;
    if (parts.length === 1 && settled)
      found.push({
        seeds: list,
        box: [
          spanned(list, seeds, sides[0].fragments, 0),
          spanned(list, seeds, sides[1].fragments, 1),
        ],
      });
    else for (const part of parts) open.push({ list: part, side: other, settled: true });
  }
  return found;
}

function splitAtGaps(
  list: readonly number[],
  fragments: readonly number[],
  gap: number,
): readonly (readonly number[])[] {
  const at = (i: number) => fragments[i] as number;
  const sorted = list.toSorted((a, b) => at(a) - at(b) || a - b);
  const parts: number[][] = [];
  let part: number[] = [];
  let before = -Infinity;
  for (const seed of sorted) {
    if (at(seed) - before > gap + 1) parts.push((part = []));
    part.push(seed);
    before = at(seed);
  }
  return parts;
}

function spanned(list: readonly number[], seeds: Seeds, fragments: Fragments, side: 0 | 1) {
  let first = Infinity;
  let last = -1;
  for (const seed of list) {
    const fragment = seeds.fragments[side][seed] as number;
    if (fragment < first) first = fragment;
    if (fragment > last) last = fragment;
  }
  return { from: fragments.from[first] as number, to: fragments.to[last] as number };
}

const WIDEST_GAP = 2;
const LEAST_COSINE = 0.36;
/** The idf that two stretches must share in words that are nowhere else: about that of one rare word. */
const LEAST_EXCLUSIVE = 3;

/** The clusters whose two stretches are alike as wholes; those that are not are tried again with smaller gaps. */
export function denseClusters(pair: Pair, seeds: Seeds): readonly Cluster[] {
  const tried = (indices: readonly number[], gap: number): readonly Cluster[] =>
    clustersOf(pair, seeds, indices, [gap, gap]).flatMap((cluster) => {
      const { cosine, exclusive } = compare(pair, cluster.box);
      if (exclusive < LEAST_EXCLUSIVE) return [];
      if (cosine >= LEAST_COSINE) return [cluster];
      return gap > 0 ? tried(cluster.seeds, gap - 1) : [];
    });
  return seeds.count === 0
    ? []
    : tried(
        Array.from({ length: seeds.count }, (_, i) => i),
        WIDEST_GAP,
      );
}
