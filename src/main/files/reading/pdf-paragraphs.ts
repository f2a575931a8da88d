import { tidy } from './tidy-text';
import type { Line } from './pdf-lines';

/** A paragraph of a document with the size of its letters in points, or a line that runs along its pages. */
export interface Paragraph {
  readonly text: string;
  readonly size: number;
  /** Whether it is a running head, a running foot or a page number. */
  readonly running: boolean;
}

/** So many lines at the top and bottom of a page may be running heads, if a gap of so many sizes parts them from the rest. */
const EDGE = 3;
const GAP = 1.6;
const PAGE_NUMBER =
  /^\W*(?:(?:page|seite|pagina|página|стр\.?|p\.)\s*)?\d{1,4}(?:\s*(?:\/|of|von|de|sur|из)\s*\d{1,4})?\W*$/iu;
const SENTENCE_END = /[.!?…。！？:;][”’»"')\]]*(?:\[\d+\]|\d{1,2})?$/u;

/** The paragraphs of a document: lines joined, words put together that were hyphenated, running heads apart. */
export function paragraphsOfPages(pages: readonly (readonly Line[])[]): readonly Paragraph[] {
  const running = runningLines(pages);
  const compounds = new Set(
    pages.flat().flatMap(({ text }) => text.match(/\p{L}+-\p{Ll}+/gu) ?? []),
  );
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
  const held: Paragraph[] = [];
  const close = () => {
    if (open.length > 0)
      paragraphs.push({ text: joined(open, compounds), size: open[0]?.size ?? 0, running: false });
    paragraphs.push(...held.splice(0));
    open = [];
  };
  for (const lines of pages) {
    const measure = measureOf(lines.filter((line) => !running.has(line)));
    for (const line of lines) {
      // A running head must not part the paragraph that goes over to the next page.
      if (running.has(line))
        (open.length > 0 ? held : paragraphs).push({
          text: tidy(line.text),
          size: line.size,
          running: true,
        });
      else {
        const before = open.at(-1);
        if (before && begins(line, before, measure)) close();
        open.push(line);
      }
    }
  }
  close();
  return paragraphs.filter(({ text }) => text !== '');
}

/** What is usual on a page: the distance of its lines, in points. */
function measureOf(lines: readonly Line[]): number {
  const steps = lines
    .slice(1)
    .map((line, index) => (lines[index]?.y ?? 0) - line.y)
    .filter((step) => step > 1)
    .toSorted((a, b) => a - b);
  return steps[Math.floor(steps.length / 3)] ?? 0;
}

/** Whether a line begins a paragraph after the line before it. */
function begins(line: Line, before: Line, pitch: number): boolean {
  if (Math.abs(line.size - before.size) > 0.12 * before.size) return true;
  const ended = SENTENCE_END.test(before.text);
  const step = before.y - line.y;
  // At the top of a column or a page only the words tell.
  if (step < 0) return ended || (/^\p{Lu}/u.test(line.text) && !/[\p{L},-]$/u.test(before.text));
  if (step > 1.35 * Math.max(pitch, line.size)) return true;
  const indented = line.left - before.left > 0.8 * line.size;
  const short = before.right < line.right - 4 * line.size;
  return (
    (indented &&
      line.left - before.left < 6 * line.size &&
      (ended || /^[\p{Lu}“"«]/u.test(line.text))) ||
    (short && ended)
  );
}

function joined(lines: readonly Line[], compounds: ReadonlySet<string>): string {
  let text = '';
  for (const line of lines) {
    const [, stem = ''] = /(\p{L}+)[-\u00AD\u2010]$/u.exec(text) ?? [];
    const [rest = ''] = /^\p{Ll}+/u.exec(line.text) ?? [];
    if (stem !== '' && rest !== '')
      text = compounds.has(`${stem}-${rest}`) ? text + line.text : text.slice(0, -1) + line.text;
    else text += (text === '' || /[\u3040-\u30ff\u3400-\u9fff]$/.test(text) ? '' : ' ') + line.text;
  }
  return tidy(text);
}

/** The lines at the edges of pages that return on others, whatever numbers are in them, and page numbers. */
function runningLines(pages: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const edges = pages.map((lines) => {
    const down = lines.toSorted((a, b) => b.y - a.y);
    return [...apart(down), ...apart(down.toReversed())];
  });
  const counts = new Map<string, number>();
  for (const edge of edges)
    for (const each of new Set(edge.map(shape))) counts.set(each, (counts.get(each) ?? 0) + 1);
  const often = Math.max(2, pages.length / 3);
  return new Set(
    edges.flatMap((edge) =>
      edge.filter((line) => PAGE_NUMBER.test(line.text) || (counts.get(shape(line)) ?? 0) >= often),
    ),
  );
}

/** A line as running heads are compared: its numbers differ from page to page. */
function shape({ text }: Line): string {
  return text.replaceAll(/\d+/g, '0').toLowerCase();
}

/** The first lines of a page, from its edge inwards, that a gap parts from the rest. */
function apart(lines: readonly Line[]): readonly Line[] {
  const last = lines.slice(0, EDGE).findLastIndex((line, index) => {
    const next = lines[index + 1];
    return !next || Math.abs(line.y - next.y) > GAP * line.size;
  });
  return lines.slice(0, last + 1);
}
