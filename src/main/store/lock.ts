import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './disk';
import {
  isStale,
  makeLock,
  putAside,
  readLock,
  writeLock,
  type Found,
  type Holder,
} from './lock-file';

/** How often a lock is written anew, so that others see that its program lives, in milliseconds. */
const HEARTBEAT = 10_000;
/** After so long nobody is still taking over the lock that was there before, in milliseconds. */
const SETTLING = 100;
/** How often a lock is looked at before whoever is quicker has it. */
const TRIES = 5;

/** The right to write to a workspace, which one program has at a time. */
export interface Lock {
  /** The other program that has it, or null when it is ours. */
  readonly heldBy: () => Holder | null;
  /** Gives it back, or stops asking for it. */
  readonly release: () => Promise<void>;
}

/**
 * Asks for the right to write to the workspace in `folder`: a file there that only one program can make, and that its
 * holder writes anew every ten seconds. While another program has it, it is asked for again as often; `onChange` is told
 * when it comes or goes.
 *
 * A lock is nobody's when its process is not there (looked up on the same computer) or when it was not written for a
 * minute (see `isStale`); then it is taken over. So two programs can believe for ten seconds that
 * they hold it when one was stopped for a minute and goes on, or when two computers of one name share a folder; the
 * store's own checks then keep them from writing over each other. Where no file can be made, as in a folder that cannot
 * be written to, nobody is held off: writing will say why it fails.
 */
export async function takeLock(
  folder: string,
  program: string,
  onChange: (holder: Holder | null) => void = () => undefined,
): Promise<Lock> {
  const path = join(folder, 'in-use.json');
  const since = new Date().toISOString();
  const own = { program, pid: process.pid, host: hostname(), since, token: randomUUID() };
  // Only now: a folder that is moved away while it is open must find its place free when it comes back.
  await makeFolder(folder).catch(() => undefined);
  const unchangedFor = stopwatch();
  let heldBy = await claim(path, own, unchangedFor).catch(() => null);

  async function beat(): Promise<void> {
    const before = heldBy;
    heldBy = await claim(path, own, unchangedFor);
    if (before?.token !== heldBy?.token) onChange(heldBy);
  }
  let beating: Promise<void> | null = null;
  const timer = setInterval(() => {
    // Each call to a folder that does not answer keeps one of few threads from all others.
    beating ??= beat()
      // What cannot be read or written now may be there again later, as a network drive.
      .catch(() => undefined)
      .finally(() => {
        beating = null;
      });
  }, HEARTBEAT).unref();

  return {
    heldBy: () => heldBy,
    release: async () => {
      clearInterval(timer);
      await beating;
      const found = await readLock(path).catch(() => null);
      if (found?.holder?.token === own.token) await rm(path, { force: true });
    },
  };
}

/** Makes the lock, in place of one that is nobody's, or writes our own anew; or answers who has it. */
async function claim(
  path: string,
  own: Holder,
  unchangedFor: (found: Found) => number,
): Promise<Holder | null> {
  for (let times = 0; times < TRIES; times++) {
    const made = await makeLock(path, own);
    if (made && times === 0) return null;
    // Whoever took the stale one for what it was before may take the new one for it.
    if (made) await settle();
    const found = await readLock(path);
    if (found === null) continue;
    if (found.holder?.token === own.token) {
      await writeLock(path, own, 'r+');
      return null;
    }
    if (!(await isStale(path, found, unchangedFor(found)))) return found.holder ?? UNKNOWN;
    const living = await putAside(path, found);
    if (living) return living;
  }
  return UNKNOWN;
}

/**
 * Tells how long a lock has been found as it is, in milliseconds, by a clock that nobody sets. While this computer slept,
 * whoever has the lock may have slept too: between two looks no more counts than two beats.
 */
function stopwatch(): (found: Found) => number {
  let last = '';
  let looked = 0;
  let unchanged = 0;
  return ({ holder, written }) => {
    const now = performance.now();
    const found = `${holder?.token} ${written}`;
    unchanged = found === last ? unchanged + Math.min(now - looked, 2 * HEARTBEAT) : 0;
    last = found;
    looked = now;
    return unchanged;
  };
}

async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, SETTLING);
  });
}

/** Whoever wrote a lock that cannot be read, or is always quicker. */
const UNKNOWN: Holder = { program: 'Another program', pid: 0, host: '', since: '', token: '' };
