import type { Analysis } from '../analysis';

/**
 * The pieces of an article that are compared: its sentences, short ones joined to the next and long ones cut, as
 * parallel arrays. A fragment's words are the tokens `[from, to)`; its different stems are `terms` and how often each
 * occurs in it `times`, both at `[termsFrom[i], termsFrom[i + 1])`.
 */
export interface Fragments {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly termsFrom: Int32Array;
  readonly terms: Int32Array;
  readonly times: Int32Array;
}

const FEWEST_WORDS = 6;
const MOST_WORDS = 40;

/** The fragments of an article, in the order of its text; together they hold all its words. */
export function fragmentsOf({ sentences, tokens, vocabulary }: Analysis): Fragments {
  const starts: number[] = [];
  let open = 0;
  for (const { to } of sentences) {
    const words = to - open;
    if (words < FEWEST_WORDS) continue;
    const pieces = Math.ceil(words / MOST_WORDS);
    for (let i = 0; i < pieces; i++) starts.push(open + Math.floor((words * i) / pieces));
    open = to;
  }
  if (starts.length === 0 && tokens.count > 0) starts.push(0);
  return withTerms(starts, tokens.stem, tokens.count, vocabulary.stemCount);
}

function withTerms(
  starts: readonly number[],
  stems: Int32Array,
  words: number,
  stemCount: number,
): Fragments {
  const count = starts.length;
  const from = Int32Array.from(starts);
  const to = new Int32Array(count);
  const termsFrom = new Int32Array(count + 1);
  const terms = new Int32Array(words);
  const times = new Int32Array(words);
  const placeOf = new Int32Array(stemCount).fill(-1);
  let place = 0;
  for (let i = 0; i < count; i++) {
    const first = place;
    const end = i + 1 < count ? (from[i + 1] as number) : words;
    for (let token = from[i] as number; token < end; token++) {
      const stem = stems[token] as number;
      const known = placeOf[stem] as number;
      if (known >= first) {
        times[known] = (times[known] as number) + 1;
      } else {
        placeOf[stem] = place;
        terms[place] = stem;
        times[place++] = 1;
      }
    }
    to[i] = end;
    termsFrom[i + 1] = place;
  }
  return { count, from, to, termsFrom, terms, times };
}

/** The index of the fragment that holds a token. */
export function fragmentAt(fragments: Fragments, token: number): number {
  let low = 0;
  let high = fragments.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((fragments.from[middle] as number) <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}
