import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What the store does with an open file. */
export interface OpenFile {
  /** Writes `bytes` from `from` on at `position`; like the system's call, it may write a part and says how much. */
  readonly write: (bytes: Uint8Array, from: number, position: number) => Promise<number>;
  readonly size: () => Promise<number>;
  readonly truncate: (size: number) => Promise<void>;
  /** Resolves once the data and all that is needed to find them are on the disk. */
  readonly sync: () => Promise<void>;
  /** Like `sync`, without what is not needed to read the data, such as times. */
  readonly datasync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The file-system calls the store makes, each of which can fail; tests put one in its place that does. */
export interface Disk {
  /** Opens to read, a new file to write, or a file, new or not, to change. */
  readonly open: (path: string, to: 'read' | 'make' | 'change') => Promise<OpenFile>;
  readonly readFile: (path: string) => Promise<Buffer>;
  readonly readdir: (path: string) => Promise<readonly string[]>;
  readonly stat: (path: string) => Promise<{ readonly mtimeMs: number; readonly size: number }>;
  /** Makes a folder and those above it; one that is there already is no error. */
  readonly mkdir: (path: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly link: (from: string, to: string) => Promise<void>;
  /** Removes a file; one that is not there is no error. */
  readonly remove: (path: string) => Promise<void>;
  /** Waits before something is tried again. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** The computer's own file system. */
export const realDisk: Disk = {
  async open(path, to) {
    const { O_RDWR, O_CREAT } = fs.constants;
    const file = await fs.open(path, { read: 'r', make: 'wx', change: O_RDWR | O_CREAT }[to]);
    return {
      write: async (bytes, from, position) =>
        (await file.write(bytes, from, bytes.length - from, position)).bytesWritten,
      size: async () => (await file.stat()).size,
      truncate: (size) => file.truncate(size),
      sync: () => file.sync(),
      datasync: () => file.datasync(),
      close: () => file.close(),
    };
  },
  readFile: (path) => fs.readFile(path),
  readdir: (path) => fs.readdir(path),
  stat: (path) => fs.stat(path),
  mkdir: makeFolder,
  rename: (from, to) => fs.rename(from, to),
  link: (from, to) => fs.link(from, to),
  remove: (path) => fs.rm(path, { force: true }),
  pause: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};

/**
 * Makes a folder and those above it; one that is there already is no error. Node's own `recursive` never ends, and keeps a
 * thread, where a folder that is there says ENOENT to a new one in it, as that of an automounter does.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await fs.mkdir(path);
  } catch (error) {
    if (await isFolder(path)) return;
    const above = dirname(path);
    if (codeOf(error) !== 'ENOENT' || above === path || (await isFolder(above))) throw error;
    await makeFolder(above);
    await makeFolder(path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return fs.stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** The system's code of an error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** Writes all of `bytes` at `position`, however many calls it takes. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    const written = await file.write(bytes, from, position + from);
    if (written === 0) throw new Error('the disk took no more data');
    from += written;
  }
}

/**
 * Puts `bytes` in the file's place at once, or leaves the old file whole and throws. The new file is written beside the
 * old one, synced and read back first. With `keepAs` the old file, if there is one, stays under that name. The folder has
 * to be there: one that is missing may be on a drive that is not there just now, and its place is to stay free.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  disk: Disk,
  keepAs?: string,
): Promise<void> {
  const folder = dirname(path);
  const temporary = temporaryIn(folder);
  try {
    await writeNewFile(temporary, bytes, disk);
    // Some disks take what they do not keep; the old file goes only for one that can be read.
    if (!(await disk.readFile(temporary)).equals(bytes))
      throw new Error('the disk did not keep what was written');
    if (keepAs !== undefined) await keepFile(path, keepAs, disk);
    await renamePatiently(temporary, path, disk);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder, disk);
}

/**
 * Gives the file at `path` a second name, in place of what has that name; the content is shared, or copied. False when
 * there is no such file.
 */
export async function keepFile(path: string, as: string, disk: Disk): Promise<boolean> {
  const temporary = temporaryIn(dirname(as));
  try {
    try {
      await disk.link(path, temporary);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false;
      // Some file systems know no links.
      await writeNewFile(temporary, await disk.readFile(path), disk);
    }
    await renamePatiently(temporary, as, disk);
    return true;
  } finally {
    // A rename between two names of one file leaves both.
    await disk.remove(temporary).catch(() => undefined);
  }
}

async function writeNewFile(path: string, bytes: Uint8Array, disk: Disk): Promise<void> {
  const file = await disk.open(path, 'make');
  try {
    await writeAll(file, bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Whether a name is one of the files that are written beside those they will replace. */
export function isTemporary(name: string): boolean {
  return /^\.[0-9a-f]{16}\.tmp$/.test(name);
}

function temporaryIn(folder: string): string {
  return join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
}

// Windows refuses a rename for a moment while a virus scanner or indexer holds the file.
const PATIENCE_MS = [10, 30, 100, 300];

/** Renames a file, trying again for half a second while another program holds it. */
export async function renamePatiently(from: string, to: string, disk: Disk): Promise<void> {
  for (const wait of PATIENCE_MS) {
    try {
      return await disk.rename(from, to);
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '')) throw error;
      await disk.pause(wait);
    }
  }
  return disk.rename(from, to);
}

/** Makes the names in a folder durable: what was made, renamed and removed there. */
export async function syncFolder(folder: string, disk: Disk): Promise<void> {
  // Windows cannot open a folder; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = await disk.open(folder, 'read');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
