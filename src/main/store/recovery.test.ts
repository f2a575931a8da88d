import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Edit } from '../../core/edit/edit';
import { NO_DETAILS } from '../../core/model/article';
import type { Result } from '../../core/result';
import { realDisk, type Disk } from './disk';
import { VERSION } from './migrations';
import { Workspace } from './workspace';

const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

let folder: string;
let clock = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(PLACE, 'diptych-recovery-'));
  clock = 0;
});
afterEach(() => rm(folder, { recursive: true }));

function openWorkspace(disk: Disk = realDisk): Workspace {
  return new Workspace(folder, {
    disk,
    now: () => new Date(Date.UTC(2024, 6, 14) + 1_000 * clock++).toISOString(),
    newId: () => 'id',
  });
}

function must<T>(result: Result<T>): T {
  return result.ok ? result.value : expect.fail(result.problem);
}

const article = (text: string) => ({ ...NO_DETAILS, title: text, text });
const retitle = (title: string): Edit => ({
  name: 'Rename',
  changes: [{ type: 'change-title', title }],
});
const inFolder = (name: string) => join(folder, 'comparisons', name);
const namesOf = async () => (await readdir(join(folder, 'comparisons'))).toSorted();

/** A comparison with `folds` snapshots after edits, and `edits` in each journal. Its title is always `t<revision>`. */
async function prepare(folds: number, edits = 2): Promise<number> {
  const workspace = openWorkspace();
  must(await workspace.create({ title: 't0', left: article('left'), right: article('right') }));
  let revision = 0;
  for (let fold = 0; fold <= folds; fold++) {
    for (let edit = 0; edit < edits; edit++)
      revision = must(await workspace.commit('id', [retitle(`t${revision + 1}`)], revision));
    if (fold < folds) await workspace.library();
  }
  return revision;
}

async function expectWhole(revision: number): Promise<void> {
  const { comparison, ...opened } = must(await openWorkspace().open('id'));
  expect({ ...opened, title: comparison.title }).toEqual({ revision, title: `t${revision}` });
}

/** Only what recovers it here is left: the backup, or the copies of earlier days. */
async function without(what: 'history' | 'backup' | 'either'): Promise<void> {
  if (what !== 'backup') await rm(inFolder('history'), { recursive: true, force: true });
  if (what !== 'history')
    for (const name of ['id.backup.json', 'id.backup.journal'])
      await rm(inFolder(name), { force: true });
}

describe('the files', () => {
  it('that an ended program left half written are removed after a while, and others never', async () => {
    await prepare(0, 0);
    const [old, young, other] = ['.0123456789abcdef.tmp', '.fedcba9876543210.tmp', '.notes.tmp'];
    for (const name of [old, young, other]) await writeFile(inFolder(name), '');
    const began = Date.UTC(2024, 6, 14) / 1_000;
    await utimes(inFolder(old), began - 90_000, began - 90_000);
    await utimes(inFolder(young), began, began);
    await utimes(inFolder(other), began - 90_000, began - 90_000);
    await openWorkspace().library();
    expect(await namesOf()).toEqual([young, other, 'history', 'id.json']);
  });

  it('that were left half written beside the copies of days go with the next copy', async () => {
    await prepare(1);
    await writeFile(inFolder('history/id/.0123456789abcdef.tmp'), '');
    const workspace = openWorkspace();
    must(await workspace.open('id'));
    await workspace.settle();
    expect(await readdir(inFolder('history/id'))).toEqual(['2024-07-14.json']);
  });

  it('hold snapshot, journal and backup', async () => {
    await prepare(1);
    expect(await namesOf()).toEqual([
      'history',
      'id.backup.journal',
      'id.backup.json',
      'id.journal',
      'id.json',
    ]);
    expect(await readdir(inFolder('history/id'))).toEqual(['2024-07-14.json']);
    await expectWhole(4);
  });

  it('are folded when a comparison is left and when the app ends', async () => {
    await prepare(0);
    expect(await namesOf()).toContain('id.journal');
    const workspace = openWorkspace();
    must(await workspace.open('id'));
    await workspace.settle();
    expect(await namesOf()).not.toContain('id.journal');
    await expectWhole(2);
  });

  it('are folded when the journal is long', async () => {
    await prepare(0, 1_001);
    expect((await readFile(inFolder('id.journal'))).length).toBeLessThan(1_000);
    await expectWhole(1_001);
  });

  it('keep a copy for each day', async () => {
    const workspace = openWorkspace();
    must(await workspace.create({ title: 't0', left: article('l'), right: article('r') }));
    for (let day = 1; day <= 3; day++) {
      clock += 86_400;
      must(await workspace.commit('id', [retitle(`t${day}`)], day - 1));
      await workspace.library();
    }
    const days = await workspace.earlierDays('id');
    expect(days).toEqual(['2024-07-17', '2024-07-16', '2024-07-15', '2024-07-14']);
    expect(must(await workspace.openEarlier('id', '2024-07-15')).title).toBe('t1');
    expect((await workspace.openEarlier('id', '2020-01-01')).ok).toBe(false);
    expect(await workspace.earlierDays('other')).toEqual([]);
  });
});

