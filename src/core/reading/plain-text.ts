import { describeFurniture } from '../suggest/furniture/describe';
import { furnitureAmong } from '../suggest/furniture';
import { guessTitle, headingText } from '../text/guess-title';
import { paragraphsOf } from '../text/paragraphs';
import type { Block } from './reading';

/** The blocks of a plain text: its paragraphs; all of them together are the text itself. */
export function blocksOfText(text: string): readonly Block[] {
  const paragraphs = paragraphsOf(text);
  const lines = paragraphs.map(({ start, end }) => text.slice(start, end));
  const ends = paragraphs.map((_, index) => paragraphs[index + 1]?.start ?? text.length);
  return proposeBlocks(
    lines,
    lines.map((_, index) => text.slice(index === 0 ? 0 : ends[index - 1], ends[index])),
  );
}

/** Blocks out of lines; `texts` are the same with what parts them. The title and bylines are kept. */
export function proposeBlocks(
  lines: readonly string[],
  texts: readonly string[],
): readonly Block[] {
  const title = guessTitle(lines.slice(0, 10).join('\n'));
  const heading = title === '' ? -1 : lines.findIndex((line) => headingText(line) === title);
  const marks = furnitureAmong(lines);
  return lines.map((line, index): Block => {
    const text = texts[index] ?? line;
    if (index === heading) return { text, kind: 'title', kept: true, reason: '' };
    if (!marks[index]) return { text, kind: 'paragraph', kept: true, reason: '' };
    const { kind, reason } = describeFurniture(line.trim());
    return kind === 'byline'
      ? { text, kind, kept: true, reason: '' }
      : { text, kind, kept: false, reason };
  });
}
