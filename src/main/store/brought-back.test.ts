import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/model/settings';
import type { Result } from '../../core/result';
import { realDisk, type Disk } from './disk';
import { DRAFT, openWorkspace, retitle } from './testing/scenario';
import type { Workspace } from './workspace';

let folder: string;
let isFailing: boolean;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-drive-'));
  isFailing = false;
});
afterEach(() => rm(folder, { recursive: true }));

async function unlessFailing<T>(call: () => Promise<T>): Promise<T> {
  if (isFailing) throw Object.assign(new Error('the drive is being removed'), { code: 'EIO' });
  return call();
}

/** A drive that keeps what it is given and yet fails, as one that is being removed. */
const drive: Disk = {
  ...realDisk,
  async open(path, to) {
    const file = await realDisk.open(path, to);
    return {
      ...file,
      datasync: () => unlessFailing(file.datasync),
      // Of whole files, the name is synced last.
      sync: () => (to === 'read' ? unlessFailing(file.sync) : file.sync()),
      truncate: (size) => unlessFailing(() => file.truncate(size)),
    };
  },
};

function must<T>(result: Result<T>): T {
  return result.ok ? result.value : expect.fail(result.problem);
}

async function edit(workspace: Workspace, id: string, title: string): Promise<void> {
  const { revision } = must(await workspace.open(id));
  must(await workspace.commit(id, [retitle(title)], revision));
}

describe.each([0, 1])(
  'a drive that is removed in the middle of an edit after %i others',
  (before) => {
    it.each([{ folded: true }, { folded: false }])(
      'and edited on another computer loses neither’s (folded there: $folded)',
      async ({ folded }) => {
        const workspace = openWorkspace(folder, drive);
        const { id } = must(await workspace.create(DRAFT)).comparison;
        for (let time = 0; time < before; time++) await edit(workspace, id, `before ${time}`);
        isFailing = true;
        const failed = await workspace.commit(id, [retitle('here')], before);
        expect(failed).toMatchObject({ ok: false, unwritten: true });
        isFailing = false;

        const there = openWorkspace(folder);
        await edit(there, id, 'there');
        if (folded) await there.settle();
        // It is brought back, and the edit is tried again.
        const again = await workspace.commit(id, [retitle('here')], before);
        expect(again).toEqual({ ok: false, problem: expect.stringContaining('another program') });
        expect(must(await openWorkspace(folder).open(id)).comparison.title).toBe('there');
      },
    );

    it('and brought back as it was saves the edit, once', async () => {
      const workspace = openWorkspace(folder, drive);
      const { id } = must(await workspace.create(DRAFT)).comparison;
      for (let time = 0; time < before; time++) await edit(workspace, id, `before ${time}`);
      isFailing = true;
      for (let time = 0; time < 3; time++)
        expect((await workspace.commit(id, [retitle('here')], before)).ok).toBe(false);
      isFailing = false;
      expect(await workspace.commit(id, [retitle('here')], before)).toEqual({
        ok: true,
        value: before + 1,
      });
      expect(must(await openWorkspace(folder).open(id))).toMatchObject({
        revision: before + 1,
        comparison: { title: 'here' },
      });
    });
  },
);

it('does not write a whole file that failed over what was done elsewhere since', async () => {
  const workspace = openWorkspace(folder, drive);
  const { id } = must(await workspace.create(DRAFT)).comparison;
  isFailing = true;
  expect((await workspace.setDeleted(id, true)).ok).toBe(false);
  isFailing = false;
  const there = openWorkspace(folder);
  must(await there.setDeleted(id, false));
  await edit(there, id, 'there');
  await there.settle();
  expect((await workspace.setDeleted(id, true)).ok).toBe(false);
  expect(must(await openWorkspace(folder).open(id)).comparison.title).toBe('there');
});

it('leaves the place of a drive free that is gone, whatever is asked for meanwhile', async () => {
  const place = join(folder, 'place');
  await mkdir(place);
  const workspace = openWorkspace(join(place, 'workspace'));
  const { id } = must(await workspace.create(DRAFT)).comparison;
  await rename(join(place, 'workspace'), join(folder, 'away'));
  expect((await workspace.library()).unreadable).toEqual([
    expect.objectContaining({ problem: expect.stringContaining('Check that it is there') }),
  ]);
  expect((await workspace.create(DRAFT)).ok).toBe(false);
  await expect(workspace.settings.write(DEFAULT_SETTINGS)).rejects.toThrow('ENOENT');
  await workspace.settle().catch(() => undefined);
  expect(await workspace.commit(id, [retitle('here')], 0)).toMatchObject({ unwritten: true });
  expect(await readdir(place)).toEqual([]);

  await rename(join(folder, 'away'), join(place, 'workspace'));
  expect(await workspace.commit(id, [retitle('here')], 0)).toEqual({ ok: true, value: 1 });
  expect((await workspace.library()).entries).toMatchObject([{ title: 'here' }]);
});
