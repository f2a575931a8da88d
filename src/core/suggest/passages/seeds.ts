import type { Fragments } from './fragments';
import type { Pair } from './pair';

/** Pairs of fragments that are alike, ordered by the left fragment. */
export interface Seeds {
  readonly count: number;
  /** The fragments of each seed, left and right. */
  readonly fragments: readonly [readonly number[], readonly number[]];
  /** The product of their tf-idf vectors. */
  readonly product: readonly number[];
}

const LEAST_COSINE = 0.22;
const LEAST_DICE = 0.2;
/** How many pairs of occurrences are looked at for each fragment, rarest words first: it keeps the work linear. */
const EFFORT = 24;
/** The share of the least product that the words looked at must make before the others are counted too. */
const LEAST_SEEN = 0.5;
/** How many seeds a fragment may have, on average: texts that say everything over and over keep the likest ones. */
const MOST_SEEDS = 2;

/**
 * Finds the pairs of fragments whose tf-idf cosine and Dice coefficient are both high enough (Sanchez-Perez, Sidorov
 * and Gelbukh, "A winning approach to text alignment for text reuse detection at PAN 2014").
 */
export function findSeeds({ sides, weights }: Pair): Seeds {
  const [left, right] = [sides[0].fragments, sides[1].fragments];
  const index = indexOf(left, right, weights.length);
  const looked = { left: vectorsOf(left, weights, index), right: vectorsOf(right, weights, index) };
  const leftOf: number[] = [];
  const rightOf: number[] = [];
  const products: number[] = [];
  const cosines: number[] = [];
  const product = new Float64Array(right.count);
  const shared = new Int32Array(right.count);
  const met = new Int32Array(right.count);
  const own = new Int32Array(weights.length);
  for (let l = 0; l < left.count; l++) {
    let count = 0;
    const first = left.termsFrom[l] as number;
    const last = left.termsFrom[l + 1] as number;
    for (let i = first; i < last; i++) {
      const stem = left.terms[i] as number;
      const weight = (weights[stem] as number) * (weights[stem] as number);
      const times = left.times[i] as number;
      const end = index.from[stem + 1] as number;
      for (let at = index.from[stem] as number; at < end; at++) {
        const r = index.fragment[at] as number;
        if (shared[r] === 0) met[count++] = r;
        shared[r] = (shared[r] as number) + 1;
        product[r] = (product[r] as number) + weight * times * (index.times[at] as number);
      }
    }
    const leftOut = looked.left.leftOut[l] as number;
    const square = looked.left.square[l] as number;
    if (leftOut > 0)
      for (let i = first; i < last; i++) own[left.terms[i] as number] = left.times[i] as number;
    for (let i = 0; i < count; i++) {
      const r = met[i] as number;
      let dot = product[r] as number;
      let both = shared[r] as number;
      product[r] = 0;
      shared[r] = 0;
      const least = LEAST_COSINE * Math.sqrt(square * (looked.right.square[r] as number));
      const unseen = leftOut * (looked.right.leftOut[r] as number);
      if (unseen > 0 && dot > LEAST_SEEN * least && dot + Math.sqrt(unseen) > least)
        [dot, both] = exactly(right, r, own, weights);
      const terms =
        last - first + (right.termsFrom[r + 1] as number) - (right.termsFrom[r] as number);
      if (dot <= least || 2 * both <= LEAST_DICE * terms) continue;
      leftOf.push(l);
      rightOf.push(r);
      products.push(dot);
      cosines.push((dot * LEAST_COSINE) / least);
    }
    if (leftOut > 0) for (let i = first; i < last; i++) own[left.terms[i] as number] = 0;
  }
  const bar = barFor(cosines, MOST_SEEDS * (left.count + right.count));
  const best = <T>(list: readonly T[]) => list.filter((_, i) => (cosines[i] as number) > bar);
  return {
    count: best(cosines).length,
    fragments: [best(leftOf), best(rightOf)],
    product: best(products),
  };
}

/** What a cosine must exceed so that at most `most` of them do. */
function barFor(cosines: readonly number[], most: number): number {
  if (cosines.length <= most) return 0;
  return Float64Array.from(cosines).toSorted()[cosines.length - most - 1] as number;
}