const DAMAGES: readonly [string, (text: string) => string][] = [
  ['empty', () => ''],
  ['cut off', (text) => text.slice(0, -20)],
  ['full of NULs', (text) => '\0'.repeat(text.length)],
  ['other JSON', () => '{"a":1}'],
  ['null', () => 'null'],
  ['changed in one word', (text) => text.replace('left', 'lift')],
  ['without its seal', (text) => text.replace(/"sha256":"[0-9a-f]{64}",/, '')],
  ['another comparison', (text) => text.replace('"id":"id"', '"id":"di"')],
];

describe.each(DAMAGES)('a snapshot that is %s', (_name, damage) => {
  it.each(['history', 'backup'] as const)('is recovered whole without the %s', async (what) => {
    const revision = await prepare(2);
    await without(what);
    const damaged = damage(await readFile(inFolder('id.json'), 'utf8'));
    await writeFile(inFolder('id.json'), damaged);
    const workspace = openWorkspace();
    const { unreadable, recovered, entries } = await workspace.library();
    expect(unreadable).toEqual([]);
    expect(entries).toMatchObject([{ revision, title: `t${revision}` }]);
    expect(recovered).toEqual([
      {
        file: 'id.json',
        report: expect.stringMatching(
          /^id\.json .*“t6” was recovered as it was saved on .*\(revision 6\)\. Nothing is missing\. The files as they were are kept as id\.damaged-.*\.json and /,
        ),
      },
    ]);
    const aside = (await namesOf()).find((name) => /^id\.damaged-.*\.json$/.test(name)) ?? '';
    expect(await readFile(inFolder(aside), 'utf8')).toBe(damaged);
    expect(must(await workspace.commit('id', [retitle('t7')], 6))).toBe(7);
    await expectWhole(7);
    expect((await openWorkspace().library()).recovered).toEqual([]);
  });

  it('is named and left as it is when there is nothing to recover it from', async () => {
    await prepare(1);
    await without('either');
    const damaged = damage(await readFile(inFolder('id.json'), 'utf8'));
    await writeFile(inFolder('id.json'), damaged);
    const journal = await readFile(inFolder('id.journal'));
    const workspace = openWorkspace();
    expect(await workspace.library()).toMatchObject({
      entries: [],
      recovered: [],
      copies: [],
      unreadable: [{ file: 'id.json', problem: expect.stringMatching(/no backup.*left as it is/) }],
    });
    expect((await workspace.commit('id', [retitle('x')], 4)).ok).toBe(false);
    await workspace.settle();
    expect(await readFile(inFolder('id.json'), 'utf8')).toBe(damaged);
    expect(await readFile(inFolder('id.journal'))).toEqual(journal);
  });
});

