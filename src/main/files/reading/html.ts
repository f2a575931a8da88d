import type { Block, BlockKind } from '../../../core/reading/reading';
import { lineOf } from '../../../core/reading/details';
import { describeFurniture } from '../../../core/suggest/furniture/describe';
import { furnitureAmong } from '../../../core/suggest/furniture';
import { decodeHtml } from './decode-html';
import type { Found } from './found';
import { articleBlocks } from './article-blocks';
import { pageBlocks, type PageBlock } from './html-blocks';
import { HEADINGS, HIDDEN } from './html-elements';
import { detailsOfPage } from './html-head';
import { isElement, parseHtml } from './html-tree';
import { parted } from './parted';

const NOT_FOUND =
  'The article could not be told from the rest of the page. Look through what is kept and what is left out.';

/** Reads a web page's bytes. */
export function readHtml(bytes: Uint8Array): Found {
  return readPage(decodeHtml(bytes));
}

/** Reads a web page: its article is kept, everything else is proposed to be left out. */
export function readPage(markup: string): Found {
  const document = parseHtml(markup);
  const root = document.childNodes.find(isElement);
  const { summary, pageTitle, ...details } = detailsOfPage(document);
  if (!root) return { details, blocks: [], warnings: [] };
  const page = pageBlocks(root);
  const article = articleBlocks(page);
  const heading = headlineAmong(page.blocks, details.title || pageTitle, article);
  const title = details.title || lineOf(page.blocks[heading]?.text) || pageTitle;
  return {
    details: { ...details, title },
    blocks: parted(page.blocks, proposed(page.blocks, { article, heading, summary })),
    warnings: article ? [] : [NOT_FOUND],
  };
}

/** Pasted rich text: what was selected is wanted, so nothing but furniture by its wording is left out. */
export function readFragment(markup: string): Found {
  const root = parseHtml(markup).childNodes.find(isElement);
  const blocks = root ? pageBlocks(root).blocks : [];
  const visible = blocks.filter(({ place }) => place !== HIDDEN);
  const heading = headlineAmong(visible, '', null);
  const all = new Set(visible.keys());
  return {
    details: { title: lineOf(visible[heading]?.text) },
    blocks: parted(visible, proposed(visible, { article: all, heading: -1, summary: '' })),
    warnings: [],
  };
}

type Proposal = Omit<Block, 'text'>;

/** What is known of a page: its article's blocks, or null where places must tell; its headline's index, or -1; its description. */
interface Known {
  readonly article: ReadonlySet<number> | null;
  readonly heading: number;
  readonly summary: string;
}

/** What each block is and whether it is kept. */
function proposed(
  blocks: readonly PageBlock[],
  { article, heading, summary }: Known,
): readonly Proposal[] {
  const inside = blocks.map(({ place }, index) =>
    article ? article.has(index) && !place?.never && index > heading : !place,
  );
  // A row of figures reads like a date.
  const kept = blocks.flatMap(({ tag }, index) => (inside[index] && tag !== 'tr' ? [index] : []));
  const marks = furnitureAmong(kept.map((index) => blocks[index]?.text ?? ''));
  const furniture = new Set(kept.filter((_, at) => marks[at]));
  const first = inside.indexOf(true);
  return blocks.map(({ text, tag, place, names }, index): Proposal => {
    if (index === heading) return keep('title');
    if (tag === 'figcaption')
      return { kind: 'caption', kept: false, reason: 'A picture’s caption' };
    if (furniture.has(index)) {
      const { kind, reason } = place ?? describeFurniture(text);
      return { kind, reason, kept: false };
    }
    if (inside[index]) return keep(HEADINGS.has(tag) ? 'heading' : 'paragraph');
    const standfirst =
      lineOf(text) === summary ||
      /\b(?:standfirst|dek|subtitle|sub-?head(?:ing|line)?)\b/i.test(names);
    if (heading !== -1 && index > heading && index < first && standfirst && !place)
      return keep('paragraph');
    const { kind, reason } = place ?? { kind: 'furniture', reason: 'Stands outside the article' };
    return { kind, reason, kept: false };
  });
}

function keep(kind: BlockKind): Proposal {
  return { kind, kept: true, reason: '' };
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The index of the headline, which stands before most of the article: the first heading that says the title, else the only main one; -1 without one. */
function headlineAmong(
  blocks: readonly PageBlock[],
  title: string,
  article: ReadonlySet<number> | null,
): number {
  const wanted = plain(title);
  const inOrder = [...(article ?? blocks.keys())].toSorted((a, b) => a - b);
  const middle = inOrder[Math.floor(inOrder.length / 2)] ?? 0;
  const said = blocks.findIndex(
    ({ tag, text }, index) =>
      index <= middle && HEADINGS.has(tag) && wanted !== '' && plain(text) === wanted,
  );
  if (said !== -1) return said;
  const main = blocks.flatMap(({ tag }, index) => (tag === 'h1' ? [index] : []));
  const [only = -1] = main;
  return main.length === 1 && only <= middle ? only : -1;
}
