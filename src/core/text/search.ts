import { snapToGraphemes } from './boundaries';
import type { Span } from './quote-selector';

export interface SearchOptions {
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/** A text made ready for many searches, with or without regard to case; that is most of a search's work. */
export interface Searchable {
  readonly text: string;
  readonly matchCase: boolean;
  readonly folded: Folded;
}

/** Makes a text ready for `findIn`. */
export function searchable(text: string, matchCase: boolean): Searchable {
  return { text, matchCase, folded: fold(text, matchCase) };
}

/**
 * Where a text says `query`: spans in UTF-16 code units, in order, that neither overlap nor split a grapheme cluster. A
 * query of white space alone finds nothing.
 *
 * Two texts are the same when their folded forms are: canonically decomposed, so that é typed as one character or two
 * is one and the same while e is another; curly quote marks and apostrophes as straight ones; white space, line ends
 * too, as one space; soft hyphens as nothing. Unless `matchCase`, letters are folded by Unicode's full case mappings (ß
 * is ss, ς is σ), and the dotted and the dotless i of Turkish are i. `wholeWords` wants no letter or digit to go on
 * beyond either end; in scripts written without spaces every place may be the end of a word.
 */
export function findIn(
  { text, matchCase, folded }: Searchable,
  query: string,
  wholeWords: boolean,
): readonly Span[] {
  const wanted = fold(query, matchCase).text;
  if (wanted.trim() === '') return [];
  const found: Span[] = [];
  for (let at = folded.text.indexOf(wanted); at !== -1;) {
    const span = spanOf(folded, at, at + wanted.length);
    const fits =
      span !== null &&
      splitsNoGrapheme(text, span) &&
      (!wholeWords || (isWordEdge(text, span.start) && isWordEdge(text, span.end)));
    if (fits) found.push(span);
    at = folded.text.indexOf(wanted, fits ? at + wanted.length : at + 1);
  }
  return found;
}

/** The words of a text in the folded form in which texts are compared, whatever their case. */
export function foldedWords(text: string): readonly string[] {
  return foldedText(text).split(' ').filter(Boolean);
}

/** A text in the folded form in which texts are compared, whatever its case: on one line, with single spaces. */
export function foldedText(text: string): string {
  return fold(text, false).text;
}

/** A folded text, and for each of its code units the piece of the text that it comes from. */
interface Folded {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Code units below this have no combining marks among them. */
const FIRST_MARK = 0x300;
/** Nor between these, where dashes and curly quote marks stand. */
const FIRST_QUOTE = 0x2010;
const LAST_QUOTE = 0x2027;
const FIRST_BEYOND_ASCII = 0x80;
const SPACE = 0x20;
/** White space, a soft hyphen, or a character with the marks on it. */
const CLUSTER = /[\s\u00AD]|[^]\p{M}*/uy;

function fold(text: string, matchCase: boolean): Folded {
  const ascii = matchCase ? ASCII : ASCII_FOLDED;
  const known = new Map<string, string>();
  const out = new Units(text.length);
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    const alone = !(next >= FIRST_MARK) || (next >= FIRST_QUOTE && next <= LAST_QUOTE);
    let end = at + 1;
    if (unit < FIRST_BEYOND_ASCII && alone) out.add(ascii[unit] as number, at, end);
    else {
      CLUSTER.lastIndex = at;
      const cluster = CLUSTER.exec(text)?.[0] ?? text.charAt(at);
      end = at + cluster.length;
      let folded = known.get(cluster);
      if (folded === undefined) known.set(cluster, (folded = foldCluster(cluster, matchCase)));
      if (folded === '') out.lengthen(end);
      for (let index = 0; index < folded.length; index++)
        out.add(folded.charCodeAt(index), at, end);
    }
    at = end;
  }
  return out.done();
}

/** Code units with the pieces they come from, in arrays that grow; runs of white space are one space. */
class Units {
  private units: Uint16Array;
  private starts: Int32Array;
  private ends: Int32Array;
  private length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
  }

  add(unit: number, start: number, end: number): void {
    const { length } = this;
    if (unit === SPACE && length > 0 && this.units[length - 1] === SPACE) {
      this.ends[length - 1] = end;
      return;
    }
    if (length === this.units.length) this.grow();
    this.units[length] = unit;
    this.starts[length] = start;
    this.ends[length] = end;
    this.length++;
  }

