import { lookupOf } from '../../core/lookup/lookup';
import type { Library, LibraryEntry } from '../../ipc/contract';
import { sha256 } from '../files/article-file';
import type { ComparisonStore } from './comparison-store';
import { realDisk, type Disk } from './disk';
import { JsonFile } from './json-file';
import { textsKey } from './text-records';
import type { Stored } from './stored';

export type { LibraryEntry };

interface Row {
  /** The mark of the files the entry was read from. */
  readonly mark: string;
  /** Null for a deleted comparison. */
  readonly entry: LibraryEntry | null;
  /** Tells the articles' texts from others. */
  readonly texts: string;
}

interface IndexData {
  readonly version: 3;
  /** The checksum of the rows as JSON: a changed letter would show a wrong title, or none. */
  readonly sha256: string;
  readonly rows: Readonly<Record<string, Row>>;
}

/** What the library shows without opening every comparison; it can be rebuilt from their files at any time. */
export interface LibraryIndex {
  readonly list: () => Promise<Pick<Library, 'entries' | 'unreadable'>>;
  /** Takes note of what was just saved; the answer is its entry, or null for a deleted comparison. */
  readonly note: (stored: Stored) => LibraryEntry | null;
  /** What tells each comparison's texts from others, by id, without those that are deleted. */
  readonly texts: () => Promise<ReadonlyMap<string, string>>;
  readonly flush: () => Promise<void>;
}

/** So many rows that are not in the file yet are written at once; fewer are written in the end, or read again. */
const MANY = 200;

/** Opens the index at `path`; what is missing, stale or unreadable in it is read from the comparisons' own files. */
export function openLibraryIndex(
  path: string,
  store: ComparisonStore,
  disk: Disk = realDisk,
): LibraryIndex {
  const file = new JsonFile<IndexData>(path, disk);
  let rows: ReadonlyMap<string, Row> | null = null;
  let unwritten = 0;
  const fresh = new Map<string, Omit<Row, 'mark'>>();

  async function load(): Promise<ReadonlyMap<string, Row>> {
    if (rows) return rows;
    const data: Partial<IndexData> | null = await file.read().catch(() => null);
    const isWhole = data?.version === 3 && data.rows && data.sha256 === sealOf(data.rows);
    return new Map(isWhole ? Object.entries(data.rows) : []);
  }

  async function list(): Promise<Pick<Library, 'entries' | 'unreadable'>> {
    const before = await load();
    const after = new Map<string, Row>();
    const unreadable: { file: string; problem: string }[] = [];
    for (const [id, mark] of await store.list()) {
      const known = before.get(id);
      const noted = fresh.get(id);
      if (known?.mark === mark && !noted) {
        after.set(id, known);
        continue;
      }
      unwritten++;
      if (noted) after.set(id, { mark, ...noted });
      else {
        const stored = await store.load(id);
        if (stored.ok) after.set(id, { mark, ...rowOf(stored.value) });
        else unreadable.push({ file: `${id}.json`, problem: stored.problem });
      }
    }
    unwritten += Math.max(0, before.size - after.size);
    rows = after;
    fresh.clear();
    if (unwritten >= MANY) await write();
    const entries = Array.from(after.values()).flatMap(({ entry }) => entry ?? []);
    return { entries, unreadable };
  }

  async function write(): Promise<void> {
    // It can be rebuilt, so failing to write it harms nobody.
    const all = Object.fromEntries(rows ?? []);
    await file.write({ version: 3, sha256: sealOf(all), rows: all }).catch(() => undefined);
    unwritten = 0;
  }

  return {
    list,
    note: (stored) => {
      const row = rowOf(stored);
      fresh.set(stored.comparison.id, row);
      return row.entry;
    },
    texts: async () => {
      if (!rows) await list();
      const all = new Map(Array.from(rows ?? [], ([id, { entry, texts }]) => [id, entry && texts]));
      for (const [id, { entry, texts }] of fresh) all.set(id, entry && texts);
      return new Map([...all].flatMap(([id, texts]) => (texts === null ? [] : [[id, texts]])));
    },
    flush: async () => {
      if (fresh.size > 0) await list();
      if (unwritten > 0) await write();
    },
  };
}

function sealOf(rows: IndexData['rows']): string {
  return sha256(JSON.stringify(rows));
}

function rowOf(stored: Stored): Omit<Row, 'mark'> {
  const entry = stored.deleted === null ? entryOf(stored) : null;
  return { entry, texts: textsKey(stored.comparison) };
}

/** A stored comparison as the library lists it. */
export function entryOf({ comparison, revision, modified }: Stored): LibraryEntry {
  const { id, title, left, right } = comparison;
  return {
    id,
    title,
    left: { title: left.title, outlet: left.outlet },
    right: { title: right.title, outlet: right.outlet },
    summary: lookupOf(comparison).summary,
    revision,
    modified,
  };
}
