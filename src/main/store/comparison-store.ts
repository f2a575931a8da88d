import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Edit } from '../../core/edit/edit';
import { failure, success, type Result } from '../../core/result';
import { codeOf, isTemporary, realDisk, type Disk } from './disk';
import { earlierDays, fileOfDay } from './history';
import { baseOf, encodeLine } from './journal';
import { VERSION } from './migrations';
import { filesOf, idOfSnapshot } from './names';
import { readComparison, type Recovered, type Sound } from './read-comparison';
import { readSnapshot } from './snapshot';
import type { Stored } from './stored';
import {
  append,
  ChangedElsewhere,
  markOf,
  putAway,
  repair,
  trim,
  writeWhole,
  type Held,
} from './write-comparison';

/** Where comparisons live. */
export interface ComparisonStore {
  /** The stored comparisons' ids, each with a mark that changes when its files do. */
  readonly list: () => Promise<ReadonlyMap<string, string>>;
  /** Whether there is a file of that id, in whatever capitals the file system takes for the same. */
  readonly has: (id: string) => Promise<boolean>;
  readonly load: (id: string) => Promise<Result<Stored>>;
  /**
   * Resolves once `stored`, the outcome of `edits` on what was saved before, is durable; throws when it cannot be, a
   * `ChangedElsewhere` when the files are no longer those it was made from.
   */
  readonly save: (stored: Stored, edits: readonly Edit[]) => Promise<void>;
  /** Writes the journal of what was saved last into the comparison's file, if there is one or if it is long; whether it did. */
  readonly fold: (stored: Stored, when: 'always' | 'long') => Promise<boolean>;
  /** The days of which a copy is kept, newest first. */
  readonly earlierDays: (id: string) => Promise<readonly string[]>;
  /** A comparison as it was at the end of such a day. */
  readonly loadEarlier: (id: string, day: string) => Promise<Result<Stored>>;
}

/** What a store works with; tests give it a failing disk. */
export interface StoreOptions {
  readonly disk?: Disk | undefined;
  /** ISO 8601, UTC; names files that are put aside. */
  readonly now?: () => string;
  /** Told in words what was recovered of a comparison's files. */
  readonly onRecovered?: (file: string, report: string) => void;
  /** When a journal is written into its snapshot. */
  readonly long?: { readonly lines: number; readonly bytes: number };
}

/** How many files are looked at at once. */
const AT_ONCE = 64;

