import { extname } from 'node:path';
import { Unreadable } from './found';

/** The kinds of files that hold articles. */
export type Kind = 'text' | 'html' | 'mhtml' | 'docx' | 'pdf';

const BY_EXTENSION: Readonly<Record<string, Kind | undefined>> = {
  '': 'text',
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  mhtml: 'mhtml',
  mht: 'mhtml',
  docx: 'docx',
  pdf: 'pdf',
};

/** The endings of the article files Diptych reads, without the dot. */
export const ARTICLE_EXTENSIONS = Object.keys(BY_EXTENSION).filter((extension) => extension !== '');

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  text: 'plain text',
  html: 'a web page',
  mhtml: 'a saved web page',
  docx: 'a Word document',
  pdf: 'a PDF',
};

/** Saved pages may begin with addresses of thousands of letters. */
const HEAD_BYTES = 16_384;

/** What a file is by its name; null for an ending that no article has. */
export function kindByName(name: string): Kind | null {
  const extension = extname(name).slice(1).toLowerCase();
  return Object.hasOwn(BY_EXTENSION, extension) ? (BY_EXTENSION[extension] ?? null) : null;
}

/** What a file is: its content tells, whatever its name says; throws words for the user when it can be no article. */
export function kindOf(name: string, bytes: Uint8Array): Kind {
  const named = kindByName(name);
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES));
  const start = head.toString('latin1');
  // Some programs write a few bytes before a PDF's own first ones.
  if (start.startsWith('%PDF-') || (named === 'pdf' && start.includes('%PDF-'))) return 'pdf';
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return 'docx';
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0'))
    throw new Unreadable(
      'it is an old Word document (.doc), or a locked one. Save it as .docx without a password first.',
    );
  if (start.startsWith('{\\rtf'))
    throw new Unreadable('it is rich text (.rtf). Save it as .docx first.');
  if (named === null)
    throw new Unreadable(
      'Diptych reads plain text (.txt), Markdown (.md), web pages (.html, .mhtml), Word (.docx) and PDF.',
    );
  // A mail's own text is text.
  if (
    /^[\w-]+:/.test(start) &&
    /^MIME-Version:/im.test(start) &&
    (named === 'mhtml' || /^Content-Type:\s*(?:multipart\/related|text\/html)/im.test(start))
  )
    return 'mhtml';
  // The marks of UTF-16 are passed over: its letters have a NUL each.
  if (
    /^[\s\u00EF\u00BB\u00BF\u00FF\u00FE]*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html)\b/i.test(
      start.replaceAll('\0', ''),
    )
  )
    return 'html';
  return named === 'html' ? 'html' : 'text';
}

/** Whether a file is plain text by its name and content; false also for what can be no article. */
export function isPlainText(name: string, bytes: Uint8Array): boolean {
  try {
    return kindOf(name, bytes) === 'text' && kindByName(name) === 'text';
  } catch {
    return false;
  }
}
