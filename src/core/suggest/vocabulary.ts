import { stem } from './stem';
import { VARIANTS } from './variants';

/**
 * A word in the one form in which it is compared: small letters, no accents, no possessive, thousands separators and
 * full stops inside it gone, one spelling of names that have several.
 */
export function foldWord(raw: string): string {
  // "US" and "U.S." are not the pronoun.
  if (raw === 'US' || raw === 'U.S' || raw === 'U.S.A' || raw === 'USA') return 'u.s.';
  let word = raw.toLowerCase();
  if (!/^[a-z0-9]*$/.test(word)) {
    word = word
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[’ʼ＇]/g, "'")
      .replace(/'s$|'$/, '');
    word = /^\d/.test(word) ? word.replace(/,/g, '') : word.replace(/\./g, '');
  }
  return VARIANTS.get(word) ?? word;
}

/** Keys that are 32-bit numbers, with a number each; several entries may have one key. Open addressing. */
class Table {
  /** By twos: a key, and its number plus 1; 0 where nothing is. */
  slots = new Int32Array(1 << 12);
  #count = 0;

  /** The place to look for a key first; the next ones follow, by twos, under the same mask. */
  placeOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 11) & (this.slots.length - 1) & ~1;
  }

  add(key: number, number: number): void {
    if (++this.#count * 4 > this.slots.length) {
      const full = this.slots;
      this.slots = new Int32Array(full.length * 2);
      for (let at = 0; at < full.length; at += 2)
        if (full[at + 1] !== 0) this.#put(full[at] as number, full[at + 1] as number);
    }
    this.#put(key, number + 1);
  }

  #put(key: number, value: number): void {
    const mask = this.slots.length - 1;
    let at = this.placeOf(key);
    while (this.slots[at + 1] !== 0) at = (at + 2) & mask;
    this.slots[at] = key;
    this.slots[at + 1] = value;
  }
}

/** Words as they stand in a text, each with a number, looked up by their place there and a hash. */
class Words {
  readonly raw: string[] = [];
  readonly #table = new Table();

  /** The number of the word `text.slice(from, to)`, or -1. */
  find(text: string, from: number, to: number, hash: number): number {
    const { slots } = this.#table;
    for (let at = this.#table.placeOf(hash); ; at = (at + 2) & (slots.length - 1)) {
      const number = (slots[at + 1] as number) - 1;
      if (number === -1) return -1;
      if (slots[at] === hash && isAt(this.raw[number] as string, text, from, to)) return number;
    }
  }

  /** Adds a word that is not there yet. */
  add(word: string, hash: number): number {
    const number = this.raw.push(word) - 1;
    this.#table.add(hash, number);
    return number;
  }
}

function isAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++)
    if (word.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  return true;
}

/** Every word met so far in any text, with its form and stem. It saves time and says nothing. */
class Lexicon {
  readonly words = new Words();
  readonly forms: string[] = [];
  readonly stems: string[] = [];
  /** Of each word the number of its form, and of each form that of its stem. */
  readonly formOf: number[] = [];
  readonly stemOf: number[] = [];
  readonly #byForm = new Map<string, number>();
  readonly #byStem = new Map<string, number>();

  /** The number of the word `text.slice(from, to)`, whose hash is `hash`. */
  read(text: string, from: number, to: number, hash: number): number {
    const known = this.words.find(text, from, to, hash);
    if (known !== -1) return known;
    const word = copied(text, from, to);
    const form = foldWord(word);
    let number = this.#byForm.get(form);
    if (number === undefined) {
      number = numberOf(form, this.forms, this.#byForm);
      this.stemOf.push(numberOf(stem(form), this.stems, this.#byStem));
    }
    this.formOf.push(number);
    return this.words.add(word, hash);
  }
}

/** A word of a text; a slice would keep the whole text alive. */
function copied(text: string, from: number, to: number): string {
  const codes: number[] = [];
  for (let i = from; i < to; i++) codes.push(text.charCodeAt(i));
  return String.fromCharCode(...codes);
}

function numberOf(key: string, list: string[], index: Map<string, number>): number {
  const known = index.get(key);
  if (known !== undefined) return known;
  index.set(key, list.length);
  return list.push(key) - 1;
}

let shared = new Lexicon();
/** A lexicon of more words than this is left to the vocabularies that use it, and a new one begun. */
const MOST = 200_000;

/** Whole numbers, numbered anew from 0 in the order in which they are first met. */
class Renumbering {
  readonly met: number[] = [];
  readonly #table = new Table();

  number(key: number): number {
    const { slots } = this.#table;
    let at = this.#table.placeOf(key);
    while (slots[at + 1] !== 0) {
      if (slots[at] === key) return (slots[at + 1] as number) - 1;
      at = (at + 2) & (slots.length - 1);
    }
    const number = this.met.push(key) - 1;
    this.#table.add(key, number);
    return number;
  }
}

/** Numbers words and stems from 0 in the order in which they are first met, so that equal texts give equal numbers. */
export class Vocabulary {
  readonly #lexicon: Lexicon;
  readonly #read = new Words();
  readonly #words = new Renumbering();
  readonly #stems = new Renumbering();
  readonly #wordOf: number[] = [];
  readonly #stemOf: number[] = [];

  constructor() {
    if (shared.words.raw.length > MOST) shared = new Lexicon();
    this.#lexicon = shared;
  }

  /** How many different stems there are; their numbers are below it. */
  get stemCount(): number {
    return this.#stems.met.length;
  }

  get wordCount(): number {
    return this.#words.met.length;
  }

  /** The folded word with a number. */
  word(number: number): string {
    return this.#lexicon.forms[this.#words.met[number] as number] as string;
  }

  /** The stem with a number. */
  stem(number: number): string {
    return this.#lexicon.stems[this.#stems.met[number] as number] as string;
  }

  /** The number of the word `text.slice(from, to)` as it stands there, for `wordOf` and `stemOf`; see `hashStep`. */
  read(text: string, from: number, to: number, hash: number): number {
    const known = this.#read.find(text, from, to, hash);
    if (known !== -1) return known;
    const { words, formOf, stemOf } = this.#lexicon;
    const entry = this.#lexicon.read(text, from, to, hash);
    const form = formOf[entry] as number;
    this.#wordOf.push(this.#words.number(form));
    this.#stemOf.push(this.#stems.number(stemOf[form] as number));
    return this.#read.add(words.raw[entry] as string, hash);
  }

  wordOf(read: number): number {
    return this.#wordOf[read] as number;
  }

  stemOf(read: number): number {
    return this.#stemOf[read] as number;
  }
}

export const HASH_START = 0x811c9dc5 | 0;

/** The hash of a word, a code unit further (FNV-1a). */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}