describe('a damaged snapshot whose copies cannot be read just now', () => {
  it.each(['id.backup.journal', 'id.backup.json', '2024-07-14.json', 'history/id'])(
    'is not recovered without %s, which may hold more, but once it can be read',
    async (name) => {
      const revision = await prepare(2);
      // What is left has fewer changes than what cannot be read.
      if (!name.includes('backup')) await without('backup');
      else await without('history');
      await rm(inFolder('id.journal'));
      await writeFile(inFolder('id.json'), '');
      const before = await namesOf();
      const failing = async <T>(path: string, read: (path: string) => Promise<T>): Promise<T> => {
        if (path.endsWith(name)) throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
        return read(path);
      };
      const disk: Disk = {
        ...realDisk,
        readFile: (path) => failing(path, realDisk.readFile),
        readdir: (path) => failing(path, realDisk.readdir),
      };
      const { recovered, unreadable } = await openWorkspace(disk).library();
      expect(recovered).toEqual([]);
      expect(unreadable).toEqual([
        {
          file: 'id.json',
          problem: expect.stringMatching(/could not be read: EIO.*Until then all is left as it is/),
        },
      ]);
      expect(await namesOf()).toEqual(before);
      expect((await openWorkspace().library()).entries).toMatchObject([
        { revision: revision - 2, title: `t${revision - 2}` },
      ]);
    },
  );
});

describe('a file of a newer version', () => {
  it('is refused by name and left as it is, also when there is a backup', async () => {
    await prepare(1);
    const text = await readFile(inFolder('id.json'), 'utf8');
    const newer = text
      .replace(`"version":${VERSION}`, `"version":${VERSION + 1}`)
      .replace(/"sha256":"\w+",/, '');
    await writeFile(inFolder('id.json'), newer);
    const before = await namesOf();
    const workspace = openWorkspace();
    const { unreadable, recovered } = await workspace.library();
    expect(recovered).toEqual([]);
    expect(unreadable).toEqual([
      {
        file: 'id.json',
        problem: expect.stringMatching(
          new RegExp(`newer Diptych \\(version ${VERSION + 1} .*Update`),
        ),
      },
    ]);
    expect((await workspace.commit('id', [retitle('x')], 4)).ok).toBe(false);
    await workspace.settle();
    expect(await readFile(inFolder('id.json'), 'utf8')).toBe(newer);
    expect(await namesOf()).toEqual(before);
  });
});

describe('a file of version 1', () => {
  it('is kept, too, when it is brought to this version because its journal does not fit', async () => {
    await prepare(1);
    await without('either');
    const text = await readFile(inFolder('id.json'), 'utf8');
    const old = text.replace(/"sha256":"\w+",/, '').replace(`"version":${VERSION}`, '"version":1');
    await writeFile(inFolder('id.json'), old);
    expect((await openWorkspace().library()).recovered).toHaveLength(1);
    expect(await readFile(inFolder('id.json'), 'utf8')).toContain(`"version":${VERSION}`);
    expect(await readFile(inFolder('id.version-1.json'), 'utf8')).toBe(old);
  });

  it('opens, is brought to this version by the first edit, and is kept', async () => {
    await prepare(0, 0);
    const text = await readFile(inFolder('id.json'), 'utf8');
    const old = text.replace(/"sha256":"\w+",/, '').replace(`"version":${VERSION}`, '"version":1');
    await writeFile(inFolder('id.json'), old);
    await without('either');
    await expectWhole(0);
    expect(await readFile(inFolder('id.json'), 'utf8')).toBe(old);
    const workspace = openWorkspace();
    for (let revision = 0; revision < 3; revision++)
      must(await workspace.commit('id', [retitle(`t${revision + 1}`)], revision));
    await expectWhole(3);
    expect(await readFile(inFolder('id.version-1.json'), 'utf8')).toBe(old);
    expect(await readFile(inFolder('id.json'), 'utf8')).toContain(`"version":${VERSION}`);
  });
});

