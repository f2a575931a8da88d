import { basename } from 'node:path';
import { codeOf, type Disk } from './disk';
import { earlierDays, fileOfDay } from './history';
import { baseOf, decodeJournal, NO_JOURNAL, replay, type Journal } from './journal';
import type { ComparisonFiles } from './names';
import { readSnapshot, type Snapshot } from './snapshot';
import type { Stored } from './stored';

/** What a comparison's files hold together. */
export type Reading =
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly problem: string }
  | Sound
  | Recovered;

/** Snapshot and journal in order. */
export interface Sound {
  readonly kind: 'sound';
  readonly stored: Stored;
  readonly snapshot: Snapshot & { kind: 'sound' };
  readonly journal: Journal;
  /** The journal's lines are all in the snapshot: writing it was interrupted before the journal was put away. */
  readonly leftover: boolean;
}

/** What could be saved of files that are not in order; the words say what was wrong and what was saved. */
export interface Recovered {
  readonly kind: 'recovered';
  readonly stored: Stored;
  /** Which file was not in order; with a damaged snapshot, the journal is put aside with it. */
  readonly damaged: 'snapshot' | 'journal';
  /** The format's version in the snapshot, when that is sound. */
  readonly version: number | null;
  readonly report: string;
}

const ADVICE = 'The file is left as it is; look into it or put back a copy.';
const LATER =
  'Check the drive and the permissions, then try again. Until then all is left as it is.';

/** Reads the comparison `id` from its snapshot and journal, or from backups where these are damaged; changes nothing. */
export async function readComparison(
  files: ComparisonFiles,
  id: string,
  disk: Disk,
): Promise<Reading> {
  const snapshot = await readSnapshot(files.snapshot, id, disk);
  if (snapshot.kind === 'missing') return snapshot;
  if (snapshot.kind === 'unread')
    return { kind: 'failed', problem: `${snapshot.problem} The file is left as it is.` };
  try {
    const journal = await readJournal(files.journal, disk);
    return snapshot.kind === 'sound'
      ? withJournal(snapshot, journal, files)
      : await fromBackup(files, id, journal, snapshot.problem, disk);
  } catch (error) {
    const problem = `What belongs to ${basename(files.snapshot)} could not be read: ${(error as Error).message}. ${LATER}`;
    return { kind: 'failed', problem };
  }
}

async function readJournal(path: string, disk: Disk): Promise<Journal> {
  try {
    return decodeJournal(await disk.readFile(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return NO_JOURNAL;
    throw error;
  }
}

function withJournal(
  snapshot: Snapshot & { kind: 'sound' },
  journal: Journal,
  files: ComparisonFiles,
): Reading {
  const { lines, damaged } = journal;
  const { version } = snapshot;
  const own = lines.filter(({ base }) => base === baseOf(snapshot.sha256));
  if (own.length === 0 && damaged === 0) {
    const leftover = lines.every(({ revision }) => revision <= snapshot.stored.revision);
    if (leftover)
      return {
        kind: 'sound',
        stored: snapshot.stored,
        snapshot,
        journal,
        leftover: lines.length > 0,
      };
    const report = `${basename(files.snapshot)} was replaced from outside, so ${changes(lines.length)} in its journal no longer fit it and were left out.`;
    return { kind: 'recovered', stored: snapshot.stored, damaged: 'journal', version, report };
  }
  const { stored, unapplied } = replay(snapshot.stored, own);
  const lost = unapplied + damaged + lines.length - own.length;
  if (lost === 0) return { kind: 'sound', stored, snapshot, journal, leftover: false };
  const report = `${basename(files.journal)}, which holds the latest changes, is damaged. ${recoveredTo(stored)} ${missing(lost)}`;
  return { kind: 'recovered', stored, damaged: 'journal', version, report };
}

/** Tries the copies of earlier days and the backup, each with what the journals add to it, and takes what reaches farthest. */
async function fromBackup(
  files: ComparisonFiles,
  id: string,
  journal: Journal,
  problem: string,
  disk: Disk,
): Promise<Reading> {
  const days = await earlierDays(files, disk);
  const copies = [...days.map((day) => fileOfDay(files, day)), files.backup];
  const before = await readJournal(files.backupJournal, disk);
  let best: Found | null = null;
  let unread: string | null = null;
  for (const path of copies) {
    const copy = await readSnapshot(path, id, disk);
    if (copy.kind === 'unread') unread = copy.problem;
    if (copy.kind !== 'sound') continue;
    const found = withJournals(copy, before, journal);
    if (best === null || found.lost < best.lost || isLater(found, best)) best = found;
  }
  const isWhole = best?.lost === 0 && journal.lines.length > 0;
  // What cannot be read just now may hold more.
  if (unread !== null && !isWhole)
    return { kind: 'failed', problem: `${problem} And of its copies, ${unread} ${LATER}` };
  if (best === null)
    return { kind: 'failed', problem: `${problem} There is no backup of it. ${ADVICE}` };
  const { stored, lost } = best;
  const rest =
    lost > 0
      ? missing(lost)
      : isWhole
        ? 'Nothing is missing.'
        : 'If you changed it after that, these changes are missing.';
  const report = `${problem} ${recoveredTo(stored)} ${rest}`;
  return { kind: 'recovered', stored, damaged: 'snapshot', version: null, report };
}

interface Found {
  readonly stored: Stored;
  /** Journal lines that do not fit on it. */
  readonly lost: number;
}

function isLater(found: Found, best: Found): boolean {
  return found.lost === best.lost && found.stored.revision > best.stored.revision;
}

/** A copy with the lines of the journal before, up to where the present journal begins, and with the present one’s. */
function withJournals(
  copy: Snapshot & { kind: 'sound' },
  before: Journal,
  journal: Journal,
): Found {
  const begin = journal.lines[0]?.revision ?? Infinity;
  const own = before.lines.filter(
    ({ base, revision }) => base === baseOf(copy.sha256) && revision < begin,
  );
  const { stored, unapplied } = replay(replay(copy.stored, own).stored, journal.lines);
  return { stored, lost: unapplied + journal.damaged };
}

function recoveredTo({ comparison, modified, revision }: Stored): string {
  const moment = `${modified.slice(0, 10)}, ${modified.slice(11, 19)} UTC`;
  return `“${comparison.title}” was recovered as it was saved on ${moment} (revision ${revision}).`;
}

function missing(count: number): string {
  return `${changes(count)} after that could not be recovered.`;
}

function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`;
}
