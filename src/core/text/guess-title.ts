import { paragraphsOf } from './paragraphs';

const LONGEST = 200;
const WEEKDAY_OR_DATE =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/i;

/** An article's likely title: its first line (of ten) of four words or more that is no date; '' when there is none. */
export function guessTitle(text: string): string {
  for (const { start, end } of paragraphsOf(text.slice(0, 5_000)).slice(0, 10)) {
    const line = headingText(text.slice(start, end));
    const words = line.split(/\s+/).length;
    if (words >= 4 && line.length <= LONGEST && !WEEKDAY_OR_DATE.test(line)) return line;
  }
  return '';
}

/** A line without the marks of a Markdown heading. */
export function headingText(line: string): string {
  return line.trim().replace(/^#{1,6}\s+/, '');
}