describe('a journal', () => {
  it('with an unfinished last line loses that line in silence, and goes on', async () => {
    const revision = await prepare(1);
    const journal = await readFile(inFolder('id.journal'));
    await writeFile(inFolder('id.journal'), Buffer.concat([journal, journal.subarray(0, 40)]));
    await expectWhole(revision);
    const workspace = openWorkspace();
    must(await workspace.commit('id', [retitle('t5')], revision));
    await expectWhole(5);
    expect((await workspace.library()).recovered).toEqual([]);
  });

  it('damaged within gives what stands before, in words, and is kept aside', async () => {
    await prepare(1, 3);
    const text = await readFile(inFolder('id.journal'), 'utf8');
    const damaged = text.replace('"t5"', '"T5"');
    await writeFile(inFolder('id.journal'), damaged);
    const { recovered, entries } = await openWorkspace().library();
    expect(entries).toMatchObject([{ title: 't4', revision: 4 }]);
    expect(recovered).toEqual([
      {
        file: 'id.json',
        report: expect.stringMatching(
          /^id\.journal.*damaged\. .*\(revision 4\)\. 2 changes after that could not be recovered\. The file as it was is kept as id\.damaged-.*\.journal\.$/,
        ),
      },
    ]);
    const aside = (await namesOf()).find((name) => /^id\.damaged-.*\.journal$/.test(name)) ?? '';
    expect(await readFile(inFolder(aside), 'utf8')).toBe(damaged);
    await expectWhole(4);
  });

  it('of another snapshot is not applied', async () => {
    await prepare(0, 0);
    const old = await readFile(inFolder('id.json'));
    await rm(join(folder, 'comparisons'), { recursive: true });
    await prepare(1);
    await writeFile(inFolder('id.json'), old);
    const { recovered, entries } = await openWorkspace().library();
    expect(entries).toMatchObject([{ title: 't0', revision: 0 }]);
    expect(recovered[0]?.report).toMatch(/replaced from outside, so 2 changes/);
  });

  it('that is already in the snapshot is passed over: the app ended between the two', async () => {
    await prepare(0);
    const journal = await readFile(inFolder('id.journal'));
    const workspace = openWorkspace();
    must(await workspace.open('id'));
    await workspace.settle();
    await writeFile(inFolder('id.journal'), journal);
    await expectWhole(2);
    const other = openWorkspace();
    must(await other.commit('id', [retitle('t3')], 2));
    await expectWhole(3);
    expect((await other.library()).recovered).toEqual([]);
  });
});

describe('any file changed anywhere', () => {
  it('never gives a wrong document: all of it, or less of it and why', async () => {
    const names = ['id.json', 'id.journal', 'id.backup.json', 'id.backup.journal'];
    const change = fc.record({
      name: fc.constantFrom(...names),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      how: fc.constantFrom('flip', 'cut', 'zero', 'insert'),
      bit: fc.integer({ min: 0, max: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
        await rm(folder, { recursive: true });
        const revision = await prepare(2);
        for (const { name, at, how, bit } of changes) {
          const bytes = await readFile(inFolder(name));
          const place = Math.floor(at * bytes.length);
          const start = bytes.subarray(0, place);
          if (how === 'flip') bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
          if (how === 'zero') bytes.fill(0, place);
          const insert = Buffer.concat([start, Buffer.from('x'), bytes.subarray(place)]);
          await writeFile(
            inFolder(name),
            how === 'cut' ? start : how === 'insert' ? insert : bytes,
          );
        }
        const { entries, unreadable, recovered } = await openWorkspace().library();
        expect(entries.length + unreadable.length).toBe(1);
        for (const entry of entries) {
          expect(entry.title).toBe(`t${entry.revision}`);
          const { comparison } = must(await openWorkspace().open('id'));
          expect([comparison.left.text, comparison.right.text]).toEqual(['left', 'right']);
          // A journal that was cut, or whose last byte changed, looks like one whose last line was never finished.
          const cut = changes.some(
            ({ name, how, at }) =>
              name === 'id.journal' && (how === 'cut' || how === 'zero' || at > 0.99),
          );
          if (entry.revision < revision) expect(recovered.length > 0 || cut).toBe(true);
        }
      }),
      { numRuns: Number(process.env['DIPTYCH_MUTATIONS'] ?? 100) },
    );
  }, 300_000);
});
