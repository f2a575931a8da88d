import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realDisk, type Disk } from './disk';
import { MemoryDisk } from './testing/memory-disk';
import { DRAFT, lossOf, openWorkspace, retitle, work } from './testing/scenario';

// In memory where there is such a folder: each test does its work hundreds of times.
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(PLACE, 'diptych-faults-'));
});
afterEach(() => rm(folder, { recursive: true }));

type Fault = 'ENOSPC' | 'EIO' | 'EACCES' | 'EPERM' | 'short write' | 'EIO after the deed';

/** The real disk, on which the calls numbered `from` to `to` fail; it counts them. */
function faultyDisk(fault: Fault, from: number, to: number): { disk: Disk; calls: () => number } {
  let calls = 0;
  async function meet<T>(
    call: () => Promise<T>,
    undo: (done: T) => Promise<void> = async () => undefined,
  ): Promise<T> {
    calls++;
    if (calls < from || calls > to || fault === 'short write') return call();
    if (fault === 'EIO after the deed') await undo(await call());
    const code = fault.slice(0, 6).split(' ')[0] ?? '';
    throw Object.assign(new Error(`${code}: injected`), { code });
  }
  const disk: Disk = {
    open: async (path, to_) => {
      const file = await meet(
        () => realDisk.open(path, to_),
        (opened) => opened.close(),
      );
      return {
        write: (bytes, start, position) =>
          meet(() => {
            const short = fault === 'short write' && calls >= from && calls <= to;
            const end = short ? start + Math.ceil((bytes.length - start) / 2) : bytes.length;
            return file.write(bytes.subarray(0, end), start, position);
          }),
        size: () => meet(() => file.size()),
        truncate: (size) => meet(() => file.truncate(size)),
        sync: () => meet(() => file.sync()),
        datasync: () => meet(() => file.datasync()),
        // Whatever close says, the file is closed.
        close: async () => {
          await file.close();
          await meet(async () => undefined);
        },
      };
    },
    readFile: (path) => meet(() => realDisk.readFile(path)),
    readdir: (path) => meet(() => realDisk.readdir(path)),
    stat: (path) => meet(() => realDisk.stat(path)),
    mkdir: (path) => meet(() => realDisk.mkdir(path)),
    rename: (old, fresh) => meet(() => realDisk.rename(old, fresh)),
    link: (old, fresh) => meet(() => realDisk.link(old, fresh)),
    remove: (path) => meet(() => realDisk.remove(path)),
    pause: async () => undefined,
  };
  return { disk, calls: () => calls };
}

const FAULTS: readonly Fault[] = [
  'ENOSPC',
  'EIO',
  'EACCES',
  'EPERM',
  'short write',
  'EIO after the deed',
];

// Each call meets one of the faults, and with this set all of them, which takes minutes.
const STRIDE = process.env['DIPTYCH_EVERY_FAULT'] ? 1 : FAULTS.length;

