import type { Analysis } from './analysis';
import { isDateLine } from './furniture/dates';
import { PATTERNS } from './furniture/patterns';
import { COMMENTS_BEGIN, HEADLINES_FOLLOW, PHRASES, SHARE_WORDS } from './furniture/phrases';

/** A paragraph longer than this, in UTF-16 code units, is never furniture. */
const LONGEST = 600;
/** A phrase is looked up in lines no longer than this. */
const LONGEST_PHRASE = 100;
const LONGEST_HEADLINE = 140;

/** Links and claims both ask; an analysis never changes, so it is looked through once. */
const known = new WeakMap<Analysis, readonly boolean[]>();

/** Which paragraphs of an article, by index, are page furniture and no part of its text. */
export function findFurniture(article: Analysis): readonly boolean[] {
  const marks = known.get(article) ?? lookThrough(article);
  known.set(article, marks);
  return marks;
}

function lookThrough({ text, paragraphs }: Analysis): readonly boolean[] {
  return furnitureAmong(paragraphs.map(({ start, end }) => text.slice(start, end)));
}

/** Which of a page's paragraphs, by index, are furniture. */
export function furnitureAmong(paragraphs: readonly string[]): readonly boolean[] {
  const lines = paragraphs.map((line) => (line.length > LONGEST ? null : line.trim()));
  const marks = lines.map((line) => line !== null && isFurniture(line));
  markHeadlines(lines, marks);
  markComments(lines, marks);
  // A byline begins with no more than a preposition, so a headline could be one.
  if (lines[0] && BYLINE.test.test(lines[0])) marks[0] = false;
  return marks;
}

const BYLINE = PATTERNS.find(({ name }) => name === 'byline') as (typeof PATTERNS)[number];

/** Whether a line alone, whatever stands around it, is page furniture. */
export function isFurniture(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (!/[\p{L}\p{N}]/u.test(line)) return !/[!?]/.test(line);
  if (/^\d{1,3}$/.test(line)) return true;
  if (line.length <= LONGEST_PHRASE) {
    const phrase = phraseOf(line);
    // A sentence of one word may end in a full stop.
    if (PHRASES.has(phrase) && (phrase.includes(' ') || phrase.length > 12 || !/[.!?]$/.test(line)))
      return true;
    if (isDateLine(line) || isShareBar(line)) return true;
  }
  return PATTERNS.some(({ most, test }) => line.length <= most && test.test(line));
}

/** A line as the phrases are written: small, numbers as 0, nothing but words at its ends. */
function phraseOf(line: string): string {
  return line
    .toLowerCase()
    .replaceAll("'", '’')
    .replace(/\d+/g, '0')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function isShareBar(line: string): boolean {
  const words = phraseOf(line).split(/[^\p{L}\p{N}’-]+/u);
  return words.length > 1 && !/[.!?]$/.test(line) && words.every((word) => SHARE_WORDS.has(word));
}

/** Marks the headline that follows "Read more" and its picture's caption; at the end of a page, all that follow. */
function markHeadlines(lines: readonly (string | null)[], marks: boolean[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (
      !marks[at] ||
      !line ||
      line.length > LONGEST_PHRASE ||
      !HEADLINES_FOLLOW.has(phraseOf(line))
    )
      continue;
    let next = at + 1;
    while (next < lines.length && marks[next]) next++;
    let last = next;
    while (last < lines.length && (marks[last] || isHeadline(lines[last]))) last++;
    const until = last === lines.length ? last : Math.min(last, next + 1);
    for (; next < until; next++) marks[next] = true;
    at = Math.max(at, until - 1);
  }
}

function isHeadline(line: string | null | undefined): boolean {
  return !!line && line.length <= LONGEST_HEADLINE && !/[.!?:;…。！？]["”’»)]*$/u.test(line);
}

/** Marks everything after the line with which readers' comments begin, if that is in the page's second half. */
function markComments(lines: readonly (string | null)[], marks: boolean[]): void {
  const from = lines.findIndex(
    (line, at) =>
      at * 2 >= lines.length &&
      marks[at] &&
      !!line &&
      line.length <= LONGEST_PHRASE &&
      COMMENTS_BEGIN.has(phraseOf(line)),
  );
  if (from !== -1) marks.fill(true, from);
}
