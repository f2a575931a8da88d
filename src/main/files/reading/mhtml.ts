import PostalMime from 'postal-mime';
import { webAddressOf } from '../../../core/reading/details';
import { decodeHtml } from './decode-html';
import { Unreadable, type Found } from './found';
import { readPage } from './html';

const PAGE_PART =
  /^Content-Type:\s*(?:text\/html|application\/xhtml\+xml)[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/gim;

/** Reads a web page saved with its pictures in one file: the first page in it is the one that was saved. */
export async function readMhtml(bytes: Uint8Array): Promise<Found> {
  const raw = Buffer.from(bytes).toString('latin1');
  // As attachments, pages keep their bytes; as text, frames and all would become one.
  const marked = raw.replaceAll(PAGE_PART, (part) => `Content-Disposition: attachment\r\n${part}`);
  const { headers, attachments } = await PostalMime.parse(Buffer.from(marked, 'latin1'), {
    attachmentEncoding: 'arraybuffer',
  });
  const page = attachments.find(({ mimeType }) =>
    /^(?:text\/html|application\/xhtml\+xml)$/.test(mimeType),
  );
  if (!page || typeof page.content === 'string')
    throw new Unreadable(
      'it holds no web page. Open it in the program that made it and save the page as .html.',
    );
  const charset = /charset\s*=\s*"?([\w:.-]{2,40})/i.exec(raw.match(PAGE_PART)?.[0] ?? '')?.[1];
  const found = readPage(decodeHtml(new Uint8Array(page.content), charset));
  const saved = headers.find(({ key }) => key === 'snapshot-content-location')?.value;
  const url = found.details.url || webAddressOf(saved);
  return { ...found, details: { ...found.details, url } };
}
