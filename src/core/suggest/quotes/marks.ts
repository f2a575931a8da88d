import type { Span } from '../../text/quote-selector';

/** A stretch in quote marks, marks included, within one paragraph; `continues` when it goes on from the one before it. */
export interface Quoted extends Span {
  readonly continues: boolean;
  /** Whether the mark that opens it is one that English does not use. */
  readonly foreign: boolean;
}

/** The marks that may close what a mark opens, with the mark itself where it may close too. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”＂',
  '＂': '"”＂',
  '“': '”"“',
  '”': '”',
  '‟': '”"',
  '„': '“”"',
  "''": "''",
  '‘‘': "’’''",
  '’’': '’’',
  '``': "''’’",
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '｢': '｣',
  '‚': '‘’',
  '‘': "’'",
  "'": "'’",
};

/** Marks that open wherever they stand; the others open only before something and after a space or another opener. */
const ALWAYS_OPEN = '“„«‹「『｢‟‚';
/** Marks of two signs each. */
const DOUBLED = "'‘’`";
const SINGLE = "'‘";
/** What stands before a mark that opens, white space aside. */
const BEFORE_OPENER = '([{<—–-:/|"“„«‘\'¿¡…、。，：（';
/** The marks that open quotes in English. */
const ENGLISH = new Set(['"', '“', "''", '‘‘', '``', '‘', "'"]);
/** Words that begin with an apostrophe and no quote. */
const ELIDED =
  /^(?:em|til|tis|twas|cause|bout|round|n|nuff|neath|gainst|s|d|ll|re|ve|t|m|cos|cuz)(?![\p{L}\p{N}])/iu;

const LETTER = /[\p{L}\p{N}]/u;
const SPACE = /\s/u;

/**
 * The stretches of a text in quote marks, outermost ones only, in order: "…" “…” ''…'' „…“ ”…” «…» »…« ‹…› 「…」 『…』
 * and, told from apostrophes, ‘…’ and '…'. A quote whose mark is opened again at the next paragraph goes on there; one
 * that is never closed counts when it fills its paragraph from the start, else not at all.
 */
export function findQuoted(text: string, paragraphs: readonly Span[]): readonly Quoted[] {
  const found: Quoted[] = [];
  /** The mark that is open where a paragraph ends and the next one opens it again. */
  let carried = '';
  paragraphs.forEach((line, index) => {
    let at = skipSpace(text, line);
    let mark = '';
    let start = at;
    let depth = 0;
    let continues = false;
    if (carried !== '' && markAt(text, at, line.end) !== '') {
      mark = carried;
      continues = true;
      at += markAt(text, at, line.end).length;
    }
    carried = '';
    while (at < line.end) {
      const here = markAt(text, at, line.end);
      if (here === '') {
        at++;
        continue;
      }
      const next = at + here.length;
      if (mark !== '') {
        if (closes(text, at, here, mark, line) && depth-- === 0) {
          found.push({ start, end: next, continues, foreign: !ENGLISH.has(mark) });
          mark = '';
          continues = false;
        } else if (here === mark && ALWAYS_OPEN.includes(here)) depth++;
        else if (here === mark && opens(text, at, here, line)) start = at;
        if (depth < 0) depth = 0;
      } else if (opens(text, at, here, line)) {
        if (SINGLE.includes(here)) {
          const end = singleEnd(text, at, here, line);
          if (end !== -1) {
            found.push({ start: at, end, continues: false, foreign: false });
            at = end;
            continue;
          }
        } else {
          mark = here;
          start = at;
          depth = 0;
        }
      }
      at = next;
    }
    if (mark === '') return;
    const following = paragraphs[index + 1];
    if (
      following &&
      family(markAt(text, skipSpace(text, following), following.end)) === family(mark)
    )
      carried = mark;
    if (carried !== '' || skipSpace(text, line) === start)
      found.push({
        start,
        end: trimmedEnd(text, start, line.end),
        continues,
        foreign: !ENGLISH.has(mark),
      });
  });
  return found;
}

function skipSpace(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && SPACE.test(text.charAt(at))) at++;
  return at;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && SPACE.test(text.charAt(last - 1))) last--;
  return last;
}

/** The first mark that is none of " ' and `. */
const FIRST_WIDE_MARK = 0xab;

/** The quote mark that stands at `at`: one or two signs, or '' where there is none. */
function markAt(text: string, at: number, end: number): string {
  const code = text.charCodeAt(at);
  if (code < FIRST_WIDE_MARK && code !== 34 && code !== 39 && code !== 96) return '';
  const char = text.charAt(at);
  if (at + 1 < end && DOUBLED.includes(char) && text.charAt(at + 1) === char) return char + char;
  return char in CLOSERS || '»›”’」』｣'.includes(char) ? char : '';
}

/** The marks that people mix: straight and curly double marks are one family. */
function family(mark: string): string {
  return '"“”„＂'.includes(mark) ? '"' : mark;
}

function opens(text: string, at: number, mark: string, line: Span): boolean {
  if (!(mark in CLOSERS)) return false;
  const next = at + mark.length < line.end ? text.charAt(at + mark.length) : ' ';
  if (ALWAYS_OPEN.includes(mark)) return at + mark.length < line.end;
  const before = at > line.start ? text.charAt(at - 1) : ' ';
  if (SPACE.test(next) || !(SPACE.test(before) || BEFORE_OPENER.includes(before))) return false;
  if (mark !== "'" && mark !== '‘') return true;
  return (
    /\p{L}|[[(“"«¿¡…$£€]/u.test(next) &&
    !ELIDED.test(text.slice(at + 1, at + 8)) &&
    !SPACE.test(next)
  );
}

function closes(text: string, at: number, here: string, open: string, line: Span): boolean {
  const closers = CLOSERS[open] as string;
  if (here.length === 2 ? !closers.includes(here) : open.length === 2 || !closers.includes(here))
    return false;
  if (here !== open) return true;
  const before = at > line.start ? text.charAt(at - 1) : ' ';
  const after = at + here.length < line.end ? text.charAt(at + here.length) : ' ';
  // The opening mark again, by mistake, or a straight one; after a space and before a word it opens again.
  if (ALWAYS_OPEN.includes(here)) return !SPACE.test(before) && !LETTER.test(after);
  return !SPACE.test(before) || SPACE.test(after);
}

/** Where the single quote opened at `at` ends, or -1: apostrophes inside words and of plurals do not end it. */
function singleEnd(text: string, at: number, mark: string, line: Span): number {
  const closers = CLOSERS[mark] as string;
  let plural = -1;
  for (let i = at + 1; i < line.end; i++) {
    const here = text.charAt(i);
    if (here === '‘' || (here === "'" && opens(text, i, here, line))) break;
    if (!closers.includes(here)) continue;
    const before = text.charAt(i - 1);
    const after = i + 1 < line.end ? text.charAt(i + 1) : ' ';
    if (SPACE.test(before) || LETTER.test(after)) continue;
    const mayBePlural = /[sSzx]/.test(before) && /^ \p{Ll}/u.test(text.slice(i + 1, i + 3));
    if (!mayBePlural) return i + 1;
    if (plural === -1) plural = i + 1;
  }
  return plural;
}
