import type { Analysis, Sentence } from '../analysis';
import { findFurniture } from '../furniture';
import { clauseCuts, type Cuts } from './clauses';
import { wordClass } from './word-class';
import { LIGHT, type Roots } from './word-weights';

/** One word's nature, as bits. */
export const NAME = 1;
export const NUMBER = 2;
export const QUOTED = 4;
export const LIGHT_WORD = 8;

/** One article of a pair, made ready for linking; arrays of words run along the analysis's tokens. */
export interface SideText {
  readonly article: Analysis;
  readonly roots: Roots;
  readonly root: Int32Array;
  readonly plain: Int32Array;
  readonly local: Int32Array;
  readonly flags: Uint8Array;
  readonly classes: Uint8Array;
  /** The sentences that may be linked: no furniture, no headline printed again. */
  readonly sentences: readonly Sentence[];
  readonly cuts: readonly Cuts[];
}

const FEWEST_WORDS = 2;
const MOST_WORDS = 120;

/** Makes an article ready for linking. */
export function prepare(article: Analysis, roots: Roots): SideText {
  const { tokens } = article;
  const furniture = findFurniture(article);
  const root = new Int32Array(tokens.count);
  const plain = new Int32Array(tokens.count);
  const local = new Int32Array(tokens.count);
  for (let token = 0; token < tokens.count; token++) {
    const number = roots.ofStem[tokens.stem[token] as number] as number;
    root[token] = number;
    plain[token] = roots.plain[number] as number;
    local[token] = roots.local[number] as number;
  }
  const headline = article.sentences[0];
  const again = (sentence: Sentence) =>
    headline !== undefined &&
    sentence !== headline &&
    sentence.to - sentence.from >= FEWEST_HEADLINE_WORDS &&
    sentence.to - sentence.from === headline.to - headline.from &&
    sameWords(article, sentence.from, headline.from, headline.to - headline.from);
  const sentences = article.sentences
    .filter(
      (sentence) =>
        furniture[sentence.paragraph] !== true &&
        sentence.to - sentence.from >= FEWEST_WORDS &&
        !again(sentence),
    )
    .flatMap((sentence) => parts(article, sentence));
  const cuts = sentences.map((sentence) => clauseCuts(article, sentence));
  const flags = flagsOf(article, plain);
  const classes = Uint8Array.from(tokens.word, (word, token) =>
    wordClass(article.vocabulary.word(word), ((flags[token] as number) & NAME) !== 0),
  );
  return { article, roots, root, plain, local, flags, classes, sentences, cuts };
}

const FEWEST_HEADLINE_WORDS = 4;

function sameWords({ tokens }: Analysis, x: number, y: number, count: number): boolean {
  for (let i = 0; i < count; i++) if (tokens.word[x + i] !== tokens.word[y + i]) return false;
  return true;
}

/** A sentence, or its parts when it is too long to be one. */
function parts({ tokens }: Analysis, sentence: Sentence): readonly Sentence[] {
  if (sentence.to - sentence.from <= MOST_WORDS) return [sentence];
  const found: Sentence[] = [];
  for (let from = sentence.from; from < sentence.to; from += MOST_WORDS) {
    const to = Math.min(sentence.to, from + MOST_WORDS);
    const start = tokens.start[from] as number;
    found.push({ ...sentence, start, end: tokens.end[to - 1] as number, from, to });
  }
  return found;
}

function flagsOf({ text, tokens, paragraphs }: Analysis, plain: Int32Array): Uint8Array {
  const flags = new Uint8Array(tokens.count);
  let paragraph = 0;
  let quoted = false;
  let at = 0;
  for (let token = 0; token < tokens.count; token++) {
    const start = tokens.start[token] as number;
    while (paragraph < paragraphs.length && start >= (paragraphs[paragraph]?.end as number)) {
      paragraph++;
      quoted = false;
      at = paragraphs[paragraph]?.start ?? start;
    }
    for (; at < start; at++) quoted = quotedAfter(text.charCodeAt(at), quoted);
    at = tokens.end[token] as number;
    const first = text.charCodeAt(start);
    let flag = quoted ? QUOTED : 0;
    const light = (plain[token] as number) < LIGHT;
    if (light) flag |= LIGHT_WORD;
    else if (first >= 65 && first <= 90) flag |= NAME;
    if (first >= 48 && first <= 57) flag |= NUMBER;
    flags[token] = flag;
  }
  return flags;
}

const STRAIGHT = 0x22;
const OPENING = '“„«「『';
const CLOSING = '”»」』';

function quotedAfter(code: number, quoted: boolean): boolean {
  if (code === STRAIGHT) return !quoted;
  if (code < 0xab) return quoted;
  const mark = String.fromCharCode(code);
  if (OPENING.includes(mark)) return true;
  return CLOSING.includes(mark) ? false : quoted;
}
