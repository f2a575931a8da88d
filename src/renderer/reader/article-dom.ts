import { firstNot } from '../../core/model/sorted';
import { paragraphIndexAt } from '../../core/text/paragraphs';
import type { Span } from '../../core/text/quote-selector';

/** Translates between offsets of an article's text and places in its paragraphs on the page. */
export interface ArticleDom {
  readonly root: HTMLElement;
  /** The page's range for a span. */
  readonly rangeOf: (span: Span) => Range;
  /** The span a range covers, or null when it lies outside the article. */
  readonly spanOf: (range: StaticRange | Range) => Span | null;
  /** The offset of the character under a point of the viewport, or null when there is none. */
  readonly offsetAt: (x: number, y: number) => number | null;
  /** The offset of the character nearest to a point. */
  readonly nearestOffset: (x: number, y: number) => number | null;
  /** From where to where the line at a height of the viewport goes, whichever way it runs. */
  readonly lineAt: (y: number) => Span | null;
  /** About which offset stands at a height of the viewport, in pixels: within a paragraph taken from its length. */
  readonly offsetNear: (y: number) => number;
  /** Has the paragraphs of a stretch, and no others, styled for highlights: only they can show them. */
  readonly showNear: (stretch: Span) => void;
  /** Gives every paragraph its true height, also those that were to be laid out later. */
  readonly layOut: () => void;
}

/** How far inside the text's edges the ends of a line are looked for, in pixels. */
const INSIDE = 2;
/** The attribute that holds a paragraph's offset in the text. */
const START = 'start';
/** The attribute that the rules for highlights ask for. */
const NEAR = 'data-near';

/** Reads the paragraphs rendered under `root`; each is one element with one text node. */
export function articleDom(
  root: HTMLElement,
  paragraphs: readonly Span[],
  layOut: () => void,
): ArticleDom {
  const elements = [...root.querySelectorAll<HTMLElement>(`[data-${START}]`)];

  let near: readonly HTMLElement[] = [];

  const place = (offset: number, edge: 'start' | 'end'): [Node, number] => {
    const index = paragraphIndexAt(paragraphs, offset);
    const paragraph = paragraphs[index];
    const element = elements[index];
    if (!paragraph || !element) return [root, 0];
    const before = paragraphs[index - 1];
    // An end between two paragraphs belongs to the one before it.
    if (edge === 'end' && offset <= paragraph.start && before)
      return [textOf(elements[index - 1] ?? element), before.end - before.start];
    const within = Math.min(Math.max(offset - paragraph.start, 0), paragraph.end - paragraph.start);
    return [textOf(element), within];
  };

  const offsetOf = (node: Node, offset: number): number | null => {
    if (node === root || !root.contains(node)) {
      if (node !== root) return null;
      const next = elements.find((element) => root.children[offset]?.contains(element));
      return next ? startOf(next) : (paragraphs.at(-1)?.end ?? 0);
    }
    const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
      `[data-${START}]`,
    );
    if (!element) return null;
    if (node.nodeType === Node.TEXT_NODE) return startOf(element) + offset;
    return startOf(element) + (offset === 0 ? 0 : (element.textContent?.length ?? 0));
  };

  const nearestOffset = (x: number, y: number): number | null => {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && root.contains(caret.offsetNode)
      ? offsetOf(caret.offsetNode, caret.offset)
      : null;
  };

  const rangeOf = ({ start, end }: Span): Range => {
    const range = document.createRange();
    range.setStart(...place(start, 'start'));
    range.setEnd(...place(end, 'end'));
    return range;
  };

  return {
    root,
    rangeOf,
    spanOf({ startContainer, startOffset, endContainer, endOffset }) {
      const start = offsetOf(startContainer, startOffset);
      const end = offsetOf(endContainer, endOffset);
      return start === null || end === null || start >= end ? null : { start, end };
    },
    offsetAt(x, y) {
      const caret = nearestOffset(x, y);
      if (caret === null) return null;
      // The caret stands beside the character: it may be the one before it or the one after it.
      for (const offset of [caret, caret - 1]) {
        if (offset < 0) continue;
        const rects = [...rangeOf({ start: offset, end: offset + 1 }).getClientRects()];
        if (
          rects.some(
            (rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom,
          )
        )
          return offset;
      }
      return null;
    },
    nearestOffset,
    layOut,
    lineAt(y) {
      const { left, right } = root.getBoundingClientRect();
      const ends = [nearestOffset(left + INSIDE, y), nearestOffset(right - INSIDE, y)].filter(
        (offset) => offset !== null,
      );
      return ends.length === 0 ? null : { start: Math.min(...ends), end: Math.max(...ends) };
    },
    showNear({ start, end }) {
      const next = elements.slice(
        paragraphIndexAt(paragraphs, start),
        paragraphIndexAt(paragraphs, end) + 1,
      );
      for (const element of near) if (!next.includes(element)) element.removeAttribute(NEAR);
      for (const element of next) if (!near.includes(element)) element.setAttribute(NEAR, '');
      near = next;
    },
    offsetNear(y) {
      const above = firstNot(elements, (element) => element.getBoundingClientRect().bottom <= y);
      const [element, paragraph] = [elements[above], paragraphs[above]];
      if (!element || !paragraph) return paragraphs.at(-1)?.end ?? 0;
      const { top, height } = element.getBoundingClientRect();
      const share = Math.min(Math.max((y - top) / height, 0), 1);
      return Math.round(paragraph.start + share * (paragraph.end - paragraph.start));
    },
  };
}

function startOf(element: HTMLElement): number {
  return Number(element.dataset[START]);
}

function textOf(element: HTMLElement): Node {
  return element.firstChild ?? element;
}
