import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { pairFolder, type FolderPair } from '../../core/exchange/pair-folder';
import type { SideSpec } from '../../core/exchange/pair-table';
import { failure, success } from '../../core/result';
import { ARTICLE_EXTENSIONS } from '../files/reading/kind';
import { SourceError, type Batch, type BatchItem, type BatchPair } from './batch';
import { readPair } from './read-pair';

const MOST_FILES = 200_000;

/** The pairs of a folder and its folders, by the names of their files. */
export async function openFolder(path: string): Promise<Batch> {
  const { pairs, unpaired } = pairFolder(await articlesIn(path));
  if (pairs.length === 0)
    throw new SourceError(
      `“${basename(path)}” holds no pairs of articles. Name them alike, such as bridge.left.txt and bridge.right.txt, or put them into the folders left and right.`,
    );
  const items: readonly BatchItem[] = [
    ...pairs.map((pair) => ({
      where: pair.name === '' ? pair.left : pair.name,
      pair: success(pairOf(pair, path)),
    })),
    ...unpaired.map(({ path: where, problem }) => ({ where, pair: failure(problem) })),
  ];
  return {
    count: items.length,
    notes: [],
    items: async function* all(): AsyncGenerator<BatchItem> {
      yield* items;
    },
    close: async () => undefined,
  };
}

function pairOf({ left, right }: FolderPair, folder: string): BatchPair {
  const spec = { id: '', title: '', left: fileOf(left), right: fileOf(right), notes: [] };
  return { left, right, make: (now, stop) => readPair(spec, folder, now, stop) };
}

function fileOf(value: string): SideSpec {
  return { from: 'file', value, details: {} };
}

/** The article files in a folder and the folders in it, by their paths with `/`; hidden ones are left out. */
async function articlesIn(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [''];
  for (let inner = waiting.pop(); inner !== undefined; inner = waiting.pop()) {
    const entries = await readdir(join(folder, inner), { withFileTypes: true }).catch(
      (error: Error) => {
        throw new SourceError(`“${basename(folder)}” could not be read: ${error.message}.`);
      },
    );
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(path);
      else if (ARTICLE_EXTENSIONS.includes(extname(entry.name).slice(1).toLowerCase()))
        found.push(path);
    }
    if (found.length > MOST_FILES)
      throw new SourceError(
        `“${basename(folder)}” holds more than ${MOST_FILES.toLocaleString('en')} articles. Take its folders one by one.`,
      );
  }
  return found;
}
