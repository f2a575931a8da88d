import { join } from 'node:path';
import { codeOf, replaceFile, type Disk } from './disk';
import type { ComparisonFiles } from './names';

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
    const names = await disk.readdir(files.history);
    return names
      .flatMap((name) => DAY.exec(name)?.[1] ?? [])
      .toSorted()
      .toReversed();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Copies a comparison's snapshot as that of `day`, in place of an earlier one of that day, and thins out the older days. */
export async function keepDay(files: ComparisonFiles, day: string, disk: Disk): Promise<void> {
  // A copy and no link: a file damaged in its place would take the link with it.
  await disk.mkdir(files.history);
  await replaceFile(fileOfDay(files, day), await disk.readFile(files.snapshot), disk);
  // A clock that was set back makes the newest copy look like an old one.
  for (const old of daysToRemove(await earlierDays(files, disk)).filter((each) => each !== day))
    await disk.remove(fileOfDay(files, old));
}

/**
 * Which days' copies can go: kept are the newest seven days with edits, and before them the newest day of each of four
 * weeks with edits. Counted in days that are there and not from today, so that a wrong clock thins nothing out.
 */
export function daysToRemove(days: readonly string[]): readonly string[] {
  const older = days.toSorted().toReversed().slice(DAYS_KEPT);
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
