import { Low } from 'lowdb';
import { lookupOf } from '../../core/lookup/lookup';
import type { Library, LibraryEntry } from '../../ipc/contract';
import type { ComparisonStore } from './comparison-store';
import { realDisk, type Disk } from './disk';
import { JsonFile } from './json-file';
import type { Stored } from './stored';

interface IndexData {
  readonly version: 1;
  /** By id: the mark of the file the entry was read from, and the entry, or null for a deleted comparison. */
  readonly rows: Readonly<
    Record<string, { readonly mark: string; readonly entry: LibraryEntry | null }>
  >;
}

/** What the library shows without opening every comparison; it can be rebuilt from their files at any time. */
export interface LibraryIndex {
  readonly list: () => Promise<Pick<Library, 'entries' | 'unreadable'>>;
  /** Takes note of what was just saved; the answer is its entry, or null for a deleted comparison. */
  readonly note: (stored: Stored) => LibraryEntry | null;
  readonly flush: () => Promise<void>;
}

const EMPTY: IndexData = { version: 1, rows: {} };

/** Opens the index at `path`; what is missing, stale or unreadable in it is read from the comparisons' own files. */
export function openLibraryIndex(
  path: string,
  store: ComparisonStore,
  disk: Disk = realDisk,
): LibraryIndex {
  const database = new Low<IndexData>(new JsonFile<IndexData>(path, disk), EMPTY);
  let loaded = false;
  const fresh = new Map<string, LibraryEntry | null>();

  async function load(): Promise<void> {
    if (loaded) return;
    await database.read().catch(() => undefined);
    const rows: unknown = database.data?.rows;
    if (database.data?.version !== 1 || typeof rows !== 'object' || rows === null)
      database.data = EMPTY;
    loaded = true;
  }

  async function list(): Promise<Pick<Library, 'entries' | 'unreadable'>> {
    await load();
    // Without a prototype, so that the id `__proto__` is a key like any other.
    const rows = Object.create(null) as Record<string, IndexData['rows'][string]>;
    const unreadable: { file: string; problem: string }[] = [];
    for (const [id, mark] of await store.list()) {
      const known = database.data.rows[id];
      if (fresh.has(id)) rows[id] = { mark, entry: fresh.get(id) ?? null };
      else if (known?.mark === mark) rows[id] = known;
      else {
        const stored = await store.load(id);
        if (stored.ok) rows[id] = { mark, entry: visibleEntry(stored.value) };
        else unreadable.push({ file: `${id}.json`, problem: stored.problem });
      }
    }
    database.data = { version: 1, rows };
    fresh.clear();
    await database.write().catch(() => undefined); // It can be rebuilt, so failing to write it harms nobody.
    const entries = Object.values(rows).flatMap(({ entry }) => (entry ? [entry] : []));
    return { entries, unreadable };
  }

  return {
    list,
    note: (stored) => {
      const entry = visibleEntry(stored);
      fresh.set(stored.comparison.id, entry);
      return entry;
    },
    flush: async () => {
      if (fresh.size > 0) await list();
    },
  };
}

function visibleEntry(stored: Stored): LibraryEntry | null {
  return stored.deleted === null ? entryOf(stored) : null;
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
