import { fragmentAt } from './fragments';
import { compare, type Box, type Likeness, type Pair, type Range, type Side } from './pair';

/** A stretch with the share of its words that stand beside the same word as in the other article, 0..1. */
export interface Extent extends Range {
  readonly verbatim: number;
}

/** Two stretches that were fitted to each other. */
export interface Candidate {
  readonly box: readonly [Extent, Extent];
  readonly likeness: Likeness;
  /** The share of the less verbatim side. */
  readonly verbatim: number;
}

/** How a word fits the stretch it is compared with: not in it, in it, in it beside the same word. */
const ABSENT = 0;
const SINGLE = 1;
const BESIDE = 2;

/** How often words that have nothing to do with a stretch fit it so. */
const BACKGROUND = [0.77, 0.13, 0.1] as const;
/** What is expected inside a passage before its words are seen, and the weight of that, in words. */
const PRIOR = [0.4, 0.3, 0.3] as const;
const PRIOR_WORDS = 1;
const LEAST_SHARE = 0.02;
/** How many words beyond a stretch may join it at each end. */
const REACH = 40;
const ROUNDS = 2;
/** Below this a passage was reworded, and its ends are taken from the sentences. */
const LITERAL = 0.8;

/** Fits both stretches of a box to each other, word by word. Says the same of the mirrored pair. */
export function fit(pair: Pair, box: Box): Candidate {
  const [left, right] = pair.sides;
  let fitted: readonly [Extent, Extent] = [
    { ...box[0], verbatim: 0 },
    { ...box[1], verbatim: 0 },
  ];
  for (let round = 0; round < ROUNDS; round++) {
    const [l, r] = fitted;
    fitted = [bestExtent(pair, left, l, right, r), bestExtent(pair, right, r, left, l)];
  }
  const verbatim = Math.min(fitted[0].verbatim, fitted[1].verbatim);
  if (verbatim < LITERAL) fitted = [toSentences(left, fitted[0]), toSentences(right, fitted[1])];
  return { box: fitted, likeness: compare(pair, fitted), verbatim };
}

/**
 * The stretch around `range` whose words speak most for their belonging to `other`: the largest sum of the words'
 * log-likelihood ratios, each times its weight (Kadane's algorithm). What speaks for it is learnt from the range.
 */
export function bestExtent(
  { weights }: Pair,
  side: Side,
  range: Range,
  otherSide: Side,
  other: Range,
): Extent {
  const { stem: stems, count } = side.article.tokens;
  const otherStems = otherSide.article.tokens.stem;
  const { inside } = otherSide;
  const pairs = new Set<number>();
  for (let i = other.from; i < other.to; i++) {
    const stem = otherStems[i] as number;
    inside[stem] = 1;
    if (i + 1 < other.to) pairs.add(stem * weights.length + (otherStems[i + 1] as number));
  }
  const first = Math.max(0, range.from - REACH);
  const end = Math.min(count, range.to + REACH);
  const fits = new Uint8Array(end - first);
  let beside = false;
  for (let i = first; i < end; i++) {
    const stem = stems[i] as number;
    const next = i + 1 < count && pairs.has(stem * weights.length + (stems[i + 1] as number));
    if (beside || next) fits[i - first] = BESIDE;
    else if (inside[stem] === 1) fits[i - first] = SINGLE;
    beside = next;
  }
  for (let i = other.from; i < other.to; i++) inside[otherStems[i] as number] = 0;

  const seen = [0, 0, 0];
  let all = 0;
  for (let i = range.from; i < range.to; i++) {
    const weight = weights[stems[i] as number] as number;
    const kind = fits[i - first] as number;
    seen[kind] = (seen[kind] as number) + weight;
    all += weight;
  }
  const known = (PRIOR_WORDS * all) / Math.max(1, range.to - range.from);
  const share = (kind: 0 | 1 | 2) =>
    all > 0 ? ((seen[kind] as number) + PRIOR[kind] * known) / (all + known) : PRIOR[kind];
  const speaks = (kind: 0 | 1 | 2) =>
    Math.log(Math.max(share(kind), LEAST_SHARE) / BACKGROUND[kind]);
  const absent = speaks(ABSENT);
  const ratios = [absent, Math.max(absent, speaks(SINGLE)), speaks(BESIDE)];

  let sum = 0;
  let best = 0;
  let from = first;
  let found = { from: range.from, to: range.to };
  for (let i = first; i < end; i++) {
    sum += (weights[stems[i] as number] as number) * (ratios[fits[i - first] as number] as number);
    if (sum <= 0) {
      sum = 0;
      from = i + 1;
    } else if (sum > best) {
      best = sum;
      found = { from, to: i + 1 };
    }
  }
  return { ...found, verbatim: share(BESIDE) };
}

/** The stretch grown to whole fragments where it holds at least half of the one it ends in. */
function toSentences({ fragments }: Side, { from, to, verbatim }: Extent): Extent {
  const held = (fragment: number) => {
    const first = fragments.from[fragment] as number;
    const end = fragments.to[fragment] as number;
    return 2 * (Math.min(end, to) - Math.max(first, from)) >= end - first;
  };
  const head = fragmentAt(fragments, from);
  const tail = fragmentAt(fragments, to - 1);
  return {
    from: held(head) ? (fragments.from[head] as number) : from,
    to: held(tail) ? (fragments.to[tail] as number) : to,
    verbatim,
  };
}
