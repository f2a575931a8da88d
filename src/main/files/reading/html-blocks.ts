import { BLOCKS, HEADINGS, placeOf, SKIPPED, type Place } from './html-elements';
import { attribute, isElement, type Element } from './html-tree';
import { tidy } from './tidy-text';

/** A paragraph of a page as it stands in the markup. */
export interface PageBlock {
  readonly text: string;
  /** The tag of the nearest element that makes it a paragraph. */
  readonly tag: string;
  /** What its part of the page is for, if anything says so. */
  readonly place: Place | null;
  /** Class, id and itemprop of the elements it stands in, the nearest two that have any. */
  readonly names: string;
  /** Its id attribute, or that of the list item it stands in; for footnotes. */
  readonly id: string;
}

/** A page's paragraphs, and the page again with each one marked: what is left of it by another program can be told. */
export interface Page {
  readonly blocks: readonly PageBlock[];
  readonly markup: string;
}

/** The attribute that holds the index of a block in a page's markup. */
export const MARK = 'data-block';

/** What stands around a place in the page. */
interface Around {
  readonly tag: string;
  readonly place: Place | null;
  readonly names: string;
  readonly id: string;
  readonly link: boolean;
  readonly pre: boolean;
  /** Whether the block is a row of a table: its cells follow each other, parted by tabs. */
  readonly row: boolean;
}

const OUTSIDE: Around = {
  tag: 'body',
  place: null,
  names: '',
  id: '',
  link: false,
  pre: false,
  row: false,
};
const KEPT_ATTRIBUTES = [
  'class',
  'id',
  'role',
  'itemprop',
  'rel',
  'style',
  'hidden',
  'aria-hidden',
];
/** Where a paragraph may stand on its own; elsewhere its element is the paragraph. */
const HOLDS_PARAGRAPHS = new Set(
  'body div section article main blockquote aside header footer form center figure'.split(' '),
);

/** The paragraphs of a page, without recursion: pages may be nested deep. */
export function pageBlocks(root: Element): Page {
  const blocks: PageBlock[] = [];
  const markup: string[] = [];
  const withBlocks = elementsWithBlocks(root);
  let pieces: string[] = [];
  let inline: string[] = [];
  /** Whether nothing but white space has come since a line break. */
  let broken = false;

  const flush = (around: Around) => {
    const text = tidy(pieces.join(''), around.pre);
    if (text !== '') {
      const { tag, place, names, id } = around;
      const wrap = HOLDS_PARAGRAPHS.has(tag) ? 'p' : 'span';
      markup.push(`<${wrap} ${MARK}="${blocks.length}">${inline.join('')}</${wrap}>`);
      blocks.push({ text, tag, place, names, id });
    }
    pieces = [];
    inline = [];
    broken = false;
  };
  const write = (text: string, { pre, link }: Around) => {
    if (text.trim() !== '') broken = false;
    pieces.push(pre ? text : text.replaceAll(/[ \t\n\f\r]+/g, ' '));
    inline.push(link ? `<a href="/">${escapeMarkup(text)}</a>` : escapeMarkup(text));
  };

  interface Frame {
    readonly element: Element;
    readonly around: Around;
    next: number;
  }
  const stack: Frame[] = [{ element: root, around: OUTSIDE, next: 0 }];
  while (stack.length > 0) {
    const frame = stack.at(-1) as Frame;
    const { element, around } = frame;
    const node = element.childNodes[frame.next++];
    if (!node) {
      stack.pop();
      leave(element, around, stack.at(-1)?.around ?? OUTSIDE);
    } else if ('value' in node) {
      if (node.nodeName === '#text') write(node.value, around);
    } else if (isElement(node) && !SKIPPED.has(node.tagName)) enter(node, around);
  }
  return { blocks, markup: `<html>${markup.join('')}</html>` };

  function enter(element: Element, outer: Around): void {
    const { tagName } = element;
    if (tagName === 'br') return lineBreak(outer);
    const inner = aroundIn(element, outer);
    if (isBlock(element, outer)) {
      flush(outer);
      markup.push(openingTag(element));
    }
    stack.push({ element, around: inner, next: 0 });
  }

  function leave(element: Element, around: Around, outer: Around): void {
    const { tagName } = element;
    if (isBlock(element, outer)) {
      flush(around);
      markup.push(`</${tagName}>`);
    } else if (outer.row && (tagName === 'td' || tagName === 'th')) {
      pieces.push('\t');
      inline.push(' ');
    }
  }

  /** Two line breaks end a paragraph; one is a line end. */
  function lineBreak(around: Around): void {
    if (broken) flush(around);
    else pieces.push('\n');
    inline.push(' ');
    broken = !broken;
  }

  function aroundIn(element: Element, outer: Around): Around {
    const { tagName } = element;
    const names = ['class', 'id', 'itemprop']
      .map((name) => attribute(element, name))
      .join(' ')
      .trim();
    return {
      tag:
        BLOCKS.has(tagName) && !outer.row && !isTransparent(tagName, outer.tag)
          ? tagName
          : outer.tag,
      place: innerPlace(outer.place, placeOf(element)),
      names: names === '' ? outer.names : `${names} ${outer.names}`.slice(0, 300),
      id: tagName === 'li' ? attribute(element, 'id') : outer.id,
      link: outer.link || tagName === 'a',
      pre: outer.pre || tagName === 'pre' || tagName === 'listing' || tagName === 'xmp',
      row: outer.row || (tagName === 'tr' && isPlainRow(element)),
    };
  }

  /** A row of two cells or more, none with more than one paragraph. */
  function isPlainRow(row: Element): boolean {
    const cells = row.childNodes.filter(isElement);
    return cells.length > 1 && cells.every(isPlainCell);
  }

  function isPlainCell(cell: Element): boolean {
    const [only, ...more] = cell.childNodes.filter(isElement);
    return (
      !withBlocks.has(cell) ||
      (more.length === 0 && only !== undefined && only.tagName === 'p' && !withBlocks.has(only))
    );
  }
}

/** The outermost place says what a part is for, except that what is hidden in it is hidden. */
function innerPlace(outer: Place | null, own: Place | null): Place | null {
  return outer && !own?.never ? outer : own;
}

/** Whether an element begins and ends a paragraph; within a plain row none does. */
function isBlock({ tagName }: Element, outer: Around): boolean {
  return BLOCKS.has(tagName) && !outer.row;
}

/** A paragraph in a list item, a heading or a caption is that item, heading or caption. */
function isTransparent(tag: string, outer: string): boolean {
  return (
    (tag === 'p' || tag === 'div') &&
    (HEADINGS.has(outer) || outer === 'li' || outer === 'figcaption')
  );
}

/** The elements inside `root` that hold paragraphs. */
function elementsWithBlocks(root: Element): ReadonlySet<Element> {
  const order: { element: Element; parent: Element }[] = [];
  const waiting: Element[] = [root];
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    for (const element of parent.childNodes.filter(isElement)) {
      order.push({ element, parent });
      waiting.push(element);
    }
  }
  const found = new Set<Element>();
  for (const { element, parent } of order.toReversed())
    if (BLOCKS.has(element.tagName) || found.has(element)) found.add(parent);
  return found;
}

function openingTag(element: Element): string {
  const attributes = element.attrs
    .filter(({ name }) => KEPT_ATTRIBUTES.includes(name))
    .map(({ name, value }) => ` ${name}="${escapeMarkup(value)}"`);
  return `<${element.tagName}${attributes.join('')}>`;
}

function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
