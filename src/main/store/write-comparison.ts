import { basename, dirname } from 'node:path';
import { codeOf, keepFile, renamePatiently, syncFolder, writeAll, type Disk } from './disk';
import { keepDay } from './history';
import { VERSION } from './migrations';
import { asideName, moveAside, type ComparisonFiles } from './names';
import type { Recovered } from './read-comparison';
import { writeSnapshot } from './snapshot';
import type { Stored } from './stored';

/** Another program changed the comparison's files since they were read. */
export class ChangedElsewhere extends Error {}

/** What is known to be on the disk for one comparison. */
export interface Held {
  /** Of the snapshot: its checksum and its format's version. */
  readonly sha256: string;
  readonly version: number;
  /** Of snapshot and journal together. */
  readonly revision: number;
  /** Where the journal's acknowledged lines end, in bytes, and how many they are. */
  readonly end: number;
  readonly lines: number;
  /** Behind them a line may stand that was never acknowledged. */
  readonly tail: boolean;
  /** The journal's file is one that is already in the snapshot, still to be put away. */
  readonly leftover: boolean;
  /** The files' mark when they were last in order; null when that is not known. */
  readonly mark: string | null;
  /** The journal's name is known to be on the disk. */
  readonly named: boolean;
  /**
   * What was tried last and failed, so that it may be there all the same: a line, which is taken off before the next, or a
   * whole snapshot, which only another one can follow.
   */
  readonly tried:
    | { readonly kind: 'line'; readonly line: Uint8Array }
    | { readonly kind: 'snapshot'; readonly stored: Stored }
    | null;
}

/** A mark that changes when a comparison's snapshot or journal does; a journal known not to be there is not looked for. */
export async function markOf(
  files: ComparisonFiles,
  disk: Disk,
  hasJournal = true,
): Promise<string> {
  const { mtimeMs, size } = await disk.stat(files.snapshot);
  return `${mtimeMs}-${size}-${hasJournal ? await journalMark(files, disk) : ''}`;
}

async function journalMark({ journal }: ComparisonFiles, disk: Disk): Promise<string> {
  try {
    const { mtimeMs, size } = await disk.stat(journal);
    return `${mtimeMs}-${size}`;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

/** Adds a line to the journal, behind which nothing stands; resolves once it is durable. A line that fails is taken off again, if it can be. */
export async function append(
  files: ComparisonFiles,
  held: Held,
  line: Uint8Array,
  disk: Disk,
): Promise<Held> {
  const end = held.end + line.length;
  const file = await disk.open(files.journal, 'change');
  try {
    try {
      const size = await file.size();
      if (size !== held.end) throw new ChangedElsewhere();
      await writeAll(file, line, held.end);
      if ((await file.size()) !== end) throw new Error('the disk did not keep what was written');
      await file.datasync();
      if (!held.named) await syncFolder(dirname(files.journal), disk);
    } catch (error) {
      if (!(error instanceof ChangedElsewhere))
        await file.truncate(held.end).catch(() => undefined);
      throw error;
    }
  } finally {
    await file.close();
  }
  const mark = await markOf(files, disk).catch(() => null);
  const { revision, lines } = held;
  return {
    ...held,
    end,
    lines: lines + 1,
    revision: revision + 1,
    tail: false,
    named: true,
    mark,
    tried: null,
  };
}

/**
 * Writes a whole snapshot durably in place of snapshot and journal; both stay as the backup. At every moment between
 * the calls, what is on the disk leads to the old state or the new one, because a journal names its snapshot.
 */
export async function writeWhole(
  files: ComparisonFiles,
  stored: Stored,
  held: Held | null,
  now: string,
  disk: Disk,
): Promise<Held> {
  if (held === null) await clear(files, stored.revision === 0, now, disk);
  else {
    await keepOlder(files, held.version, disk);
    if (!held.leftover) await trim(files.journal, held, disk);
  }
  const keepAs = held === null ? undefined : files.backup;
  const sha256 = await writeSnapshot(files.snapshot, stored, disk, keepAs);
  // From here on it is saved; what fails now is made up for later.
  const leftover = await putAway(files, disk).then(
    () => false,
    () => true,
  );
  await keepDay(files, stored, disk).catch(() => undefined);
  const mark = await markOf(files, disk).catch(() => null);
  const { revision } = stored;
  return {
    sha256,
    version: VERSION,
    revision,
    end: 0,
    lines: 0,
    tail: false,
    leftover,
    mark,
    named: false,
    tried: null,
  };
}

/** Keeps a snapshot in an older format under a name of its own. */
async function keepOlder(files: ComparisonFiles, version: number, disk: Disk): Promise<void> {
  if (version < VERSION) await keepFile(files.snapshot, files.ofVersion(version), disk);
}

/** Makes room where files of a removed comparison were left; a new one is not to have its past either. */
async function clear(
  files: ComparisonFiles,
  isNew: boolean,
  now: string,
  disk: Disk,
): Promise<void> {
  const past = isNew ? [files.history] : [];
  for (const path of [files.journal, files.backup, files.backupJournal, ...past]) {
    try {
      await disk.stat(path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') continue;
      throw error;
    }
    await moveAside(path, now, disk);
  }
}

/** Takes off what follows the last acknowledged line, so that it cannot come back with the backup. */
export async function trim(journal: string, { end, tail }: Held, disk: Disk): Promise<void> {
  const size = await sizeOf(journal, disk);
  if (size === end) return;
  if (size < end || !tail) throw new ChangedElsewhere();
  const file = await disk.open(journal, 'change');
  try {
    await file.truncate(end);
    await file.datasync();
  } finally {
    await file.close();
  }
}

async function sizeOf(path: string, disk: Disk): Promise<number> {
  try {
    return (await disk.stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

/** Puts the journal that is in the snapshot now to the backup it leads on from. */
export async function putAway(
  { journal, backupJournal }: ComparisonFiles,
  disk: Disk,
): Promise<void> {
  try {
    await renamePatiently(journal, backupJournal, disk);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** Keeps the damaged files aside and writes what was recovered in their place; says in words what came of it. */
export async function repair(
  files: ComparisonFiles,
  { stored, damaged, version, report }: Recovered,
  now: string,
  disk: Disk,
): Promise<{ readonly held: Held | null; readonly report: string }> {
  try {
    const kept: string[] = [];
    for (const path of damaged === 'snapshot' ? [files.snapshot, files.journal] : [files.journal]) {
      const aside = await asideName(path, now, disk);
      if (await keepFile(path, aside, disk)) kept.push(basename(aside));
    }
    if (version !== null) await keepOlder(files, version, disk);
    // A damaged snapshot must not take the place of the backup it was recovered from.
    const sha256 = await writeSnapshot(
      files.snapshot,
      stored,
      disk,
      damaged === 'snapshot' ? undefined : files.backup,
    );
    if (damaged === 'snapshot') await disk.remove(files.journal);
    else await putAway(files, disk);
    await syncFolder(dirname(files.snapshot), disk);
    const mark = await markOf(files, disk).catch(() => null);
    const { revision } = stored;
    const held = { sha256, version: VERSION, revision, end: 0, lines: 0, leftover: false, mark };
    return {
      held: { ...held, tail: false, named: false, tried: null },
      report: `${report} The ${kept.length === 1 ? 'file as it was is' : 'files as they were are'} kept as ${kept.join(' and ')}.`,
    };
  } catch (error) {
    return {
      held: null,
      report: `${report} The files could not be put right yet (${(error as Error).message}) and are left as they are.`,
    };
  }
}
