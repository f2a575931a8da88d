import type { Analysis } from '../analysis';
import { HASH_START, hashStep } from '../vocabulary';
import { findQuoted, type Quoted } from './marks';

/** What a unit looks like, the part of its features that needs no words. */
export const SHAPE = {
  none: 0,
  lower: 1,
  title: 2,
  capitals: 3,
  number: 4,
  comma: 5,
  stop: 6,
  colon: 7,
  opener: 8,
  closer: 9,
  dash: 10,
  bracket: 11,
  semicolon: 12,
  owner: 13,
  other: 14,
} as const;

/**
 * An article as the quote finder reads it: words and signs in one order, as parallel arrays with one entry a unit.
 * `[start, end)` are UTF-16 code units; `word`, `stem` and `suffix` are hashes; `quoted` is the index of the stretch in
 * quote marks that holds the unit, or -1; `sentence` and `paragraph` are indices.
 */
export interface Units {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly word: Int32Array;
  readonly stem: Int32Array;
  readonly suffix: Int32Array;
  readonly shape: Uint8Array;
  readonly quoted: Int32Array;
  readonly sentence: Int32Array;
  readonly paragraph: Int32Array;
  /** The first unit of each sentence, and `count` at the end. */
  readonly sentenceFrom: Int32Array;
  readonly quotes: readonly Quoted[];
  /** The first and the last unit of each stretch in quote marks. */
  readonly quoteFrom: Int32Array;
  readonly quoteTo: Int32Array;
}

const SUFFIX = 3;

/** The hash of a string, as the features see words. */
export function hashOf(text: string): number {
  let hash = HASH_START;
  for (let i = 0; i < text.length; i++) hash = hashStep(hash, text.charCodeAt(i));
  return hash;
}

const OPENED = hashOf('“');
const CLOSED = hashOf('”');

/** Reads an article as units. */
export function unitsOf(article: Analysis): Units {
  const { text, sentences, tokens, paragraphs } = article;
  const quotes = findQuoted(text, paragraphs);
  const hashes = wordHashes(article);
  const list = new UnitList(text.length);
  const sentenceFrom = new Int32Array(sentences.length + 1);
  const quoteFrom = new Int32Array(quotes.length).fill(-1);
  const quoteTo = new Int32Array(quotes.length);
  let quote = 0;
  const add = (at: number, end: number, sentence: number, token: number) => {
    while (quote < quotes.length && (quotes[quote] as Quoted).end <= at) quote++;
    const around = quotes[quote];
    const inside = around !== undefined && around.start <= at ? quote : -1;
    const i = list.count++;
    list.start[i] = at;
    list.end[i] = end;
    list.sentence[i] = sentence;
    list.quoted[i] = inside;
    if (inside !== -1) {
      if (quoteFrom[inside] === -1) quoteFrom[inside] = i;
      quoteTo[inside] = i;
    }
    list.paragraph[i] = sentences[sentence]?.paragraph ?? 0;
    if (token !== -1) {
      const word = tokens.word[token] as number;
      list.word[i] = hashes.word[word] as number;
      list.suffix[i] = hashes.suffix[word] as number;
      list.stem[i] = hashes.stem[tokens.stem[token] as number] as number;
      list.shape[i] = wordShape(text, at, end);
      return;
    }
    const opens = inside !== -1 && around?.start === at;
    const closes = inside !== -1 && around?.end === end;
    const shape = opens ? SHAPE.opener : closes ? SHAPE.closer : signShape(text.charAt(at));
    list.shape[i] = shape;
    const hash = opens ? OPENED : closes ? CLOSED : hashOf(text.charAt(at));
    list.word[i] = hash;
    list.stem[i] = hash;
    list.suffix[i] = hash;
  };
  sentences.forEach((sentence, index) => {
    sentenceFrom[index] = list.count;
    let at = sentence.start;
    for (let token = sentence.from; token <= sentence.to; token++) {
      const last = token === sentence.to;
      const next = last ? sentence.end : (tokens.start[token] as number);
      addSigns(text, at, next, (from, to) => add(from, to, index, -1));
      if (last) break;
      at = tokens.end[token] as number;
      add(tokens.start[token] as number, at, index, token);
    }
  });
  sentenceFrom[sentences.length] = list.count;
  const { count, start, end, word, stem, suffix, shape, quoted, sentence, paragraph } = list;
  const arrays = { start, end, word, stem, suffix, shape, quoted, sentence, paragraph };
  return { count, ...arrays, sentenceFrom, quotes, quoteFrom, quoteTo };
}

/** The signs in `[from, to)`: each run of one sign is one. */
function addSigns(
  text: string,
  from: number,
  to: number,
  add: (from: number, to: number) => void,
): void {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    let end = at + 1;
    if (code >= 0xd800 && code < 0xdc00 && end < to) end++;
    if (code > 32 && code !== 0xa0) {
      while (end < to && text.charCodeAt(end) === code) end++;
      add(at, end);
    }
    at = end;
  }
}

function wordShape(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (first >= 48 && first <= 57) return SHAPE.number;
  const tail = text.charCodeAt(end - 2);
  if (end - start > 2 && (tail === 39 || tail === 0x2019) && /[sS]/.test(text.charAt(end - 1)))
    return SHAPE.owner;
  const upper = isUpper(text.charAt(start));
  if (!upper) return SHAPE.lower;
  return end - start > 1 && isUpper(text.charAt(start + 1)) ? SHAPE.capitals : SHAPE.title;
}

function isUpper(char: string): boolean {
  return char >= 'A' && char <= 'Z' ? true : char > '\x7f' && char !== char.toLowerCase();
}

function signShape(char: string): number {
  if (char === ',' || char === '，' || char === '、') return SHAPE.comma;
  if ('.!?…。！？'.includes(char)) return SHAPE.stop;
  if (char === ':' || char === '：') return SHAPE.colon;
  if (char === ';') return SHAPE.semicolon;
  if ('-–—‒―'.includes(char)) return SHAPE.dash;
  if ('()[]{}'.includes(char)) return SHAPE.bracket;
  return SHAPE.other;
}

/** The hashes of an article's words, endings and stems, by their numbers in its vocabulary. */
function wordHashes({ vocabulary, tokens }: Analysis) {
  const word = new Int32Array(vocabulary.wordCount);
  const suffix = new Int32Array(vocabulary.wordCount);
  const stem = new Int32Array(vocabulary.stemCount);
  for (let i = 0; i < tokens.count; i++) {
    const number = tokens.word[i] as number;
    if (word[number] === 0) {
      const form = vocabulary.word(number);
      word[number] = hashOf(form);
      suffix[number] = hashOf(form.slice(-SUFFIX));
    }
    const root = tokens.stem[i] as number;
    if (stem[root] === 0) stem[root] = hashOf(vocabulary.stem(root));
  }
  return { word, suffix, stem };
}

/** The arrays of `Units`, for at most `size` units. */
class UnitList {
  count = 0;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly word: Int32Array;
  readonly stem: Int32Array;
  readonly suffix: Int32Array;
  readonly shape: Uint8Array;
  readonly quoted: Int32Array;
  readonly sentence: Int32Array;
  readonly paragraph: Int32Array;

  constructor(size: number) {
    const numbers = () => new Int32Array(size);
    this.start = numbers();
    this.end = numbers();
    this.word = numbers();
    this.stem = numbers();
    this.suffix = numbers();
    this.shape = new Uint8Array(size);
    this.quoted = numbers();
    this.sentence = numbers();
    this.paragraph = numbers();
  }
}
