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
  const { articles, links } = await articlesIn(path);
  const { pairs, unpaired } = pairFolder(articles);
  if (pairs.length === 0 && links.length === 0)
    throw new SourceError(
      `“${basename(path)}” holds no pairs of articles. Name them alike, such as bridge.left.txt and bridge.right.txt, or put them into the folders left and right.`,
    );
  const items: readonly BatchItem[] = [
    ...pairs.map((pair) => ({
      where: pair.name === '' ? pair.left : pair.name,
      pair: success(pairOf(pair, path)),
    })),
    ...unpaired.map(({ path: where, problem }) => ({ where, pair: failure(problem) })),
    ...links.map((where) => ({ where, pair: failure(LINK) })),
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

const LINK = 'it is a link to a file in another place. Put the file itself there.';

/** The article files in a folder and the folders in it, and links to such files, by their paths with `/`; hidden ones are left out. */
async function articlesIn(
  folder: string,
): Promise<{ readonly articles: readonly string[]; readonly links: readonly string[] }> {
  const articles: string[] = [];
  // Whoever packed the folder could have any file of the user's read by a link.
  const links: string[] = [];
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
        (entry.isFile() ? articles : links).push(path);
    }
    if (articles.length + links.length > MOST_FILES)
      throw new SourceError(
        `“${basename(folder)}” holds more than ${MOST_FILES.toLocaleString('en')} articles. Take its folders one by one.`,
      );
  }
  return { articles, links };
}
