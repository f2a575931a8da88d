import { paragraphsOf } from '../text/paragraphs';
import type { Span } from '../text/quote-selector';
import { sentencesIn } from '../text/sentences';
import { HASH_START, hashStep, Vocabulary } from './vocabulary';

/**
 * The words of a text as parallel arrays, one entry a word in the order of the text: `[start, end)` in UTF-16 code
 * units and the word's numbers in the vocabulary it was read with.
 */
export interface Tokens {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly word: Int32Array;
  readonly stem: Int32Array;
}

/** A sentence: its span, the index of its paragraph, and its words `[from, to)`. */
export interface Sentence extends Span {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/** What every part of the engine reads of one article. Both articles of a pair are read with one vocabulary. */
export interface Analysis {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Sentence[];
  readonly tokens: Tokens;
  readonly vocabulary: Vocabulary;
}

/** Reads a text with a vocabulary: its paragraphs, sentences and words. */
export function analyse(text: string, vocabulary: Vocabulary): Analysis {
  const paragraphs = paragraphsOf(text);
  const tokens = tokenise(text, vocabulary);
  const sentences: Sentence[] = [];
  let token = 0;
  paragraphs.forEach((line, paragraph) => {
    for (const { start, end } of sentencesIn(text, line)) {
      while (token < tokens.count && (tokens.start[token] as number) < start) token++;
      const from = token;
      while (token < tokens.count && (tokens.start[token] as number) < end) token++;
      sentences.push({ start, end, paragraph, from, to: token });
    }
  });
  return { text, paragraphs, sentences, tokens, vocabulary };
}

/** Both articles of a pair, read with one vocabulary. */
export function analysePair(left: string, right: string): { left: Analysis; right: Analysis } {
  const vocabulary = new Vocabulary();
  return { left: analyse(left, vocabulary), right: analyse(right, vocabulary) };
}

const UNKNOWN = 0;
const OTHER = 1;
const LETTER = 2;
const DIGIT = 3;
/** A sign that is a word of its own, in scripts that write no spaces. */
const ALONE = 4;

const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
  const known = classes[code] as number;
  if (known !== UNKNOWN) return known;
  const char = String.fromCharCode(code);
  let found = OTHER;
  if (
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(
      char,
    ) &&
    /[\p{L}\p{N}]/u.test(char)
  )
    found = ALONE;
  else if (/\p{Nd}/u.test(char)) found = DIGIT;
  else if (/[\p{L}\p{M}\p{N}]/u.test(char)) found = LETTER;
  classes[code] = found;
  return found;
}

/**
 * The words of a text: runs of letters and digits, with an apostrophe between letters, a full stop or comma between
 * digits, and full stops between single letters ("U.S."); Chinese, Japanese, Thai and their like by the sign.
 * Characters beyond the Basic Multilingual Plane are no words.
 */
export function tokenise(text: string, vocabulary: Vocabulary): Tokens {
  let size = Math.max(16, text.length >> 2);
  let start = new Int32Array(size);
  let end = new Int32Array(size);
  let word = new Int32Array(size);
  let stem = new Int32Array(size);
  let count = 0;
  const length = text.length;
  let at = 0;
  while (at < length) {
    let code = text.charCodeAt(at);
    let kind = classes[code] || classOf(code);
    if (kind === OTHER) {
      at++;
      continue;
    }
    const from = at++;
    let hash = hashStep(HASH_START, code);
    const limit = kind === ALONE ? at : Math.min(length, from + LONGEST);
    while (at < limit) {
      code = text.charCodeAt(at);
      kind = classes[code] || classOf(code);
      if (kind === LETTER || kind === DIGIT) {
        hash = hashStep(hash, code);
        at++;
      } else if (kind === OTHER && at + 1 < limit && joins(text, from, at, code)) {
        hash = hashStep(hashStep(hash, code), text.charCodeAt(at + 1));
        at += 2;
      } else break;
    }
    if (count === size) {
      size *= 2;
      start = grown(start, size);
      end = grown(end, size);
      word = grown(word, size);
      stem = grown(stem, size);
    }
    const read = vocabulary.read(text, from, at, hash);
    start[count] = from;
    end[count] = at;
    word[count] = vocabulary.wordOf(read);
    stem[count] = vocabulary.stemOf(read);
    count++;
  }
  return {
    count,
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    word: word.subarray(0, count),
    stem: stem.subarray(0, count),
  };
}

/** A word longer than this is cut, so that no text makes endless words. */
const LONGEST = 100;

/** Whether the mark at `at` joins what is before it, a word begun at `from`, to what is after it. */
function joins(text: string, from: number, at: number, code: number): boolean {
  const apostrophe = code === 39 || code === 0x2019;
  if (!apostrophe && code !== 44 && code !== 46) return false;
  const before = classOf(text.charCodeAt(at - 1));
  const after = classOf(text.charCodeAt(at + 1));
  if (before !== after) return false;
  if (before === DIGIT) return !apostrophe;
  return before === LETTER && (apostrophe || (code === 46 && isInitials(text, from, at)));
}

/** Whether `[from, at)` is single letters with full stops between, and a single letter follows the full stop at `at`. */
function isInitials(text: string, from: number, at: number): boolean {
  if ((at - from) % 2 === 0) return false;
  for (let i = from + 1; i < at; i += 2) if (text.charCodeAt(i) !== 46) return false;
  const following = at + 2 < text.length ? classOf(text.charCodeAt(at + 2)) : OTHER;
  return following !== LETTER && following !== DIGIT;
}

function grown(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(size);
  next.set(array);
  return next;
}