  /** Counts what folds to nothing to the piece before it. */
  lengthen(end: number): void {
    const last = this.length - 1;
    if (last < 0) return;
    const start = this.starts[last];
    for (let at = last; at >= 0 && this.starts[at] === start; at--) this.ends[at] = end;
  }

  done(): Folded {
    return {
      text: textOf(this.units.subarray(0, this.length)),
      starts: this.starts,
      ends: this.ends,
    };
  }

  private grow(): void {
    const larger = 2 * this.units.length + 16;
    const { units, starts, ends } = this;
    this.units = new Uint16Array(larger);
    this.starts = new Int32Array(larger);
    this.ends = new Int32Array(larger);
    this.units.set(units);
    this.starts.set(starts);
    this.ends.set(ends);
  }
}

/** How many code units are made into a string at once: each is an argument of one call. */
const CHUNK = 8_192;

function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK)
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, at + CHUNK));
  return text;
}

const SINGLE_QUOTES = /[‘’‚‛ʼ]/g;
const DOUBLE_QUOTES = /[“”„‟]/g;
const SOFT_HYPHEN = /\u00AD/g;
const DOTTED_I = /i\u0307/g;

function foldCluster(cluster: string, matchCase: boolean): string {
  if (cluster.trim() === '') return ' ';
  const plain = cluster
    .normalize('NFD')
    .replaceAll(SINGLE_QUOTES, "'")
    .replaceAll(DOUBLE_QUOTES, '"')
    .replaceAll(SOFT_HYPHEN, '');
  return matchCase
    ? plain
    : // By way of capitals, which are fuller: ẞ is ß is SS is ss. A mark may compose anew on the way.
      plain.toLowerCase().toUpperCase().toLowerCase().normalize('NFD').replaceAll(DOTTED_I, 'i');
}

function asciiTable(matchCase: boolean): Uint16Array {
  return Uint16Array.from({ length: FIRST_BEYOND_ASCII }, (_, unit) =>
    foldCluster(String.fromCharCode(unit), matchCase).charCodeAt(0),
  );
}

const ASCII = asciiTable(true);
const ASCII_FOLDED = asciiTable(false);

/** The span that folded code units come from, or null when it would be only a part of a character's folded form. */
function spanOf({ text, starts, ends }: Folded, from: number, to: number): Span | null {
  const [start, end] = [starts[from] as number, ends[to - 1] as number];
  const beginsInside = from > 0 && starts[from - 1] === start;
  const endsInside = to < text.length && ends[to] === end;
  return beginsInside || endsInside ? null : { start, end };
}

/** Characters between any two of which there is a boundary of grapheme clusters; the common letters and signs. */
const SIMPLE =
  /[\n -~\u00A0-\u02FF\u0370-\u0482\u048A-\u052F\u05D0-\u05EA\u0620-\u064A\u2010-\u2027\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF\uAC00-\uD7A3]/;

function splitsNoGrapheme(text: string, span: Span): boolean {
  const isSimple = (edge: number) =>
    edge === 0 ||
    edge === text.length ||
    (SIMPLE.test(text.charAt(edge - 1)) && SIMPLE.test(text.charAt(edge)));
  if (isSimple(span.start) && isSimple(span.end)) return true;
  const { start, end } = snapToGraphemes(text, span);
  return start === span.start && end === span.end;
}

const GOES_ON = /^[\p{L}\p{M}\p{N}_]$/u;
const SPACELESS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

function isWordEdge(text: string, edge: number): boolean {
  if (edge === 0 || edge === text.length) return true;
  const before = characterBefore(text, edge);
  const after = String.fromCodePoint(text.codePointAt(edge) ?? 0);
  if (!GOES_ON.test(before) || !GOES_ON.test(after)) return true;
  return SPACELESS.test(before) && SPACELESS.test(after);
}

function characterBefore(text: string, edge: number): string {
  const last = text.charAt(edge - 1);
  return /[\uDC00-\uDFFF]/.test(last) ? text.slice(Math.max(0, edge - 2), edge) : last;
}
