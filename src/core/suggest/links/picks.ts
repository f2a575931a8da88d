import { overlap } from '../../text/spans';
import {
  candidatesOf,
  featuresOf,
  type Candidate,
  type Least,
  type SentenceMatch,
} from './candidates';
import { EXTENTLESS, FEATURES } from './features';
import type { Judge } from './forest';
import { ALL, MATCHED } from './grid';
import { select, type Room } from './select';
import type { SideText } from './side';

/** A candidate of the right extent, so far as its sentences tell, and its row of features. */
export interface Pick extends Candidate {
  readonly score: number;
  readonly order: readonly number[];
  /** The weight of the words that both have. */
  readonly matched: number;
  readonly row: Float32Array;
  /** How many words it repeats, less those it does not, when it repeats nearly all. */
  readonly repeats: number;
  /** Whether both have the same words, and one has them in quote marks. */
  readonly cited: boolean;
}

const EXTENT_ROOM: Room = { union: 0.5, inside: 2, partners: 99 };
const MOST_PICKS = 4;

/** The columns that tell how far a span reaches: all but those that are the same for all candidates of two sentences. */
export const EXTENT_COLUMNS: readonly number[] = FEATURES.flatMap((name, i) =>
  EXTENTLESS.has(name) ? [] : [i],
);

/** The best few candidates of two sentences by the extent's judge, and the longest that repeats nearly all its words. */
export function picksOf(
  left: SideText,
  right: SideText,
  match: SentenceMatch,
  judge: Judge,
  least?: Least,
): readonly Pick[] {
  const candidates = candidatesOf(left, right, match, least);
  const rows = featuresOf(left, right, candidates);
  const width = FEATURES.length;
  const judged = Float64Array.from(candidates, (_, i) => judge(rows, i * width));
  const repeats = candidates.map(repeatsOf);
  const pickAt = (i: number): Pick => {
    const candidate = candidates[i] as Candidate;
    const { a, b, c, d, left: inLeft, right: inRight } = candidate;
    return {
      a,
      b,
      c,
      d,
      match,
      left: inLeft,
      right: inRight,
      score: judged[i] as number,
      order: orderOf(candidate, rows[i * width + DICE] as number),
      matched: rows[i * width + PLAIN] as number,
      row: rows.subarray(i * width, (i + 1) * width),
      repeats: repeats[i] as number,
      cited: isCited(candidate),
    };
  };
  const lowest = judged.toSorted()[Math.max(0, judged.length - CONTENDERS)] ?? 0;
  const all = candidates.map((_, i) => i);
  const contenders = all.filter((i) => (judged[i] as number) >= lowest).map(pickAt);
  const expected = expectedFits(contenders);
  const scored = contenders.map((each, i) => ({ ...each, score: expected[i] as number }));
  const picks = select(scored, EXTENT_ROOM, MOST_PICKS);
  const most = repeats.reduce((longest, count) => Math.max(longest, count), 0);
  if (most === 0 || picks.some((pick) => pick.repeats === most)) return picks;
  return [...picks, ...all.filter((i) => repeats[i] === most).map(pickAt)];
}

/** So many candidates of two sentences compete for the right extent. */
const CONTENDERS = 12;
const DICE = FEATURES.indexOf('dice');
const PLAIN = FEATURES.indexOf('matched');

/** What decides between equals without naming a side. */
function orderOf({ left, right }: Candidate, dice: number): readonly number[] {
  const start = left.start - right.start;
  const end = left.end - right.end;
  return [
    dice,
    left.end - left.start + right.end - right.start,
    -left.start - right.start,
    -Math.abs(start),
    -Math.abs(end),
  ];
}

const FEWEST_REPEATED = 4;
const REPEATED_SHARE = 0.75;

/** The words two runs have in common less those they do not; 0 where these are many. */
function repeatsOf({ match: { grid }, a, b, c, d }: Candidate): number {
  const tied = grid.matched(MATCHED.tied, a, b, c, d);
  const left = grid.ownLeft(ALL.words, a, b);
  const right = grid.ownRight(ALL.words, c, d);
  if (tied < FEWEST_REPEATED || tied <= REPEATED_SHARE * Math.max(left, right)) return 0;
  return 3 * tied - left - right;
}

