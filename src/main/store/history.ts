import { join } from 'node:path';
import { codeOf, isTemporary, replaceFile, type Disk } from './disk';
import type { ComparisonFiles } from './names';
import { readSnapshot } from './snapshot';
import type { Stored } from './stored';

const DAY = /^(\d{4}-\d{2}-\d{2})\.json$/;
const DAYS_KEPT = 7;
const WEEKS_KEPT = 4;

/** Where the copy of a comparison as it was at the end of a day is. */
export function fileOfDay(files: ComparisonFiles, day: string): string {
  return join(files.history, `${day}.json`);
}

/** The days of which a comparison has a copy, newest first. */
export async function earlierDays(files: ComparisonFiles, disk: Disk): Promise<readonly string[]> {
  try {
    return daysIn(await disk.readdir(files.history));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function daysIn(names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => DAY.exec(name)?.[1] ?? [])
    .toSorted()
    .toReversed();
}

/**
 * Copies the snapshot that holds `stored` as that of its day, in place of an earlier one of that day, and thins out the
 * older days. What is there of a day before another one is left as it is: then the clock was set back.
 */
export async function keepDay(files: ComparisonFiles, stored: Stored, disk: Disk): Promise<void> {
  const day = stored.modified.slice(0, 10);
  await disk.mkdir(files.history);
  const names = await disk.readdir(files.history);
  // Nobody else writes here, so these are of a program that ended.
  for (const name of names.filter(isTemporary)) await disk.remove(join(files.history, name));
  const days = daysIn(names);
  if (await isOver(files, stored.comparison.id, day, days, disk)) return;
  // A copy and no link: a file damaged in its place would take the link with it.
  await replaceFile(fileOfDay(files, day), await disk.readFile(files.snapshot), disk);
  for (const old of daysToRemove([...days, day], day)) await disk.remove(fileOfDay(files, old));
}

/** Whether a day has a copy from before that of a later day; by their revisions, which no clock counts. */
async function isOver(
  files: ComparisonFiles,
  id: string,
  day: string,
  days: readonly string[],
  disk: Disk,
): Promise<boolean> {
  const next = days.findLast((each) => each > day);
  if (next === undefined || !days.includes(day)) return false;
  const own = await readSnapshot(fileOfDay(files, day), id, disk);
  const later = await readSnapshot(fileOfDay(files, next), id, disk);
  return (
    own.kind === 'sound' && later.kind === 'sound' && own.stored.revision < later.stored.revision
  );
}

/**
 * Which days' copies can go: kept are the newest seven days with edits, and before them the newest day of each of four
 * weeks with edits. Counted in days that are there, and apart in those after `today`, so that neither a clock that is
 * ahead nor one that is behind thins out what a right one left.
 */
export function daysToRemove(days: readonly string[], today: string): readonly string[] {
  return [days.filter((day) => day <= today), days.filter((day) => day > today)].flatMap(thinned);
}

function thinned(days: readonly string[]): readonly string[] {
  const older = [...new Set(days)].toSorted().toReversed().slice(DAYS_KEPT);
  const weeks = new Set<number>();
  return older.filter((day) => {
    const week = weekOf(day);
    if (weeks.has(week) || weeks.size === WEEKS_KEPT) return true;
    weeks.add(week);
    return false;
  });
}

/** The number of a day's week since 1970; weeks begin on Mondays. */
function weekOf(day: string): number {
  return Math.floor((Date.parse(day) / 86_400_000 + 3) / 7);
}
