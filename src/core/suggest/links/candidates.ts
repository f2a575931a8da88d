import type { Sentence } from '../analysis';
import type { Span } from '../../text/quote-selector';
import { align, type Alignment } from './align';
import { clausesOf, whole, type Cuts } from './clauses';
import { FEATURES, writeFeatures, type Runs, type SentenceFacts } from './features';
import { ALL, Grid, MATCHED } from './grid';
import { sharedRuns } from './runs';
import type { SentencePair } from './sentence-pairs';
import type { SideText } from './side';

/** Two aligned sentences; `left` and `right` are their places in `sentences` of either side. */
export interface SentenceMatch {
  readonly left: number;
  readonly right: number;
  readonly alignment: Alignment;
  readonly inLeft: Sentence;
  readonly inRight: Sentence;
  readonly grid: Grid;
  readonly facts: SentenceFacts;
}

/** Two runs of clauses that may say the same. */
export interface Candidate extends Runs {
  readonly match: SentenceMatch;
  readonly left: Span;
  readonly right: Span;
}

/** What runs must share to be candidates: so much weight, and so high a Dice coefficient of weights. */
export interface Least {
  readonly matched: number;
  readonly dice: number;
}

const LEAST: Least = { matched: 8, dice: 0.12 };
const MOST_CLAUSES = 5;
/** So many candidates of a pair of sentences are judged: the likest, and those as like as the last of them. */
const MOST_RUNS = 26;

/** Aligns the sentences of each pair and tells how they stand among the others. */
export function matchSentences(
  left: SideText,
  right: SideText,
  pairs: readonly SentencePair[],
): readonly SentenceMatch[] {
  const aligned = pairs.map((pair) => {
    const inLeft = left.sentences[pair.left] as Sentence;
    const inRight = right.sentences[pair.right] as Sentence;
    const { alignment, grid } = gridOf(
      left,
      inLeft,
      left.cuts[pair.left],
      right,
      inRight,
      right.cuts[pair.right],
    );
    return { pair, alignment, grid, likeness: likenessOf(grid) };
  });
  const width = right.sentences.length + 1;
  const byPlace = new Map(
    aligned.map(({ pair, likeness }) => [pair.left * width + pair.right, likeness]),
  );
  const rankLeft = ranks(aligned, 'left');
  const rankRight = ranks(aligned, 'right');
  return aligned.map(({ pair, likeness, alignment, grid }, i) => ({
    left: pair.left,
    right: pair.right,
    alignment,
    inLeft: left.sentences[pair.left] as Sentence,
    inRight: right.sentences[pair.right] as Sentence,
    grid,
    facts: {
      likeness,
      rankLeft: rankLeft[i] as number,
      rankRight: rankRight[i] as number,
      before: pair.right > 0 ? (byPlace.get((pair.left - 1) * width + pair.right - 1) ?? 0) : 0,
      after: byPlace.get((pair.left + 1) * width + pair.right + 1) ?? 0,
      apart: Math.abs(pair.left / left.sentences.length - pair.right / right.sentences.length),
    },
  }));
}

/** Aligns two sentences and sums over their clauses; one without cuts is not divided. */
export function gridOf(
  left: SideText,
  inLeft: Sentence,
  cutsLeft: Cuts | undefined,
  right: SideText,
  inRight: Sentence,
  cutsRight: Cuts | undefined,
): { readonly alignment: Alignment; readonly grid: Grid } {
  const alignment = align(left, inLeft, right, inRight);
  const runs = sharedRuns(alignment, inLeft, inRight);
  const clausesLeft = cutsLeft
    ? clausesOf(inLeft, cutsLeft, runs.left, MOST_CLAUSES)
    : whole(inLeft);
  const clausesRight = cutsRight
    ? clausesOf(inRight, cutsRight, runs.right, MOST_CLAUSES)
    : whole(inRight);
  return { alignment, grid: new Grid(left, clausesLeft, right, clausesRight, alignment) };
}

interface Aligned {
  readonly pair: SentencePair;
  readonly alignment: Alignment;
  readonly grid: Grid;
  readonly likeness: number;
}

/** How much of the weight of two sentences' words they share: a Dice coefficient. */
export function likenessOf(grid: Grid): number {
  const { countLeft, countRight } = grid;
  const all = grid.ownLeft(ALL.local, 0, countLeft) + grid.ownRight(ALL.local, 0, countRight);
  return all === 0 ? 0 : (2 * grid.matched(MATCHED.local, 0, countLeft, 0, countRight)) / all;
}

/** Of each pair: how many other pairs of its sentence on one side are more alike. */
function ranks(aligned: readonly Aligned[], side: 'left' | 'right'): readonly number[] {
  const bySentence = new Map<number, number[]>();
  for (const { pair, likeness } of aligned) {
    const list = bySentence.get(pair[side]);
    if (list) list.push(likeness);
    else bySentence.set(pair[side], [likeness]);
  }
  return aligned.map(({ pair, likeness }) =>
    (bySentence.get(pair[side]) as number[]).reduce(
      (better, other) => (other > likeness ? better + 1 : better),
      0,
    ),
  );
}

/** The likest runs of clauses of two sentences. */
export function candidatesOf(
  left: SideText,
  right: SideText,
  match: SentenceMatch,
  least = LEAST,
): readonly Candidate[] {
  const { grid } = match;
  const found: { runs: Runs; dice: number }[] = [];
  for (let a = 0; a < grid.countLeft; a++)
    for (let b = a + 1; b <= grid.countLeft; b++) {
      if (grid.matched(MATCHED.both, a, b, 0, grid.countRight) < 2 * least.matched) continue;
      const weightLeft = grid.ownLeft(ALL.plain, a, b);
      for (let c = 0; c < grid.countRight; c++)
        for (let d = c + 1; d <= grid.countRight; d++) {
          const matched = grid.matched(MATCHED.both, a, b, c, d);
          if (matched < 2 * least.matched) continue;
          const dice = matched / (weightLeft + grid.ownRight(ALL.plain, c, d));
          if (dice >= least.dice) found.push({ runs: { a, b, c, d }, dice });
        }
    }
  const lowest =
    found.length > MOST_RUNS
      ? (found.map(({ dice }) => dice).toSorted((x, y) => y - x)[MOST_RUNS - 1] as number)
      : 0;
  return found
    .filter(({ dice }) => dice >= lowest)
    .map(({ runs }) => ({
      a: runs.a,
      b: runs.b,
      c: runs.c,
      d: runs.d,
      match,
      left: spanOf(left, grid.left.cuts, runs.a, runs.b),
      right: spanOf(right, grid.right.cuts, runs.c, runs.d),
    }));
}

function spanOf({ article }: SideText, cuts: readonly number[], from: number, to: number): Span {
  return {
    start: article.tokens.start[cuts[from] as number] as number,
    end: article.tokens.end[(cuts[to] as number) - 1] as number,
  };
}

/** The features of candidates, `FEATURES.length` numbers each, one after the other. */
export function featuresOf(
  left: SideText,
  right: SideText,
  candidates: readonly Candidate[],
): Float32Array {
  const rows = new Float32Array(candidates.length * FEATURES.length);
  candidates.forEach((candidate, i) => {
    writeFeatures(rows, i * FEATURES.length, left, right, candidate.match, candidate);
  });
  return rows;
}
