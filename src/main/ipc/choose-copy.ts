import { dialog, type BrowserWindow } from 'electron';
import { basename, dirname } from 'node:path';
import { readDiptychJson } from '../../core/exchange/diptych-json';
import { holdsTooMuch } from '../../core/exchange/json-values';
import type { Comparison } from '../../core/model/comparison';
import { MOST_BYTES } from '../../core/reading/limits';
import { failure, success, type Result } from '../../core/result';
import { readFileBytes, sha256 } from '../files/article-file';
import { readCopy } from '../store/conflicted-copies';
import { realDisk } from '../store/disk';
import { idInFile } from '../store/stored';

/** Asks for a copy of a comparison, as Diptych exports them or as a workspace holds them, and reads it; null when the user cancels. */
export async function chooseCopy(
  window: BrowserWindow,
): Promise<Result<{ readonly file: string; readonly comparison: Comparison } | null>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Merge a copy of this comparison',
    filters: [{ name: 'Diptych comparison', extensions: ['diptych.json', 'json'] }],
    properties: ['openFile'],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) return success(null);
  const file = basename(path);
  const bytes = await readFileBytes(path, MOST_BYTES, 'no comparison is so large.');
  if (!bytes.ok) return bytes;
  const read = await readEither(path, new TextDecoder().decode(bytes.value));
  return read.ok
    ? success({ file, comparison: read.value })
    : failure(`“${file}” was not merged. ${read.problem}`);
}

/** What an export holds, or a workspace's file with the journals beside it. */
async function readEither(path: string, text: string): Promise<Result<Comparison>> {
  const id = idInFile(text);
  if (id !== null && holdsTooMuch(text))
    return failure('It holds more values than any comparison does. Choose another file.');
  if (id === null) return readDiptychJson(text, sha256);
  const read = await readCopy(dirname(path), { id, file: basename(path) }, realDisk);
  return read.ok ? success(read.value.stored.comparison) : read;
}
