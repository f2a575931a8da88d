import { dialog, type BrowserWindow } from 'electron';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ExportedFile } from '../../core/exchange/format';
import { failure, success, type Result } from '../../core/result';
import { readFileBytes } from '../files/article-file';
import { decodeText, MAX_FILE_BYTES } from '../files/decode';

const FILTERS = [
  { name: 'Annotations', extensions: ['json', 'jsonld', 'jsonl', 'ann', 'csv', 'tsv'] },
  { name: 'All files', extensions: ['*'] },
];

/** Asks for files of annotations and reads them, with those that belong to them; none when the user cancels. */
export async function chooseAnnotationFiles(
  window: BrowserWindow,
): Promise<Result<readonly ExportedFile[]>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Import annotations',
    filters: FILTERS,
    properties: ['openFile', 'multiSelections'],
  });
  if (canceled) return success([]);
  const files: ExportedFile[] = [];
  for (const path of await withCompanions(filePaths)) {
    const file = await read(path);
    if (!file.ok) return file;
    files.push(file.value);
  }
  return success(files);
}

/** With brat's document beside its annotations, and the table of links beside that of annotations. */
async function withCompanions(paths: readonly string[]): Promise<readonly string[]> {
  const all = new Set(paths);
  for (const path of paths) {
    const companion = /\.ann$/i.test(path)
      ? path.replace(/\.ann$/i, '.txt')
      : basename(path).toLowerCase() === 'annotations.csv'
        ? join(dirname(path), 'links.csv')
        : path;
    if (await stat(companion).catch(() => null)) all.add(companion);
  }
  return [...all];
}

async function read(path: string): Promise<Result<ExportedFile>> {
  const name = basename(path);
  const bytes = await readFileBytes(path, MAX_FILE_BYTES, TOO_LARGE);
  if (!bytes.ok) return bytes;
  const decoded = decodeText(bytes.value);
  return decoded.ok
    ? success({ name, text: decoded.value })
    : failure(`“${name}” could not be read: ${decoded.problem}`);
}

const TOO_LARGE = `it is larger than ${MAX_FILE_BYTES / 1_000_000} MB. Export what belongs to this comparison alone, without the texts.`;
