import { lineAt, paragraphIndexAt, paragraphsOf } from './paragraphs';
import type { Span } from './quote-selector';
import { sentencesIn } from './sentences';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** ICU is handed at most this many code units around an offset, so that one endless line costs no more than a long one. */
const WINDOW = 2_000;

interface Piece extends Span {
  readonly wordLike: boolean;
}

/** The segment of `segmenter` that holds the code unit at `offset`, cut at line ends (an LF is a boundary of every kind). */
function pieceAt(segmenter: Intl.Segmenter, text: string, offset: number): Piece | null {
  const line = lineAt(text, offset);
  const from = Math.max(line.start, offset - WINDOW);
  const found = segmenter
    .segment(text.slice(from, Math.min(line.end, offset + WINDOW)))
    .containing(offset - from);
  if (!found) return null;
  const start = from + found.index;
  return { start, end: start + found.segment.length, wordLike: found.isWordLike === true };
}

function grown(
  segmenter: Intl.Segmenter,
  text: string,
  span: Span,
  grows: (piece: Piece) => boolean,
): Span {
  const first = pieceAt(segmenter, text, span.start);
  const last = pieceAt(segmenter, text, span.end);
  return {
    start: first && first.start < span.start && grows(first) ? first.start : span.start,
    end: last && last.start < span.end && grows(last) ? last.end : span.end,
  };
}

/** The span grown so that it splits no grapheme cluster (UAX 29). */
export function snapToGraphemes(text: string, span: Span): Span {
  return grown(graphemes, text, span, () => true);
}

/** The span without white space at its ends, or null when nothing is left. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  const exact = text.slice(start, end);
  const trimmed = exact.trim();
  if (trimmed === '') return null;
  const from = start + exact.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

/** The span trimmed and grown to whole words (UAX 29) and grapheme clusters, or null when it holds only white space. */
export function snapToWords(text: string, span: Span): Span | null {
  const trimmed = trimSpan(text, span);
  return (
    trimmed &&
    snapToGraphemes(
      text,
      grown(words, text, trimmed, (piece) => piece.wordLike),
    )
  );
}

/** How far a word is looked for, in code units: where there is none so far, the walk stops for a moment. */
const REACH = 5_000;

/** Whether a walk that began at `offset` goes on from `at`. */
function walksOn(text: string, offset: number, at: number, forward: boolean): boolean {
  return Math.abs(at - offset) < REACH && (forward ? at < text.length : at > 0);
}

/** The next place where a word starts (`forward`) or the last one before `offset`; the text's ends beyond them. */
export function wordStart(text: string, offset: number, forward: boolean): number {
  let at = offset;
  while (walksOn(text, offset, at, forward)) {
    const piece = pieceAt(words, text, forward ? at : at - 1);
    // A line end belongs to no piece.
    at = forward ? (piece?.end ?? at + 1) : (piece?.start ?? at - 1);
    if (pieceAt(words, text, at)?.wordLike) return at;
  }
  return at;
}

/** The next place where a word ends (`forward`) or the last one before `offset`; the text's ends beyond them. */
export function wordEnd(text: string, offset: number, forward: boolean): number {
  let at = offset;
  while (walksOn(text, offset, at, forward)) {
    const piece = pieceAt(words, text, forward ? at : at - 1);
    if (forward) {
      at = piece?.end ?? at + 1;
      if (piece?.wordLike) return at;
    } else {
      at = piece?.start ?? at - 1;
      if (at > 0 && pieceAt(words, text, at - 1)?.wordLike) return at;
    }
  }
  return at;
}

/** Whether something that can be seen or selected begins at `offset`: no line end, and no line of white space. */
function isInParagraph(text: string, offset: number): boolean {
  const line = lineAt(text, offset);
  return offset < line.end && /\S/.test(text.slice(line.start, line.end));
}

/** The next place where a grapheme cluster of a paragraph starts, or the last one before `offset`; `offset` where there is none. */
export function graphemeStart(text: string, offset: number, forward: boolean): number {
  let at = offset;
  while (forward ? at < text.length : at > 0) {
    const piece = pieceAt(graphemes, text, forward ? at : at - 1);
    // A line end belongs to no piece.
    at = forward ? (piece?.end ?? at + 1) : (piece?.start ?? at - 1);
    if (isInParagraph(text, at)) return at;
  }
  return offset;
}

/** The end of the grapheme cluster at `offset` or, between paragraphs, of the next one; the text's end beyond the last. */
export function graphemeEnd(text: string, offset: number): number {
  const start = isInParagraph(text, offset) ? offset : graphemeStart(text, offset, true);
  return pieceAt(graphemes, text, start)?.end ?? text.length;
}

/** The sentence at `offset`, or the nearest after it in its paragraph; null in a text without words. */
export function sentenceAt(text: string, offset: number): Span | null {
  const paragraphs = paragraphsOf(text);
  const paragraph = paragraphs[paragraphIndexAt(paragraphs, offset)];
  if (!paragraph) return null;
  const all = sentencesIn(text, paragraph);
  return all.find((sentence) => offset < sentence.end) ?? all.at(-1) ?? null;
}

/** The start of the next sentence after `offset`, or of the last one before it; `offset` itself where there is none. */
export function sentenceStart(text: string, offset: number, forward: boolean): number {
  const paragraphs = paragraphsOf(text);
  const here = paragraphIndexAt(paragraphs, offset);
  for (const index of forward ? [here, here + 1] : [here, here - 1]) {
    const paragraph = paragraphs[index];
    const starts = paragraph ? sentencesIn(text, paragraph).map(({ start }) => start) : [];
    const found = forward
      ? starts.find((start) => start > offset)
      : starts.findLast((start) => start < offset);
    if (found !== undefined) return found;
  }
  return offset;
}

/** Whether a span is made of whole sentences. */
function isWholeSentences(text: string, { start, end }: Span): boolean {
  return sentenceAt(text, start)?.start === start && sentenceAt(text, end - 1)?.end === end;
}

/** The sentence at `offset`; when `selected` is made of whole sentences, `selected` and the sentence after it. */
export function sentenceSelection(
  text: string,
  offset: number,
  selected: Span | null,
): Span | null {
  if (!selected || !isWholeSentences(text, selected)) return sentenceAt(text, offset);
  const next = sentenceStart(text, selected.end - 1, true);
  const end = next < selected.end ? null : sentenceAt(text, next)?.end;
  return end ? { start: selected.start, end } : selected;
}

/** What a selection of the user covers: whole words, or with `exact` whole grapheme clusters; null for white space alone. */
export function snapSelection(text: string, span: Span, exact: boolean): Span | null {
  if (!exact) return snapToWords(text, span);
  return trimSpan(text, span) && snapToGraphemes(text, span);
}