describe.each(FAULTS)('%s at every file-system call in turn', (fault) => {
  it.each([
    { name: 'once', last: (from: number) => from },
    { name: 'from then on', last: () => Infinity },
  ])(
    '$name: nothing acknowledged is lost, nothing is unreadable, and saving works again',
    async ({ last }) => {
      const whole = faultyDisk(fault, Infinity, Infinity);
      expect(await work(openWorkspace(folder, whole.disk))).toMatchObject({
        revision: 5,
        refused: 0,
      });
      expect(whole.calls()).toBeGreaterThan(100);
      let refused = 0;
      const first = 1 + (FAULTS.indexOf(fault) % STRIDE);
      for (let from = first; from <= whole.calls(); from += STRIDE) {
        await rm(folder, { recursive: true });
        const { disk } = faultyDisk(fault, from, last(from));
        const outcome = await work(openWorkspace(folder, disk));
        refused += outcome.refused;
        expect(
          await lossOf(outcome, openWorkspace(folder)),
          `with call ${from} failing`,
        ).toBeNull();
        // The fault is gone: everything works.
        const after = openWorkspace(folder);
        const { entries } = await after.library();
        for (const { id, revision } of entries)
          expect(await after.commit(id, [retitle('after')], revision)).toMatchObject({ ok: true });
      }
      if (fault === 'short write') expect(refused).toBe(0);
      else expect(refused).toBeGreaterThan(3);
    },
    120_000,
  );

  it('the same workspace saves again once the fault is gone', async () => {
    for (let from = 1; from < 60; from += STRIDE) {
      await rm(folder, { recursive: true, force: true });
      const before = faultyDisk(fault, Infinity, Infinity);
      let current = before.disk;
      const disk = new Proxy(realDisk, {
        get: (_target, key: keyof Disk) => current[key],
      });
      const workspace = openWorkspace(folder, disk);
      const made = await workspace.create(DRAFT);
      if (!made.ok) expect.fail(made.problem);
      const { id } = made.value.comparison;
      await workspace.commit(id, [retitle('t1')], 0);
      await workspace.library();
      current = faultyDisk(fault, from, Infinity).disk;
      let revision = 1;
      for (let time = 0; time < 3; time++) {
        const answer = await workspace.commit(id, [retitle(`t${revision + 1}`)], revision);
        if (answer.ok) revision = answer.value;
        else expect(answer.unwritten).toBe(true);
      }
      current = realDisk;
      expect(await workspace.commit(id, [retitle(`t${revision + 1}`)], revision)).toEqual({
        ok: true,
        value: revision + 1,
      });
      const outcome = { id, revision: revision + 1, refused: 0 };
      expect(await lossOf(outcome, openWorkspace(folder))).toBeNull();
      await workspace.settle();
      expect(await lossOf(outcome, openWorkspace(folder))).toBeNull();
      const names = await readdir(join(folder, 'comparisons'));
      expect(names.filter((name) => name.includes('damaged'))).toEqual([]);
    }
  }, 60_000);
});

describe('the power going at every file-system call in turn', () => {
  /** Numbers below 1 that are the same in every run. */
  function chances(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
  }
  /** Works until the power goes, and expects all that was acknowledged; answers how much that was. */
  async function cut(disk: MemoryDisk, chance: (() => number) | null): Promise<number> {
    const when = `power cut at call ${disk.cutAt}, failed call ${disk.failAt}`;
    await rm(join(folder, 'index.json'), { force: true });
    const outcome = await work(openWorkspace(folder, disk));
    disk.restart(chance);
    await rm(join(folder, 'index.json'), { force: true });
    expect(await lossOf(outcome, openWorkspace(folder, disk)), when).toBeNull();
    return outcome.revision;
  }

  const TIMES = Number(process.env['DIPTYCH_POWER_CUTS'] ?? 3);

  it('loses nothing acknowledged and leaves nothing unreadable, whatever part of the unsynced is left', async () => {
    const whole = new MemoryDisk();
    expect(await work(openWorkspace(folder, whole))).toMatchObject({ revision: 5, refused: 0 });
    let acknowledged = 0;
    for (let call = 1; call <= whole.calls; call++) {
      for (let time = 0; time <= TIMES; time++) {
        const disk = new MemoryDisk();
        disk.cutAt = call;
        acknowledged += await cut(disk, time === 0 ? null : chances(1_000 * call + time));
      }
    }
    expect(acknowledged).toBeGreaterThan(whole.calls);
  }, 300_000);

  it('loses nothing either when a call fails shortly before', async () => {
    const whole = new MemoryDisk();
    await work(openWorkspace(folder, whole));
    for (let call = 1; call <= whole.calls; call++) {
      for (const later of [2, 5, 9]) {
        const disk = new MemoryDisk();
        disk.failAt = call;
        disk.cutAt = call + later;
        await cut(disk, null);
      }
    }
  }, 300_000);
});
