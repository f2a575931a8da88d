import { basename, dirname, join } from 'node:path';
import { codeOf, renamePatiently, type Disk } from './disk';

/** The files that belong to one comparison. No id has a dot, so none of them is taken for another comparison. */
export interface ComparisonFiles {
  readonly snapshot: string;
  readonly journal: string;
  /** The snapshot before, and the journal that leads from it to the present one. */
  readonly backup: string;
  readonly backupJournal: string;
  /** The last snapshot in the format of an earlier version. */
  readonly ofVersion: (version: number) => string;
  readonly history: string;
}

/** Where the files of the comparison `id` are. */
export function filesOf(folder: string, id: string): ComparisonFiles {
  return {
    snapshot: join(folder, `${id}.json`),
    journal: join(folder, `${id}.journal`),
    backup: join(folder, `${id}.backup.json`),
    backupJournal: join(folder, `${id}.backup.journal`),
    ofVersion: (version) => join(folder, `${id}.version-${version}.json`),
    history: join(folder, 'history', id),
  };
}

const SNAPSHOT = /^([A-Za-z0-9_-]{1,64})\.json$/;

/** Whether Windows keeps a name for itself, so that no file can have it there. */
export function isReserved(id: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(id);
}

/** The comparison of which a file is the snapshot, or null. */
export function idOfSnapshot(name: string): string | null {
  return SNAPSHOT.exec(name)?.[1] ?? null;
}

/** A free name beside `path` that says when the file was put aside: `<name>.damaged-2026-01-31T12-00-00.json`. */
export async function asideName(path: string, now: string, disk: Disk): Promise<string> {
  const [, stem, extension = ''] = /^(.*?)(\.[a-z]+)?$/.exec(basename(path)) ?? [];
  const stamp = now.slice(0, 19).replaceAll(':', '-');
  for (let time = 1; ; time++) {
    const name = `${stem}.damaged-${stamp}${time > 1 ? `-${time}` : ''}${extension}`;
    const aside = join(dirname(path), name);
    try {
      await disk.stat(aside);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return aside;
      throw error;
    }
  }
}

/** Moves a file aside for good and answers its new name. */
export async function moveAside(path: string, now: string, disk: Disk): Promise<string> {
  const aside = await asideName(path, now, disk);
  await renamePatiently(path, aside, disk);
  return basename(aside);
}
