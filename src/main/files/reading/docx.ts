import mammoth from 'mammoth';
import { lineOf, languageOf } from '../../../core/reading/details';
import type { Block, BlockKind } from '../../../core/reading/reading';
import { openDocx } from './docx-archive';
import type { Found } from './found';
import { pageBlocks, type PageBlock } from './html-blocks';
import { HEADINGS } from './html-elements';
import { isElement, parseHtml } from './html-tree';
import { parted } from './parted';

const CHANGES = 'The document has tracked changes: they are taken as accepted.';
const COMMENTS = 'The document has comments in its margin: they are left out.';

/** Reads a Word document: all of it is kept, with tracked changes accepted and footnotes at the end. */
export async function readDocx(bytes: Uint8Array): Promise<Found> {
  const { text, properties } = await openDocx(bytes);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: ["p[style-name='Title'] => h1:fresh"],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
    },
  );
  const root = parseHtml(value).childNodes.find(isElement);
  const blocks = root ? pageBlocks(root).blocks : [];
  const title =
    lineOf(blocks.find(({ tag }) => tag === 'h1')?.text) || propertyOf(properties, 'title');
  return {
    details: {
      title,
      author: propertyOf(properties, 'creator'),
      language: languageOf(propertyOf(properties, 'language')),
    },
    blocks: parted(
      blocks.map(withoutReturn),
      blocks.map((block) => proposalFor(block, title)),
    ),
    warnings: [
      ...(/<w:(?:ins|del|moveFrom|moveTo)\b/.test(text) ? [CHANGES] : []),
      ...(/<w:commentReference\b/.test(text) ? [COMMENTS] : []),
    ],
  };
}

const isNote = ({ id }: PageBlock) => /^(?:foot|end)note-/.test(id);

/** A note ends in a link back to its place in the text. */
function withoutReturn(block: PageBlock): PageBlock {
  return isNote(block) ? { ...block, text: block.text.replace(/\s*↑$/, '') } : block;
}

function proposalFor(block: PageBlock, title: string): Omit<Block, 'text'> {
  const kind: BlockKind = isNote(block)
    ? 'footnote'
    : HEADINGS.has(block.tag)
      ? lineOf(block.text) === title
        ? 'title'
        : 'heading'
      : 'paragraph';
  return { kind, kept: true, reason: '' };
}

function propertyOf(properties: string, name: string): string {
  const raw = new RegExp(`<dc:${name}\\b[^>]*>([^<]*)</dc:${name}>`).exec(properties)?.[1] ?? '';
  return lineOf(
    raw
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
}
