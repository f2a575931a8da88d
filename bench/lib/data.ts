import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `[start, end)` in Unicode code points of the file, as the gold data has it. */
export type Range = readonly [number, number];

/** Two texts and the names that their gold data knows them by; `b` is empty where there is no second text. */
export interface Texts {
  readonly a: string;
  readonly b: string;
  readonly left: string;
  readonly right: string;
}

export interface GoldLinks {
  readonly a: string;
  readonly b: string;
  readonly links: readonly { a: Range; b: Range; kind: string; tag: string }[];
}
export interface GoldPassages {
  readonly a: string;
  readonly b: string;
  readonly category: string;
  readonly cases: readonly { a: Range; b: Range }[];
}
export interface GoldQuotes {
  readonly file: string;
  readonly attributions: readonly {
    kind: string;
    content: readonly Range[];
    source: readonly Range[];
  }[];
}
export interface GoldSentence {
  readonly text: string;
  readonly checkworthy: 0 | 1;
}

/** The gold data of one task: its file, its entries, and the texts to run the engine on, in the same order. */
export interface GoldSet<T> {
  readonly file: string;
  readonly gold: readonly T[];
  readonly texts: readonly Texts[];
}

/** Reads the gold data of every task from the evaluation folder. */
export function readGold(folder: string) {
  const data = (...path: string[]) => join(folder, 'data', ...path);
  return {
    links: () => pairs<GoldLinks>(data('news-pairs', 'gold.jsonl')),
    linksTrain: () => pairs<GoldLinks>(data('news-pairs', 'gold-train.jsonl')),
    passages: () => pairs<GoldPassages>(data('passages', 'gold.jsonl')),
    quotes: () => articles(data('quotes', 'dev', 'gold.jsonl')),
    quotesTrain: () => articles(data('quotes', 'train', 'gold.jsonl')),
    claims: () => sentences(data('claims', 'sentences.jsonl')),
  };
}

function jsonLines(file: string): readonly unknown[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as unknown);
}

function pairs<T extends { a: string; b: string }>(file: string): GoldSet<T> {
  const gold = jsonLines(file) as readonly T[];
  const read = (name: string) => readFileSync(join(dirname(file), name), 'utf8');
  return { file, gold, texts: gold.map(({ a, b }) => ({ a, b, left: read(a), right: read(b) })) };
}

function articles(file: string): GoldSet<GoldQuotes> {
  const gold = jsonLines(file) as readonly GoldQuotes[];
  const read = (name: string) => readFileSync(join(dirname(file), name), 'utf8');
  const texts = gold.map(({ file: name }) => ({ a: name, b: '', left: read(name), right: '' }));
  return { file, gold, texts };
}

function sentences(file: string): GoldSet<GoldSentence> {
  const gold = jsonLines(file) as readonly GoldSentence[];
  const left = gold.map(({ text }) => text).join('\n\n');
  return { file, gold, texts: [{ a: 'sentences.txt', b: '', left, right: '' }] };
}
