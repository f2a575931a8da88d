import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { momentSchema } from '../../core/model/fields';
import { z } from '../../core/zod';
import { codeOf } from './disk';

/** A lock that was not written for so long belongs to nobody, in milliseconds. */
const STALE_AFTER = 60_000;
/** How long a lock may be half written, in milliseconds. */
const HALF_WRITTEN = 100;

const holderSchema = z.object({
  program: z.string().max(100),
  pid: z.int().positive(),
  host: z.string().max(300),
  /** When it took the lock, ISO 8601. */
  since: momentSchema,
  token: z.string().max(100),
});

/** The program that may write to a workspace. */
export type Holder = Readonly<z.infer<typeof holderSchema>>;

/** Makes the lock; false when there is one. */
export async function makeLock(path: string, own: Holder): Promise<boolean> {
  try {
    await writeLock(path, own, 'wx');
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Writes the lock, a new one or the one that is there, so that its time is now by the folder's clock. */
export async function writeLock(path: string, own: Holder, flag: 'wx' | 'r+'): Promise<void> {
  const file = await open(path, flag);
  try {
    await file.write(JSON.stringify(own), 0);
  } finally {
    await file.close();
  }
}

/** A lock that was found. */
export interface Found {
  /** Null when the file does not say, or cannot be read. */
  readonly holder: Holder | null;
  /** When it was written last by the clock of the folder's computer, in milliseconds. */
  readonly written: number;
}

/** The lock as it is now, or null when there is none. */
export async function readLock(path: string): Promise<Found | null> {
  try {
    const holder = await readHolder(path);
    return { holder, written: (await stat(path)).mtimeMs };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  const half = async () => {
    try {
      return parse(await readFile(path, 'utf8'));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') throw error;
      // It is there, but perhaps another user's, or held by a virus scanner.
      return null;
    }
  };
  const first = await half();
  if (first) return first;
  await new Promise((resolve) => {
    setTimeout(resolve, HALF_WRITTEN);
  });
  return half();
}

function parse(json: string): Holder | null {
  try {
    return holderSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether a lock is nobody's: its process is not there, or it was not written for a minute. `unchangedFor` is how long, in
 * milliseconds, this program has seen it as it is, which holds whatever is done to clocks; by the folder's clock alone only
 * another computer's lock is taken away, since setting this one's would take that of a living program here.
 */
export async function isStale(
  path: string,
  { holder, written }: Found,
  unchangedFor: number,
): Promise<boolean> {
  const isHere = holder?.host === hostname();
  if (unchangedFor > STALE_AFTER || (isHere && !isAlive(holder.pid))) return true;
  return !isHere && (await clockOf(path)) - written > STALE_AFTER;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is there, but another user's.
    return codeOf(error) === 'EPERM';
  }
}

/** The time of the computer that the folder is on, which may be another one with another clock. */
async function clockOf(path: string): Promise<number> {
  const temporary = `${path}.${randomUUID()}`;
  try {
    await writeFile(temporary, '');
    return (await stat(temporary)).mtimeMs;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Takes a stale lock away. When another program was quicker and this was its new one, puts that back and answers whose it is. */
export async function putAside(path: string, stale: Found): Promise<Holder | null> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const holder = await readHolder(aside);
    if (!holder || holder.token === stale.holder?.token) return null;
    await link(aside, path).catch(() => undefined);
    return holder;
  } finally {
    await rm(aside, { force: true });
  }
}
