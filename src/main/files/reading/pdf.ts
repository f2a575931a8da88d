import { lineOf, namesOf } from '../../../core/reading/details';
import type { Block } from '../../../core/reading/reading';
import { describeFurniture } from '../../../core/suggest/furniture/describe';
import { furnitureAmong } from '../../../core/suggest/furniture';
import { Unreadable, type Found } from './found';
import { parted } from './parted';
import { linesOf, type Line, type Piece } from './pdf-lines';
import { paragraphsOfPages, type Paragraph } from './pdf-paragraphs';

const MOST_PAGES = 500;
const NO_TEXT =
  'it holds pictures of pages and no text. Have the text recognised (OCR) in another program first.';
const LOCKED = 'it is locked with a password. Save it without one first.';
const DAMAGED = 'it is damaged, or no PDF. Save it again from the program that made it.';
/** Letters larger than the text's by so much are a heading's. */
const HEADING = 1.15;

/** Reads a PDF's text: lines joined to paragraphs, columns in turn; running heads and page numbers are left out. */
export async function readPdf(bytes: Uint8Array): Promise<Found> {
  const { getDocument } = await loadPdfjs();
  const task = getDocument({
    // The parser takes the bytes over; they are needed no more.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise.catch((error: Error) => {
      throw new Unreadable(error.name === 'PasswordException' ? LOCKED : DAMAGED);
    });
    const count = Math.min(document.numPages, MOST_PAGES);
    const pages: (readonly Line[])[] = [];
    for (let number = 1; number <= count; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item) => ('str' in item ? pieceOf(item, page.rotate) : []));
      pages.push(linesOf(pieces));
      page.cleanup();
    }
    if (pages.every((lines) => lines.length === 0)) throw new Unreadable(NO_TEXT);
    const { info } = await document.getMetadata();
    const found = foundIn(pages, info as Readonly<Record<string, unknown>>);
    return document.numPages > count
      ? { ...found, warnings: [`Only its first ${count} pages were read.`] }
      : found;
  } finally {
    await task.destroy();
  }
}

/** Stands for what the parser would draw with. */
function Unused() {}

/** The parser, without a worker of its own: it runs in ours. It draws nothing, so what it draws with is left out. */
async function loadPdfjs(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  Object.assign(globalThis, { DOMMatrix: Unused, ImageData: Unused, Path2D: Unused });
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** An item of a page's text as the page is shown, turned clockwise by `rotation` degrees; what is then not upright or has no size is no line of it. */
function pieceOf({ str, transform, width }: TextItem, rotation: number): Piece[] {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = turned(transform, rotation);
  const upright = Math.abs(b) < 0.1 * Math.abs(a) && a > 0;
  return upright && str !== '' ? [{ text: str, x, y, width, size: Math.abs(d) || a }] : [];
}

/** A place and direction on a page, after the page was turned clockwise by so many degrees. */
function turned(transform: readonly number[], rotation: number): readonly number[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  return rotation < 90 ? transform : turned([b, -a, d, -c, y, -x], rotation - 90);
}

function foundIn(
  pages: readonly (readonly Line[])[],
  info: Readonly<Record<string, unknown>>,
): Found {
  const paragraphs = paragraphsOfPages(pages);
  const text = paragraphs.filter(({ running }) => !running);
  const usual = usualSize(text);
  const largest = text
    .slice(0, 8)
    .reduce<Paragraph | null>(
      (most, each) => (each.size > HEADING * usual && each.size > (most?.size ?? 0) ? each : most),
      null,
    );
  const marks = furnitureAmong(text.map((each) => each.text));
  const furniture = new Set(text.filter((_, index) => marks[index]));
  const proposals = paragraphs.map((each): Omit<Block, 'text'> => {
    if (each.running)
      return { kind: 'furniture', kept: false, reason: 'A running head or page number' };
    if (each === largest) return { kind: 'title', kept: true, reason: '' };
    if (furniture.has(each)) {
      const { kind, reason } = describeFurniture(each.text);
      return { kind, kept: kind === 'byline', reason: kind === 'byline' ? '' : reason };
    }
    return { kind: each.size > HEADING * usual ? 'heading' : 'paragraph', kept: true, reason: '' };
  });
  return {
    details: {
      title: lineOf(largest?.text) || realTitle(info['Title']),
      author: namesOf(info['Author']),
    },
    blocks: parted(
      paragraphs.map((each) => ({ text: each.text, tag: 'p' })),
      proposals,
    ),
    warnings: [],
  };
}

/** The size of most letters, in points. */
function usualSize(paragraphs: readonly Paragraph[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of paragraphs)
    letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** A document's own title, unless the program that made it put a file's name there. */
function realTitle(value: unknown): string {
  const title = lineOf(value);
  return /^(?:untitled|microsoft word|document\d*$)|\.(?:docx?|pdf|indd|qxd|tex|dvi)$/i.test(title)
    ? ''
    : title;
}
