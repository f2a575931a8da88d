import { LIGHT_WORD, type SideText } from './side';

/** Two sentences that share words: their places in `sentences` of either side and the weight of the words they share. */
export interface SentencePair {
  readonly left: number;
  readonly right: number;
  readonly shared: number;
}

/** A word that more pairs of sentences share finds none. */
const MOST_SHARING = 2500;
const LEAST_SHARED = 12;
/** So many pairs of sentences are compared at most, however long the texts. */
const MOST_PAIRS = 5000;
/** So many partners are looked at for every sentence, on either side, and those that share as much as the last. */
const PARTNERS = 4;

/** The pairs of sentences that share the most weight of words, among the best few of at least one of the two. */
export function sentencePairs(left: SideText, right: SideText): readonly SentencePair[] {
  const inLeft = sentencesByRoot(left);
  const inRight = sentencesByRoot(right);
  const { local } = left.roots;
  const rare = (root: number) =>
    (inLeft.get(root)?.length ?? 0) * (inRight.get(root)?.length ?? 0) <= MOST_SHARING;
  const common = new Set([...inLeft.keys(), ...inRight.keys()].filter(rare));
  const rootsOf = left.sentences.map((): number[] => []);
  for (const [root, sentences] of inLeft)
    if (common.has(root)) for (const sentence of sentences) rootsOf[sentence]?.push(root);
  const shared = new Int32Array(right.sentences.length);
  const pairs: SentencePair[] = [];
  rootsOf.forEach((roots, sentence) => {
    const met: number[] = [];
    const add = (root: number, weight: number) => {
      if (weight === 0) return;
      for (const other of inRight.get(root) ?? []) {
        if (shared[other] === 0) met.push(other);
        shared[other] = (shared[other] as number) + weight;
      }
    };
    for (const root of roots) {
      const weight = local[root] as number;
      add(root, 2 * weight);
      for (const kin of left.roots.kin[root] ?? [])
        if (common.has(kin)) add(kin, Math.min(weight, local[kin] as number));
    }
    for (const other of met) {
      const weight = shared[other] as number;
      shared[other] = 0;
      if (weight >= 2 * LEAST_SHARED) pairs.push({ left: sentence, right: other, shared: weight });
    }
  });
  const best = new Set([...bestOf(pairs, 'left'), ...bestOf(pairs, 'right')]);
  return heaviest(
    pairs.filter((pair) => best.has(pair)),
    MOST_PAIRS,
  );
}

function bestOf(pairs: readonly SentencePair[], side: 'left' | 'right'): readonly SentencePair[] {
  const bySentence = new Map<number, SentencePair[]>();
  for (const pair of pairs) {
    const list = bySentence.get(pair[side]);
    if (list) list.push(pair);
    else bySentence.set(pair[side], [pair]);
  }
  return [...bySentence.values()].flatMap((list) => heaviest(list, PARTNERS));
}

/** The pairs that share the most, about so many: those as heavy as the last go with it, or without it when they are many. */
function heaviest(pairs: readonly SentencePair[], most: number): readonly SentencePair[] {
  if (pairs.length <= most) return pairs;
  const least = Int32Array.from(pairs, ({ shared }) => shared).toSorted()[
    pairs.length - most
  ] as number;
  const found = pairs.filter(({ shared }) => shared >= least);
  return found.length <= 2 * most ? found : pairs.filter(({ shared }) => shared > least);
}

function sentencesByRoot({ sentences, root, flags }: SideText): ReadonlyMap<number, number[]> {
  const found = new Map<number, number[]>();
  sentences.forEach(({ from, to }, sentence) => {
    for (let token = from; token < to; token++) {
      if ((flags[token] as number) & LIGHT_WORD) continue;
      const list = found.get(root[token] as number);
      if (!list) found.set(root[token] as number, [sentence]);
      else if (list.at(-1) !== sentence) list.push(sentence);
    }
  });
  return found;
}
