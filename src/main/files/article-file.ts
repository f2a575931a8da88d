import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { MAX_TEXT_LENGTH, NO_DETAILS, type Article } from '../../core/model/article';
import { failure, success, type Result } from '../../core/result';
import { guessTitle } from '../../core/text/guess-title';
import { normaliseText } from '../../core/text/normalise';
import type { ArticleDraft } from '../../ipc/contract';
import { decodeText } from './decode';

/** The endings of the article files Diptych reads, without the dot. */
export const ARTICLE_EXTENSIONS = ['txt', 'md', 'markdown', 'text'];

/** Reads an article file from disk. */
export async function readArticleFile(path: string): Promise<Result<ArticleDraft>> {
  try {
    return draftFromBytes(basename(path), await readFile(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const cause =
      code === 'ENOENT' ? 'there is no such file. Check its name and place.' : `${message}.`;
    return failure(`“${basename(path)}” could not be read: ${cause}`);
  }
}

/** An article draft from a file's name and bytes; its title is taken from the text, else from the file's name. */
export function draftFromBytes(name: string, bytes: Uint8Array): Result<ArticleDraft> {
  const extension = extname(name).slice(1).toLowerCase();
  if (extension !== '' && !ARTICLE_EXTENSIONS.includes(extension))
    return failure(
      `“${name}” could not be read: Diptych reads plain text (.txt) and Markdown (.md).`,
    );
  const decoded = decodeText(bytes);
  if (!decoded.ok) return failure(`“${name}” could not be read: ${decoded.problem}`);
  if (decoded.value.trim() === '') return failure(`“${name}” holds no text.`);
  const title = guessTitle(decoded.value) || basename(name, extname(name));
  return success({ ...NO_DETAILS, title, text: decoded.value });
}

/** The article a draft becomes: text normalised and hashed, an empty title taken from the text. */
export function articleFromDraft({ text: raw, ...details }: ArticleDraft): Result<Article> {
  const text = normaliseText(raw);
  if (text.trim() === '') return failure('it has no text yet. Paste its text or choose a file.');
  if (text.length > MAX_TEXT_LENGTH)
    return failure(
      `it is longer than ${MAX_TEXT_LENGTH / 1_000_000} million characters. Cut it into parts.`,
    );
  const title = details.title.trim() || guessTitle(text) || 'Untitled article';
  return success({ ...details, title, text, sha256: sha256(text) });
}

/** The SHA-256 of a text's UTF-8 form, in lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
