import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir, hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeLock, type Lock } from './lock';
import type { Holder } from './lock-file';
import { holderWords } from './words';

let folder: string;
let path: string;
let taken: Lock[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-lock-'));
  path = join(folder, 'in-use.json');
  taken = [];
});
afterEach(async () => {
  for (const lock of taken) await lock.release();
  await rm(folder, { recursive: true });
});

async function take(program = 'Diptych'): Promise<Lock> {
  const lock = await takeLock(folder, program);
  taken.push(lock);
  return lock;
}

const SINCE = '2026-05-03T10:32:00.000Z';
const LIVING = process.ppid;
const DEAD = spawnSync(process.execPath, ['--version']).pid;

/** Puts another program's lock there, written so many seconds ago. */
async function leave(holder: Partial<Holder> | string, secondsAgo = 0): Promise<void> {
  const other = { program: 'Other', pid: LIVING, host: hostname(), since: SINCE, token: 'other' };
  await writeFile(
    path,
    typeof holder === 'string' ? holder : JSON.stringify({ ...other, ...holder }),
  );
  const then = new Date(Date.now() - secondsAgo * 1_000);
  await utimes(path, then, then);
}

it('is one program’s at a time', async () => {
  const first = await take('First');
  expect(first.heldBy()).toBeNull();
  const second = await take('Second');
  expect(second.heldBy()).toMatchObject({ program: 'First', pid: process.pid });
  await second.release();
  expect((await take()).heldBy()).toMatchObject({ program: 'First' });
  await first.release();
  expect(await readdir(folder)).toEqual([]);
  expect((await take()).heldBy()).toBeNull();
});

describe('another program’s lock', () => {
  it.each([
    { name: 'of a living process', holder: {}, ago: 0, held: true },
    { name: 'of a process that is not there', holder: { pid: DEAD }, ago: 0, held: false },
    { name: 'of a living process, by a clock that was set', holder: {}, ago: 90, held: true },
    {
      name: 'of another computer, from the future',
      holder: { host: 'x' },
      ago: -9_999,
      held: true,
    },
    { name: 'of another computer', holder: { host: 'x', pid: DEAD }, ago: 30, held: true },
    { name: 'of another computer, left behind', holder: { host: 'x' }, ago: 90, held: false },
    { name: 'that is empty', holder: '', ago: 0, held: true },
    { name: 'that is empty, left behind', holder: '', ago: 90, held: false },
    { name: 'that is no lock', holder: '{"pid":-1}', ago: 90, held: false },
  ])('$name: held $held', async ({ holder, ago, held }) => {
    await leave(holder, ago);
    const before = await readFile(path, 'utf8');
    const lock = await take();
    expect(lock.heldBy() !== null).toBe(held);
    expect((await readFile(path, 'utf8')) === before).toBe(held);
    expect(await readdir(folder)).toEqual(['in-use.json']);
  });

  it('is taken over by one of many', async () => {
    await leave({ pid: DEAD });
    const locks = await Promise.all(Array.from({ length: 12 }, () => take()));
    expect(locks.filter((lock) => lock.heldBy() === null)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['in-use.json']);
  });
});

it.each([
  { name: 'of a process that took a dead one’s number', holder: {}, ago: 90 },
  { name: 'of another computer whose clock was ten years ahead', holder: { host: 'x' }, ago: -3e8 },
])('takes over a lock $name once it was not written for a minute', async ({ holder, ago }) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  await leave(holder, ago);
  const lock = await take();
  const beatsUntil = async (isOver: (beats: number) => boolean) => {
    for (let beats = 1; ; beats++) {
      vi.advanceTimersByTime(10_000);
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
      if (isOver(beats)) return beats;
    }
  };
  await beatsUntil((beats) => beats === 4);
  // It was somebody's until now.
  await leave({ ...holder, token: 'another' }, ago);
  expect(lock.heldBy()).not.toBeNull();
  expect(await beatsUntil(() => lock.heldBy() === null)).toBeGreaterThan(5);
  vi.useRealTimers();
});

it('takes a lock that cannot be read for somebody’s', async () => {
  await mkdir(path);
  expect((await take()).heldBy()).toMatchObject({ program: 'Another program' });
});

it('takes nobody’s lock away because this computer slept', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  await leave({});
  const changes: unknown[] = [];
  taken.push(await takeLock(folder, 'Diptych', (holder) => changes.push(holder)));
  const clock = vi.spyOn(performance, 'now');
  for (const minutes of [0, 10, 600]) {
    clock.mockReturnValue(minutes * 60_000);
    vi.advanceTimersByTime(10_000);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  clock.mockRestore();
  vi.useRealTimers();
  expect(changes).toEqual([]);
  expect(await readFile(path, 'utf8')).toContain('Other');
});

it.skipIf(process.platform === 'win32')(
  'keeps nothing else from the disk while its folder does not answer',
  async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await take();
    await rm(path);
    // Reading it waits until somebody writes.
    spawnSync('mkfifo', [path]);
    vi.advanceTimersByTime(100_000);
    vi.useRealTimers();
    const other = writeFile(join(folder, 'other'), 'written').then(() => 'written');
    const late = new Promise((resolve) => {
      setTimeout(() => resolve('late'), 2_000);
    });
    const outcome = await Promise.race([other, late]);
    spawnSync('sh', ['-c', 'exec 3<>"$1"; rm "$1"', 'sh', path]);
    expect(outcome).toBe('written');
  },
);

it('leaves the place of a folder free that is moved away while it is open', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const lock = await take();
  const away = `${folder}-away`;
  await rename(folder, away);
  vi.advanceTimersByTime(60_000);
  await lock.release();
  vi.useRealTimers();
  await expect(readdir(folder)).rejects.toThrow('ENOENT');
  await rename(away, folder);
});

it('is not released by who does not have it', async () => {
  const lock = await take();
  await leave({});
  await lock.release();
  expect(await readFile(path, 'utf8')).toContain('Other');
});

it('holds nobody off where no file can be made', async () => {
  await writeFile(join(folder, 'file'), '');
  const lock = await takeLock(join(folder, 'file'), 'Diptych');
  expect(lock.heldBy()).toBeNull();
  await lock.release();
});

it.each([
  {
    host: hostname(),
    since: SINCE,
    words: /^Diptych has had this workspace open since 3 May 2026/,
  },
  { host: 'desk', since: SINCE, words: /^Diptych on the computer “desk” has had this workspace/ },
  { host: '', since: '', words: /^Diptych has this workspace open$/ },
])('says who has it: $words', ({ host, since, words }) => {
  expect(holderWords({ program: 'Diptych', pid: 1, token: '', host, since })).toMatch(words);
});
