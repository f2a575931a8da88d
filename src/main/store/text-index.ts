import { constants } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import type { Comparison } from '../../core/model/comparison';
import { foldedWords } from '../../core/text/search';
import { codeOf } from './disk';
import { takeTurns } from './turns';
import { encodeTexts, HEAD, walkRecords, type TextRecord } from './text-records';

/** What a search in the texts needs from outside. */
export interface TextSource {
  /** What is to be searched: the comparisons' ids, with what tells their texts from others. */
  readonly live: ReadonlyMap<string, string>;
  /** A comparison as it is now, or null when it cannot be read. */
  readonly read: (id: string) => Promise<Comparison | null>;
  /** Ends the search, which then throws. */
  readonly signal: AbortSignal;
  /** Told how many texts that the file lacks have been read, and how many there are. */
  readonly onRead: (done: number, total: number) => void;
}

/** The folded texts of all comparisons in one file, which can be made again from the comparisons at any time. */
export interface TextIndex {
  /** Takes in the texts of a new comparison, so that they need not be read again. */
  readonly add: (comparison: Comparison) => void;
  /** The ids of the comparisons whose texts hold every word of `query`, folded as `core/text/search.ts` does. */
  readonly search: (query: string, source: TextSource) => Promise<readonly string[]>;
  readonly flush: () => Promise<void>;
}

/** So much is kept in memory before it is written, in bytes. */
const MOST_PENDING = 1_048_576;
/** The file is made anew when more than half of it, and so much, is of no use any more, in bytes. */
const MUCH_WASTE = 8_388_608;
/** How many comparisons are read at once. */
const AT_ONCE = 4;

/** Opens the file at `path`; nothing is written while `isReadOnly`. */
export function openTextIndex(path: string, isReadOnly: () => boolean): TextIndex {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  /** Where the file's last whole record ends; null until that was looked up. */
  let end: number | null = null;
  /** One search or write after the other: each reads on where the one before wrote. */
  const inTurn = takeTurns();

  async function walk(see: (record: TextRecord, size: number) => void, signal: AbortSignal) {
    const file = await open(path, 'r').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    });
    try {
      end = file ? await walkRecords(file, see, signal) : 0;
    } finally {
      await file?.close();
    }
  }

  function push(record: Buffer): void {
    if (isReadOnly()) return;
    pending.push(record);
    pendingBytes += record.length;
  }

  async function write(): Promise<void> {
    if (pending.length === 0 || isReadOnly()) return;
    const bytes = Buffer.concat(pending);
    pending = [];
    pendingBytes = 0;
    // What is lost is read again when it is looked for.
    await append(bytes).catch(() => {
      end = null;
    });
  }

  async function append(bytes: Buffer): Promise<void> {
    if (end === null) await walk(() => undefined, new AbortController().signal);
    const file = await open(path, constants.O_RDWR | constants.O_CREAT);
    try {
      const from = end ?? 0;
      await file.truncate(from);
      end = await writeAt(file, from === 0 ? Buffer.concat([HEAD, bytes]) : bytes, from);
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  async function search(query: string, { live, read, signal, onRead }: TextSource) {
    const words = foldedWords(query).map((word) => Buffer.from(word));
    if (words.length === 0) return [];
    const found: string[] = [];
    const missing = new Map(live);
    let [used, wasted] = [0, 0];
    const look = ({ id, key, body }: TextRecord, size: number) => {
      if (missing.get(id) !== key) {
        wasted += size;
        return;
      }
      used += size;
      missing.delete(id);
      if (words.every((word) => body.includes(word))) found.push(id);
    };
    await walk(look, signal);
    if (wasted > MUCH_WASTE && wasted > used && !isReadOnly()) {
      await rm(path, { force: true });
      end = 0;
    }
    await readMissing([...missing.keys()], (comparison) => {
      const record = encodeTexts(comparison);
      const bodyAt = record.indexOf('\n') + 1;
      if (words.every((word) => record.includes(word, bodyAt))) found.push(comparison.id);
      push(record);
    });
    return found;

    async function readMissing(ids: readonly string[], take: (comparison: Comparison) => void) {
      try {
        for (let from = 0; from < ids.length; from += AT_ONCE) {
          signal.throwIfAborted();
          const some = await Promise.all(ids.slice(from, from + AT_ONCE).map(read));
          for (const comparison of some) if (comparison) take(comparison);
          if (pendingBytes > MOST_PENDING) await write();
          onRead(Math.min(ids.length, from + AT_ONCE), ids.length);
        }
      } finally {
        await write();
      }
    }
  }

  return {
    add: (comparison) => {
      push(encodeTexts(comparison));
      if (pendingBytes > MOST_PENDING) void inTurn(write);
    },
    search: (query, source) =>
      inTurn(async () => {
        source.signal.throwIfAborted();
        await write();
        return search(query, source);
      }),
    flush: () => inTurn(write),
  };
}

async function writeAt(file: FileHandle, bytes: Buffer, at: number): Promise<number> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at + written);
    written += bytesWritten;
  }
  return at + written;
}
