import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { codeOf, realDisk, replaceFile, type Disk } from './disk';
import { parseJson } from './json-parts';

/**
 * lowdb's adapter for one JSON file. `read` answers null when there is no file and throws when it cannot be read, a SyntaxError
 * when it is damaged.
 * `write` resolves once the data is durable: a temporary file is written and synced, put in the old one's place, and
 * the folder synced, so that a reader sees the old file or the new one and nothing between.
 */
export class JsonFile<T> implements Adapter<T> {
  readonly #path: string;
  readonly #disk: Disk;

  constructor(path: string, disk: Disk = realDisk) {
    this.#path = path;
    this.#disk = disk;
  }

  async read(): Promise<T | null> {
    try {
      const data = parseJson((await this.#disk.readFile(this.#path)).toString('utf8')) as T;
      // lowdb would take a null, 0, false or '' for a missing file and put the defaults in its place.
      if (!data) throw new SyntaxError(`it holds nothing but ${JSON.stringify(data)}`);
      return data;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  async write(data: T): Promise<void> {
    await replaceFile(this.#path, Buffer.from(JSON.stringify(data), 'utf8'), this.#disk);
  }
}

/** Puts `data` in the file's place at once, or leaves the old file whole and throws; makes the folder when needed. */
export async function writeDurably(path: string, data: string | Buffer): Promise<void> {
  await realDisk.mkdir(dirname(path));
  await replaceFile(path, typeof data === 'string' ? Buffer.from(data, 'utf8') : data, realDisk);
}
