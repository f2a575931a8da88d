import { lineAt, paragraphsOf } from './paragraphs';
import type { Span } from './quote-selector';

const HEAD = 5_000;
const LONGEST = 200;
const FEWEST_WORDS = 3;
const DATE_WORD =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|[ap]m|updated|posted|published|on|at)$/i;

/** The index of the paragraph that is the article's title, among its first ten; -1 when none is. */
export function headingIndex(text: string, title: string, paragraphs: readonly Span[]): number {
  return paragraphs
    .slice(0, 10)
    .findIndex(({ start, end }) => headingText(text.slice(start, end)) === title);
}

/** An article's likely title: its first line (of ten) with three words or more besides dates; '' when there is none. */
export function guessTitle(text: string): string {
  // Whole lines only, so that no long line passes for a short one.
  const head = text.length > HEAD ? text.slice(0, lineAt(text, HEAD).start) : text;
  for (const { start, end } of paragraphsOf(head).slice(0, 10)) {
    const line = headingText(text.slice(start, end));
    const words = line.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
    const telling = words.filter((word) => !DATE_WORD.test(word)).length;
    if (telling >= FEWEST_WORDS && line.length <= LONGEST) return line;
  }
  return '';
}

/** A line without the marks of a Markdown heading. */
export function headingText(line: string): string {
  return line.trim().replace(/^#{1,6}\s+/, '');
}
