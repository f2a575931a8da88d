import type { Analysis, Sentence } from '../analysis';

/** Why a sentence may be cut before a word; the greater, the better a place. */
export const CUT = { none: 0, joiner: 1, speech: 2, mark: 3, quote: 4, run: 5, edge: 6 } as const;

const JOINERS = new Set(
  (
    'and but or while after as because when before although though if unless since until that which who whom whose ' +
    'where whether despite amid following including by over about for with to in on from against without under during'
  ).split(' '),
);
const SPEECH = new Set(
  (
    'said says say saying told tells added adding argued argues announced wrote writes noted noting claimed claims ' +
    'stated insisted warned called tweeted reported acknowledged admitted explained suggested'
  ).split(' '),
);

/** Where a sentence may be cut: before the words `at`, in order, each for its reason. */
export interface Cuts {
  readonly at: readonly number[];
  readonly kinds: readonly number[];
}

/** Where a sentence falls into clauses: at punctuation and quote marks, before conjunctions and prepositions, after verbs of speech. */
export function clauseCuts({ text, tokens, vocabulary }: Analysis, { from, to }: Sentence): Cuts {
  const at: number[] = [];
  const kinds: number[] = [];
  const kindBefore = (token: number): number => {
    const gap = text.slice(tokens.end[token - 1], tokens.start[token]);
    if (gap !== ' ') {
      if (/["“”«»„]/.test(gap)) return CUT.quote;
      if (/[,;:()…—–]|--| - |\.\.|[.!?] /.test(gap)) return CUT.mark;
    }
    if (JOINERS.has(vocabulary.word(tokens.word[token] as number))) return CUT.joiner;
    if (SPEECH.has(vocabulary.word(tokens.word[token - 1] as number))) return CUT.speech;
    return CUT.none;
  };
  for (let token = from + 1; token < to; token++) {
    const kind = kindBefore(token);
    if (kind === CUT.none) continue;
    at.push(token);
    kinds.push(kind);
  }
  return { at, kinds };
}

/** The clauses of a sentence: clause `i` is the words `[cuts[i], cuts[i + 1])`; `kinds[i]` says why `cuts[i]` is one. */
export interface Clauses {
  readonly cuts: readonly number[];
  readonly kinds: readonly number[];
}

/** Nearer to the edge of a run of shared words than this, no other cut is made. */
const NEAR_RUN = 2;

/** The clauses of a sentence as it is compared with one other: at most `most`, cut before `runs` above all. */
export function clausesOf(
  { from, to }: Sentence,
  { at, kinds }: Cuts,
  runs: readonly number[],
  most: number,
): Clauses {
  const inner = runs.filter((cut) => cut > from && cut < to);
  const all = [
    ...inner.map((cut) => ({ cut, kind: CUT.run as number })),
    ...at.flatMap((cut, i) =>
      inner.some((run) => Math.abs(run - cut) <= NEAR_RUN)
        ? []
        : [{ cut, kind: kinds[i] as number }],
    ),
  ].toSorted((x, y) => x.cut - y.cut);
  const cuts = [from, ...all.map(({ cut }) => cut), to];
  const why = [CUT.edge, ...all.map(({ kind }) => kind), CUT.edge];
  while (cuts.length - 1 > most) thin(cuts, why);
  return { cuts, kinds: why };
}

/** Takes away the cut between the two clauses that are shortest together, a weak cut before a strong one. */
function thin(cuts: number[], kinds: number[]): void {
  let best = 1;
  let least = Infinity;
  for (let i = 1; i < cuts.length - 1; i++) {
    const size =
      ((cuts[i + 1] as number) - (cuts[i - 1] as number)) *
      (STRENGTH[kinds[i] as number] as number);
    if (size < least) [best, least] = [i, size];
  }
  cuts.splice(best, 1);
  kinds.splice(best, 1);
}

/** How much more a cut of each kind is worth than one before a preposition. */
const STRENGTH = [0, 1, 2, 2, 2, 6, 9];

/** A sentence that is not divided. */
export function whole({ from, to }: Sentence): Clauses {
  return { cuts: [from, to], kinds: [CUT.edge, CUT.edge] };
}
