import type { Analysis } from '../analysis';
import { groupsOf } from './synonyms';
import model from '../models/word-weights.json';

const WEIGHTS: ReadonlyMap<string, number> = new Map(
  Object.entries(model.levels).flatMap(([level, stems]) =>
    stems.split(' ').map((stem): [string, number] => [stem, Number(level)]),
  ),
);
/** A root lighter than this is a function word or as common as one. */
export const LIGHT = 6;
/** Stems that begin with the same letters, this many, are of one root: they may mean the same. */
const ROOT_LENGTH = 6;
/** A root that stands in one of e^3 sentences or fewer keeps its full weight. */
const FULL_RARITY = 3;

/** The roots of a pair's stems and their whole-number weights, by the number of the root. */
export interface Roots {
  readonly ofStem: Int32Array;
  /** How rare the root is in news. */
  readonly plain: Int32Array;
  /** The same, less where many sentences of this pair have it: what the whole pair is about tells little apart. */
  readonly local: Int32Array;
  /** The roots that may mean the same as a root, by its number. */
  readonly kin: readonly (readonly number[] | undefined)[];
}

/** Groups and weighs the stems of a pair of articles. */
export function weighRoots(left: Analysis, right: Analysis): Roots {
  const { vocabulary } = left;
  const size = vocabulary.stemCount;
  const ofStem = new Int32Array(size);
  const plain = new Int32Array(size);
  const local = new Int32Array(size);
  const numbers = new Map<string, number>();
  for (let stem = 0; stem < size; stem++) {
    const word = vocabulary.stem(stem);
    const weight = WEIGHTS.get(word) ?? model.unknown;
    const key = weight < LIGHT ? word : word.slice(0, ROOT_LENGTH);
    const root = numbers.get(key) ?? numbers.size;
    numbers.set(key, root);
    ofStem[stem] = root;
    plain[root] = Math.max(plain[root] as number, weight);
  }
  const spread = new Int32Array(numbers.size);
  for (const article of [left, right]) countSentences(article, ofStem, spread);
  const sentences = left.sentences.length + right.sentences.length;
  for (let root = 0; root < numbers.size; root++) {
    const rarity = Math.log((1 + sentences) / (1 + (spread[root] as number)));
    local[root] = Math.round((plain[root] as number) * Math.min(1, rarity / FULL_RARITY));
  }
  return { ofStem, plain, local, kin: kinOf(vocabulary, ofStem, plain) };
}

function countSentences(article: Analysis, ofStem: Int32Array, spread: Int32Array): void {
  const seen = new Int32Array(spread.length).fill(-1);
  article.sentences.forEach(({ from, to }, sentence) => {
    for (let token = from; token < to; token++) {
      const root = ofStem[article.tokens.stem[token] as number] as number;
      if (seen[root] === sentence) continue;
      seen[root] = sentence;
      spread[root] = (spread[root] as number) + 1;
    }
  });
}

function kinOf(
  vocabulary: Analysis['vocabulary'],
  ofStem: Int32Array,
  plain: Int32Array,
): readonly (readonly number[] | undefined)[] {
  const members = new Map<number, Set<number>>();
  const groups: (readonly number[] | undefined)[] = [];
  ofStem.forEach((root, stem) => {
    if ((plain[root] as number) < LIGHT) return;
    const of = groupsOf(vocabulary.stem(stem));
    if (!of) return;
    groups[root] = [...new Set([...(groups[root] ?? []), ...of])];
    for (const group of of) members.set(group, (members.get(group) ?? new Set()).add(root));
  });
  return Array.from({ length: plain.length }, (_, root) => {
    const kin = new Set(groups[root]?.flatMap((group) => [...(members.get(group) as Set<number>)]));
    kin.delete(root);
    return kin.size === 0 ? undefined : [...kin];
  });
}