/** A store in `folder`: for each comparison a snapshot, through lowdb, and a journal of the edits since. */
export function openComparisonStore(
  folder: string,
  {
    disk = realDisk,
    now = () => new Date().toISOString(),
    onRecovered = () => undefined,
    long = { lines: 1_000, bytes: 1_048_576 },
  }: StoreOptions = {},
): ComparisonStore {
  const known = new Map<string, Held>();
  let isMade = false;
  const files = (id: string) => filesOf(folder, id);

  /** Takes note of what was found on the disk, after putting right what was not in order. */
  async function take(id: string, found: Sound | Recovered): Promise<Held | null> {
    if (found.kind === 'sound') {
      const { stored, snapshot, journal, leftover } = found;
      known.set(id, {
        sha256: snapshot.sha256,
        version: snapshot.version,
        revision: stored.revision,
        end: leftover ? 0 : journal.end,
        lines: leftover ? 0 : journal.lines.length,
        tail: !leftover && journal.size > journal.end,
        leftover,
        mark: await markOf(files(id), disk).catch(() => null),
        named: false,
        tried: null,
      });
    } else {
      const { held, report } = await repair(files(id), found, now(), disk);
      onRecovered(`${id}.json`, report);
      if (held) known.set(id, held);
    }
    return known.get(id) ?? null;
  }

  /** What the disk holds of the comparison that is to be saved, or null when it is not there; throws when it is another. */
  async function current(id: string, revision: number): Promise<Held | null> {
    const held = known.get(id);
    if (held) {
      if (await isGone(id)) return null;
      if (await isUnchanged(id, held)) return held;
      throw new ChangedElsewhere();
    }
    const found = await readComparison(files(id), id, disk);
    if (found.kind === 'missing') {
      await disk.stat(folder);
      return null;
    }
    if (found.kind === 'failed') throw new Error(found.problem);
    const taken = await take(id, found);
    if (!taken) throw new Error(`${id}.json has to be put right first, which was not possible`);
    if (taken.revision !== revision) throw new ChangedElsewhere();
    return taken;
  }

  async function has(id: string): Promise<boolean> {
    try {
      await disk.stat(files(id).snapshot);
      return true;
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      return false;
    }
  }

  /** Whether a comparison's file was removed from outside; throws when its folder was. */
  async function isGone(id: string): Promise<boolean> {
    if (await has(id)) return false;
    await disk.stat(folder);
    return true;
  }

  /** Removes a file that a program left half written when it ended; one that is a day old is nobody's any more. */
  async function sweep(path: string): Promise<void> {
    if (Date.parse(now()) - (await disk.stat(path)).mtimeMs > 86_400_000) await disk.remove(path);
  }

  async function isUnchanged(id: string, held: Held): Promise<boolean> {
    if (held.mark !== null && held.mark === (await markOf(files(id), disk))) return true;
    // Another time or place on the disk, but perhaps the same content.
    const found = await readComparison(files(id), id, disk);
    if (found.kind === 'failed') throw new Error(found.problem);
    if (found.kind !== 'sound') return false;
    if (held.tried?.kind === 'snapshot' && isDeepStrictEqual(found.stored, held.tried.stored))
      return true;
    if (found.snapshot.sha256 !== held.sha256) return false;
    const end = found.leftover ? 0 : found.journal.end;
    if (end === held.end) return found.stored.revision === held.revision;
    if (held.tried?.kind !== 'line') return false;
    // The line that failed may be there whole; one of another program may not.
    return (await disk.readFile(files(id).journal)).subarray(held.end).equals(held.tried.line);
  }

  async function save(stored: Stored, edits: readonly Edit[]): Promise<void> {
    const { id } = stored.comparison;
    const { revision } = stored;
    const held = await current(id, edits.length > 0 ? revision - 1 : revision);
    if (held && held.tried?.kind !== 'snapshot' && edits.length > 0 && held.version === VERSION) {
      const base = baseOf(held.sha256);
      const line = encodeLine({ base, revision, time: stored.modified, edits });
      // Whatever fails, the lines before are still there; but the file's time may be another.
      known.set(id, { ...held, mark: null });
      if (held.leftover) await putAway(files(id), disk);
      else if (held.tail) await trim(files(id).journal, held, disk);
      const clean = { ...held, mark: null, leftover: false, tail: false, tried: null };
      known.set(id, { ...clean, tail: true, tried: { kind: 'line', line } });
      known.set(id, await append(files(id), clean, line, disk));
    } else {
      if (held) known.set(id, { ...held, mark: null, tried: { kind: 'snapshot', stored } });
      known.set(id, await writeWhole(files(id), stored, held, now(), disk));
    }
  }

  async function fold(stored: Stored, when: 'always' | 'long'): Promise<boolean> {
    const { id } = stored.comparison;
    const held = known.get(id);
    if (
      !held ||
      held.tried?.kind === 'snapshot' ||
      held.lines === 0 ||
      held.revision !== stored.revision
    )
      return false;
    if (when === 'long' && held.lines < long.lines && held.end < long.bytes) return false;
    if (!(await isUnchanged(id, held))) return false;
    try {
      known.set(id, await writeWhole(files(id), stored, held, now(), disk));
      return true;
    } catch (error) {
      // Either snapshot leads to the same comparison; which it is, is looked up when it matters.
      known.delete(id);
      throw error;
    }
  }

  return {
    async list() {
      // Once: a folder that is gone later, as with its drive, must find its place free when it comes back.
      if (!isMade) await disk.mkdir(folder);
      isMade = true;
      const names = await disk.readdir(folder);
      const present = new Set(names);
      const ids = names.flatMap((name) => idOfSnapshot(name) ?? []);
      for (const name of names)
        if (isTemporary(name)) await sweep(join(folder, name)).catch(() => undefined);
      const marks = new Map<string, string>();
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const some = ids.slice(from, from + AT_ONCE);
        const found = await Promise.all(
          some.map((id) => markOf(files(id), disk, present.has(`${id}.journal`)).catch(nothing)),
        );
        for (const [index, id] of some.entries()) {
          const mark = found[index] ?? null;
          if (mark !== null) marks.set(id, mark);
        }
      }
      return marks;
    },

    has,

    async load(id) {
      known.delete(id);
      const found = await readComparison(files(id), id, disk);
      if (found.kind === 'missing')
        return failure(
          'This comparison is no longer in the workspace: its file was moved or removed.',
        );
      if (found.kind === 'failed') return failure(found.problem);
      await take(id, found);
      await fold(found.stored, 'long').catch(() => undefined);
      return success(found.stored);
    },

    async save(stored, edits) {
      try {
        await save(stored, edits);
      } catch (error) {
        if (error instanceof ChangedElsewhere) known.delete(stored.comparison.id);
        throw error;
      }
    },

    fold,
    earlierDays: (id) => earlierDays(files(id), disk),

    async loadEarlier(id, day) {
      const copy = await readSnapshot(fileOfDay(files(id), day), id, disk);
      if (copy.kind === 'sound') return success(copy.stored);
      return failure(
        copy.kind === 'missing'
          ? `There is no copy of ${day} any more.`
          : `${copy.problem} Look at another day.`,
      );
    },
  };
}

/** Null for a file that is no longer there, or is a link to none; whatever else was wrong is thrown. */
function nothing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}
