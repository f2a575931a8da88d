import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { MAX_TEXT_LENGTH, NO_DETAILS, type Article } from '../../core/model/article';
import { MOST_BYTES, TOO_LARGE } from '../../core/reading/limits';
import { textOf } from '../../core/reading/reading';
import { failure, success, type Result } from '../../core/result';
import { guessTitle } from '../../core/text/guess-title';
import { normaliseText } from '../../core/text/normalise';
import type { ArticleDraft } from '../../ipc/contract';
import { decodeText } from './decode';
import { readInWorker } from './reading/in-worker';
import { isPlainText, kindByName } from './reading/kind';

/** Reads an article file of any kind from disk: plain text whole; web pages, Word documents and PDFs without what is proposed to be left out. */
export async function readArticleFile(
  path: string,
  stop?: AbortSignal,
): Promise<Result<ArticleDraft>> {
  const name = basename(path);
  const bytes = await readFileBytes(path);
  if (!bytes.ok) return bytes;
  if (isPlainText(name, bytes.value)) return draftFromBytes(name, bytes.value);
  const reading = await readInWorker({ name, bytes: bytes.value }, stop);
  if (!reading.ok) return reading;
  return success({ ...reading.value.details, text: textOf(reading.value.blocks) });
}

/** The bytes of a file of so many at most, or words for why there are none. */
export async function readFileBytes(
  path: string,
  most = MOST_BYTES,
  tooLarge = TOO_LARGE,
): Promise<Result<Uint8Array>> {
  const refused = (why: string) => failure(`“${basename(path)}” could not be read: ${why}`);
  try {
    const found = await stat(path);
    // Of a device or a pipe, nobody knows where it ends.
    if (!found.isFile()) return refused(found.isDirectory() ? 'it is a folder.' : 'it is no file.');
    if (found.size > most) return refused(tooLarge);
    return success(await readFile(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return refused(
      code === 'ENOENT' ? 'there is no such file. Check its name and place.' : `${message}.`,
    );
  }
}

/** An article draft from a text file's name and bytes; its title is taken from the text, else from the file's name. */
export function draftFromBytes(name: string, bytes: Uint8Array): Result<ArticleDraft> {
  if (kindByName(name) !== 'text')
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
