import type { Analysis } from '../analysis';
import { fragmentsOf, type Fragments } from './fragments';

/** Words of an article, `[from, to)`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A stretch of either article. */
export type Box = readonly [Range, Range];

export interface Side {
  readonly article: Analysis;
  readonly fragments: Fragments;
  /** How often each stem occurs in the article. */
  readonly totals: Int32Array;
  /** How often each stem occurs in the stretch that is being compared; all 0 in between. */
  readonly inside: Int32Array;
}

/** Both articles with what they are compared by. All weights are whole, so that no sum depends on its order. */
export interface Pair {
  readonly sides: readonly [Side, Side];
  readonly weights: Int32Array;
}

const UNIT = 256;

/** Both articles cut into fragments, and the inverse fragment frequency of each stem (as BM25 has it, in 1/256). */
export function pairOf(left: Analysis, right: Analysis): Pair {
  const sides = [sideOf(left), sideOf(right)] as const;
  const frequency = new Int32Array(left.vocabulary.stemCount);
  for (const { fragments } of sides) {
    const end = fragments.termsFrom[fragments.count] as number;
    for (let i = 0; i < end; i++) {
      const stem = fragments.terms[i] as number;
      frequency[stem] = (frequency[stem] as number) + 1;
    }
  }
  const all = sides[0].fragments.count + sides[1].fragments.count;
  const weights = frequency.map((n) =>
    Math.round(UNIT * Math.log(1 + (all - n + 0.5) / (n + 0.5))),
  );
  return { sides, weights };
}

function sideOf(article: Analysis): Side {
  const { stemCount } = article.vocabulary;
  const totals = new Int32Array(stemCount);
  for (const stem of article.tokens.stem) totals[stem] = (totals[stem] as number) + 1;
  return { article, fragments: fragmentsOf(article), totals, inside: new Int32Array(stemCount) };
}

/** How alike two stretches are. Weights are in units of `UNIT`, each word counted as often as both have it. */
export interface Likeness {
  /** Cosine of their tf-idf vectors. */
  readonly cosine: number;
  /** The weight of the words they share, over the weight of all words of the lighter and of the heavier one. */
  readonly ofLighter: number;
  readonly ofHeavier: number;
  /** The weight they share in words that occur nowhere else, words that also do counted in part; in plain idf. */
  readonly exclusive: number;
  /** How many different words both have that occur nowhere else. */
  readonly exclusiveWords: number;
}

/** Compares a stretch of the left article with one of the right. */
export function compare({ sides: [left, right], weights }: Pair, [l, r]: Box): Likeness {
  const leftStems = left.article.tokens.stem;
  const rightStems = right.article.tokens.stem;
  count(left.inside, leftStems, l);
  count(right.inside, rightStems, r);
  let dot = 0;
  let shared = 0;
  let exclusive = 0;
  let exclusiveWords = 0;
  for (let i = l.from; i < l.to; i++) {
    const stem = leftStems[i] as number;
    const here = left.inside[stem] as number;
    const there = right.inside[stem] as number;
    if (here <= 0 || there <= 0) continue;
    const weight = weights[stem] as number;
    const both = Math.min(here, there) * weight;
    const share = (here / (left.totals[stem] as number)) * (there / (right.totals[stem] as number));
    dot += here * there * weight * weight;
    shared += both;
    exclusive += Math.round(both * share);
    if (share === 1) exclusiveWords++;
    // Seen: the stem is not counted again.
    left.inside[stem] = -here;
  }
  for (let i = l.from; i < l.to; i++) {
    const stem = leftStems[i] as number;
    left.inside[stem] = Math.abs(left.inside[stem] as number);
  }
  const own = weigh(left.inside, leftStems, l, weights);
  const other = weigh(right.inside, rightStems, r, weights);
  return {
    cosine: ratio(dot, Math.sqrt(own.square * other.square)),
    ofLighter: ratio(shared, Math.min(own.sum, other.sum)),
    ofHeavier: ratio(shared, Math.max(own.sum, other.sum)),
    exclusive: exclusive / UNIT,
    exclusiveWords,
  };
}

function count(inside: Int32Array, stems: Int32Array, { from, to }: Range): void {
  for (let i = from; i < to; i++) {
    const stem = stems[i] as number;
    inside[stem] = (inside[stem] as number) + 1;
  }
}

/** The sum and the square of a stretch's weights; empties `inside`. */
function weigh(
  inside: Int32Array,
  stems: Int32Array,
  { from, to }: Range,
  weights: Int32Array,
): { sum: number; square: number } {
  let sum = 0;
  let square = 0;
  for (let i = from; i < to; i++) {
    const stem = stems[i] as number;
    const weight = (inside[stem] as number) * (weights[stem] as number);
    sum += weight;
    square += weight * weight;
    inside[stem] = 0;
  }
  return { sum, square };
}

/** `part / whole`, at most 1, and 0 where there is nothing. */
export function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
