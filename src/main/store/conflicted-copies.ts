import { basename, join } from 'node:path';
import { failure, success, type Result } from '../../core/result';
import type { ConflictedCopy } from '../../ipc/contract';
import { codeOf, renamePatiently, syncFolder, type Disk } from './disk';
import { baseOf, decodeJournal, replay, type Line } from './journal';
import { idOfSnapshot } from './names';
import { readSnapshot } from './snapshot';
import type { Stored } from './stored';

/** What a copy holds, and the files in which it does, beside those of the comparison itself. */
export interface ReadCopy {
  readonly stored: Stored;
  readonly files: readonly string[];
}

/** The folder in `comparisons/` for copies that are merged. */
const ASIDE = 'merged-copies';
/** What Diptych itself puts beside a comparison's file; what a program made of these is of no use. */
const OWN = /^\.(?:json|journal|backup|version-|damaged-)/;
const KIND = /\.(?:json|journal)$/;

/**
 * The copies in a folder. What a program adds to a name differs: `x (Ann's conflicted copy 2026-01-02).json`,
 * `x.sync-conflict-20260102-101530-ABCDEFG.json`, `x (1).json`, `x 2.json`, `x-HOST.json`; so it is any name that goes on
 * after an id. What could be an id as a whole (`x-HOST`) is a copy where it cannot be read as a comparison (`unreadable`)
 * and can as a copy.
 */
export async function findCopies(
  folder: string,
  unreadable: ReadonlySet<string>,
  disk: Disk,
): Promise<readonly ConflictedCopy[]> {
  const names = await disk.readdir(folder);
  const ids = new Set(names.flatMap((name) => idOfSnapshot(name) ?? []));
  const copies: ConflictedCopy[] = [];
  for (const file of names) {
    const own = idOfSnapshot(file);
    if (!KIND.test(file) || (own !== null && !unreadable.has(file))) continue;
    const id = longestId(file, ids, own);
    const addition = id === null ? '' : file.slice(id.length);
    if (id === null || OWN.test(addition)) continue;
    if (/^[ .(]/.test(addition) || (await readCopy(folder, { id, file }, disk)).ok)
      copies.push({ id, file });
  }
  return copies;
}

/** The longest id that a name goes on after. */
function longestId(file: string, ids: ReadonlySet<string>, not: string | null): string | null {
  const start = /^[A-Za-z0-9_-]{0,64}/.exec(file)?.[0] ?? '';
  for (let length = start.length; length > 0; length--) {
    const id = file.slice(0, length);
    if (id !== not && ids.has(id)) return id;
  }
  return null;
}

/** Reads what a copy in `folder` holds: a snapshot with the journals that lead on from it, or a journal with its snapshot. */
export async function readCopy(
  folder: string,
  { id, file }: ConflictedCopy,
  disk: Disk,
): Promise<Result<ReadCopy>> {
  try {
    const names = (await disk.readdir(folder)).filter((name) => name.startsWith(id));
    return await (file.endsWith('.json') ? withJournals : withSnapshot)(
      folder,
      id,
      file,
      names,
      disk,
    );
  } catch (error) {
    return failure(`${file} could not be read: ${(error as Error).message}.`);
  }
}

async function withJournals(
  folder: string,
  id: string,
  file: string,
  names: readonly string[],
  disk: Disk,
): Promise<Result<ReadCopy>> {
  const snapshot = await readSnapshot(join(folder, file), id, disk);
  if (snapshot.kind !== 'sound')
    return failure(snapshot.kind === 'missing' ? `${file} is no longer there.` : snapshot.problem);
  let best: ReadCopy = { stored: snapshot.stored, files: [file] };
  // One that no longer fitted the comparison's file was put aside as damaged, and may be this copy's.
  const ours = [`${id}.journal`, `${id}.backup.journal`];
  for (const name of names.filter((each) => each.endsWith('.journal') && !ours.includes(each))) {
    const lines = await linesFrom(join(folder, name), baseOf(snapshot.sha256), disk);
    const { stored } = replay(snapshot.stored, lines);
    if (stored.revision <= best.stored.revision) continue;
    best = { stored, files: OWN.test(name.slice(id.length)) ? [file] : [file, name] };
  }
  return success(best);
}

async function withSnapshot(
  folder: string,
  id: string,
  file: string,
  names: readonly string[],
  disk: Disk,
): Promise<Result<ReadCopy>> {
  const [first] = decodeJournal(await disk.readFile(join(folder, file))).lines;
  const lines = first ? await linesFrom(join(folder, file), first.base, disk) : [];
  for (const name of names.filter((each) => each.endsWith('.json'))) {
    const snapshot = await readSnapshot(join(folder, name), id, disk);
    if (!first || snapshot.kind !== 'sound' || baseOf(snapshot.sha256) !== first.base) continue;
    return success({ stored: replay(snapshot.stored, lines).stored, files: [file] });
  }
  return failure(
    `${file} holds changes to a file that is not here, so they cannot be read. Wait until the file-sync program has brought all files, then try again.`,
  );
}

async function linesFrom(path: string, base: string, disk: Disk): Promise<readonly Line[]> {
  return decodeJournal(await disk.readFile(path)).lines.filter((line) => line.base === base);
}

/** Moves files of merged copies durably into a folder of their own, where they stay. */
export async function putCopiesAside(
  folder: string,
  files: readonly string[],
  disk: Disk,
): Promise<void> {
  const aside = join(folder, ASIDE);
  await disk.mkdir(aside);
  for (const file of files)
    await renamePatiently(join(folder, file), await freeName(aside, file, disk), disk);
  await syncFolder(aside, disk);
  await syncFolder(folder, disk);
}

/** A path in `folder` for a file of that name, or of one with a number where there is one already. */
async function freeName(folder: string, file: string, disk: Disk): Promise<string> {
  for (let time = 1; ; time++) {
    const path = join(folder, time === 1 ? file : `${time} ${basename(file)}`);
    try {
      await disk.stat(path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return path;
      throw error;
    }
  }
}