const FEWEST_CITED = 3;
const CITED_SHARE = 0.75;
const LEAST_CITED_WEIGHT = 15;

/** Whether one of two runs stands mainly in quote marks and both have mainly the same words. */
function isCited({ match: { grid }, a, b, c, d }: Candidate): boolean {
  const tied = grid.matched(MATCHED.tied, a, b, c, d);
  const left = grid.ownLeft(ALL.words, a, b);
  const right = grid.ownRight(ALL.words, c, d);
  return (
    tied >= FEWEST_CITED &&
    tied >= CITED_SHARE * Math.max(left, right) &&
    (grid.ownLeft(ALL.quoted, a, b) >= CITED_SHARE * left ||
      grid.ownRight(ALL.quoted, c, d) >= CITED_SHARE * right) &&
    grid.matched(MATCHED.local, a, b, c, d) >= LEAST_CITED_WEIGHT
  );
}

/** The names of what is known of a pick among the others, after its own features. */
export const PICK_FEATURES: readonly string[] = [
  ...FEATURES,
  'extent',
  'leadOne',
  'leadTwo',
  'repeats',
];

const WEIGHT = FEATURES.indexOf('matchedLocal');
/** So much of the shorter span is shared by rivals for it. */
const RIVAL = 0.5;

/** The features of picks, `PICK_FEATURES.length` numbers each: with each goes how far it leads its rivals on both sides. */
export function pickRows(picks: readonly Pick[]): Float32Array {
  const width = PICK_FEATURES.length;
  const rows = new Float32Array(picks.length * width);
  const left = bestRivals(picks, 'left');
  const right = bestRivals(picks, 'right');
  picks.forEach((pick, i) => {
    const at = i * width;
    const weight = pick.row[WEIGHT] as number;
    rows.set(pick.row, at);
    rows[at + FEATURES.length] = pick.score;
    const x = left[i] as number;
    const y = right[i] as number;
    rows[at + FEATURES.length + 1] = weight / (weight + Math.max(x, y) + 1);
    rows[at + FEATURES.length + 2] = weight / (weight + Math.min(x, y) + 1);
    rows[at + FEATURES.length + 3] = pick.repeats;
  });
  return rows;
}

/** Of each pick: the greatest weight of words shared by another pick that has much of its span on one side. */
function bestRivals(picks: readonly Pick[], side: 'left' | 'right'): readonly number[] {
  const bySentence = new Map<number, Pick[]>();
  for (const pick of picks) {
    const list = bySentence.get(pick.match[side]);
    if (list) list.push(pick);
    else bySentence.set(pick.match[side], [pick]);
  }
  return picks.map((pick) => {
    let best = 0;
    const mine = pick[side];
    for (const other of bySentence.get(pick.match[side]) as readonly Pick[]) {
      if (other === pick) continue;
      const theirs = other[side];
      if (overlap(mine, theirs) > RIVAL) best = Math.max(best, other.row[WEIGHT] as number);
    }
    return best;
  });
}

/**
 * How well each candidate is expected to fit: its overlap with every candidate, weighed by how likely that one is the
 * right one (minimum Bayes risk). One unsure judgement counts for less than many that agree.
 */
function expectedFits(candidates: readonly Pick[]): readonly number[] {
  const sums = new Float64Array(candidates.length);
  let all = 0;
  candidates.forEach((one, i) => {
    const odds = one.score / (1 - one.score);
    all += odds;
    sums[i] = (sums[i] as number) + odds;
    for (let j = 0; j < i; j++) {
      const other = candidates[j] as Pick;
      const fit = Math.min(overlap(one.left, other.left), overlap(one.right, other.right));
      if (fit <= MISFIT) continue;
      const share = Math.min(1, (fit - MISFIT) / (FIT - MISFIT));
      sums[i] += (share * other.score) / (1 - other.score);
      sums[j] = (sums[j] as number) + share * odds;
    }
  });
  return Array.from(sums, (sum) => Math.round((PRECISION * sum) / all) / PRECISION);
}

/** Sums are rounded so, as their order may differ when the sides are swapped. */
const PRECISION = 1e9;

/** An overlap up to the first counts for nothing, one from the second on is as good as the same. */
const MISFIT = 0.25;
const FIT = 0.75;
