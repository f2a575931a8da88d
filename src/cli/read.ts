import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { failure, success, type Result } from '../core/result';
import { articleFromDraft, draftFromBytes } from '../main/files/article-file';

const NUL = 0;
const SPACE = 0x20;
/** The largest share of NULs in a text; more of them mean UTF-16, or no text at all. */
const MAX_NUL_SHARE = 0.01;

/** A file's bytes, or words for why there are none; `name` is how the user calls it. */
export async function readBytes(path: string, name: string): Promise<Result<Uint8Array>> {
  try {
    return success(await readFile(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const causes: Record<string, string> = {
      ENOENT: 'there is no such file.',
      EISDIR: 'it is a folder.',
      EACCES: 'reading it is not allowed.',
    };
    return failure(`“${name}” could not be read: ${causes[code ?? ''] ?? message}`);
  }
}

/** An article's text; for UTF-8 with LF line ends, its offsets are those of the file. */
export async function readText(
  path: string,
  name: string,
  mayBeEmpty: boolean,
): Promise<Result<string>> {
  const bytes = await readBytes(path, name);
  if (!bytes.ok) return bytes;
  if (mayBeEmpty && bytes.value.every((byte) => byte <= SPACE)) return success('');
  const draft = draftFromBytes(basename(path), withoutStrayNuls(bytes.value));
  if (!draft.ok) return draft;
  const article = articleFromDraft(draft.value);
  if (!article.ok) return failure(`“${name}” could not be read: ${article.problem}`);
  return success(article.value.text);
}

/** A NUL here and there is a fault of whatever wrote the text: a space in its place leaves every offset as it is. */
function withoutStrayNuls(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(NUL) || !isUtf8(bytes)) return bytes;
  const count = bytes.reduce((sum, byte) => sum + (byte === NUL ? 1 : 0), 0);
  if (count > bytes.length * MAX_NUL_SHARE) return bytes;
  return bytes.map((byte) => (byte === NUL ? SPACE : byte));
}