/** Where each stem that is looked up occurs in the right fragments: at `[from[stem], from[stem + 1])`. */
interface Index {
  readonly from: Int32Array;
  readonly fragment: Int32Array;
  readonly times: Int32Array;
}

function indexOf(left: Fragments, right: Fragments, stemCount: number): Index {
  const here = frequencies(left, stemCount);
  const there = frequencies(right, stemCount);
  const most = mostPairs(here, there, EFFORT * (left.count + right.count));
  const from = new Int32Array(stemCount + 1);
  for (let stem = 0; stem < stemCount; stem++) {
    const pairs = (here[stem] as number) * (there[stem] as number);
    const listed = pairs > 0 && pairs <= most ? (there[stem] as number) : 0;
    from[stem + 1] = (from[stem] as number) + listed;
  }
  const next = from.slice(0, stemCount);
  const fragment = new Int32Array(from[stemCount] as number);
  const times = new Int32Array(from[stemCount] as number);
  for (let r = 0; r < right.count; r++) {
    const end = right.termsFrom[r + 1] as number;
    for (let i = right.termsFrom[r] as number; i < end; i++) {
      const stem = right.terms[i] as number;
      const at = next[stem] as number;
      if (at === from[stem + 1]) continue;
      fragment[at] = r;
      times[at] = right.times[i] as number;
      next[stem] = at + 1;
    }
  }
  return { from, fragment, times };
}

function frequencies(fragments: Fragments, stemCount: number): Int32Array {
  const found = new Int32Array(stemCount);
  const end = fragments.termsFrom[fragments.count] as number;
  for (let i = 0; i < end; i++) {
    const stem = fragments.terms[i] as number;
    found[stem] = (found[stem] as number) + 1;
  }
  return found;
}

/** How many pairs a stem may make at most, so that all stems that make no more make `budget` pairs at most. */
function mostPairs(here: Int32Array, there: Int32Array, budget: number): number {
  const pairs = new Float64Array(here.length);
  let all = 0;
  for (let stem = 0; stem < here.length; stem++) {
    pairs[stem] = (here[stem] as number) * (there[stem] as number);
    all += pairs[stem] as number;
  }
  if (all <= budget) return Infinity;
  pairs.sort();
  let sum = 0;
  for (let i = 0; i < pairs.length; i++) {
    sum += pairs[i] as number;
    // Stems that make equally many are all in or all out.
    if (sum > budget) return (pairs[i] as number) - 1;
  }
  return Infinity;
}

/** The square of each fragment's tf-idf vector, and the share of it that is in stems the index leaves out. */
function vectorsOf(
  { count, termsFrom, terms, times }: Fragments,
  weights: Int32Array,
  { from }: Index,
): { square: Float64Array; leftOut: Float64Array } {
  const square = new Float64Array(count);
  const leftOut = new Float64Array(count);
  for (let fragment = 0; fragment < count; fragment++) {
    let sum = 0;
    let out = 0;
    const end = termsFrom[fragment + 1] as number;
    for (let i = termsFrom[fragment] as number; i < end; i++) {
      const stem = terms[i] as number;
      const weight = (weights[stem] as number) * (times[i] as number);
      sum += weight * weight;
      if (from[stem] === from[stem + 1]) out += weight * weight;
    }
    square[fragment] = sum;
    leftOut[fragment] = out;
  }
  return { square, leftOut };
}

/** The product of a right fragment's vector with the one whose times are `own`, and how many stems they share. */
function exactly(
  { termsFrom, terms, times }: Fragments,
  fragment: number,
  own: Int32Array,
  weights: Int32Array,
): [product: number, shared: number] {
  let product = 0;
  let shared = 0;
  const end = termsFrom[fragment + 1] as number;
  for (let i = termsFrom[fragment] as number; i < end; i++) {
    const stem = terms[i] as number;
    const there = own[stem] as number;
    if (there === 0) continue;
    product += there * (times[i] as number) * (weights[stem] as number) * (weights[stem] as number);
    shared++;
  }
  return [product, shared];
}
