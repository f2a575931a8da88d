import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';

/**
 * lowdb's adapter for one JSON file. `read` answers null when there is no file and throws when it cannot be read.
 * `write` resolves once the data is durable: a temporary file is written and synced, put in the old one's place, and
 * the folder synced, so that a reader sees the old file or the new one and nothing between.
 */
export class JsonFile<T> implements Adapter<T> {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<T | null> {
    try {
      const data = JSON.parse(await readFile(this.#path, 'utf8')) as T | null;
      // lowdb would take a null for a missing file and put the defaults in its place.
      if (data === null) throw new Error('it holds nothing but null');
      return data;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async write(data: T): Promise<void> {
    await writeDurably(this.#path, JSON.stringify(data));
  }
}

/** Puts `text` in the file's place at once, or leaves the old file whole and throws; makes the folder when needed. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await renamePatiently(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

// Windows refuses a rename for a moment while a virus scanner or indexer holds the file.
const PATIENCE_MS = [10, 30, 100, 300];

async function renamePatiently(from: string, to: string): Promise<void> {
  for (const wait of PATIENCE_MS) {
    try {
      return await rename(from, to);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EPERM' && code !== 'EACCES' && code !== 'EBUSY') throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, wait);
      });
    }
  }
  return rename(from, to);
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
