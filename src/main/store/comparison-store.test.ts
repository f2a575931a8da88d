import { mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DRAFT, openWorkspace, retitle } from './testing/scenario';
import { Workspace } from './workspace';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-store-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a workspace folder that is gone', () => {
  it('is not made anew: what is done then is refused, and its place stays free', async () => {
    const workspace = openWorkspace(folder);
    const made = await workspace.create(DRAFT);
    if (!made.ok) expect.fail(made.problem);
    const { id } = made.value.comparison;
    await workspace.library();
    const away = `${folder}-away`;
    await rename(folder, away);
    expect((await workspace.library()).unreadable).toMatchObject([{ file: folder }]);
    const gone = expect.stringContaining('the workspace folder is gone. Connect its drive');
    expect(await workspace.commit(id, [retitle('t')], 0)).toMatchObject({ problem: gone });
    expect(await workspace.create(DRAFT)).toMatchObject({ problem: gone });
    await workspace.settle().catch(() => undefined);
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
    await rename(away, folder);
    expect(await workspace.commit(id, [retitle('t')], 0)).toMatchObject({ ok: true });
  });
});

describe('a name without a file', () => {
  it.skipIf(process.platform === 'win32')(
    'keeps no other comparison from the library',
    async () => {
      const made = await openWorkspace(folder).create(DRAFT);
      if (!made.ok) expect.fail(made.problem);
      await symlink('nowhere', join(folder, 'comparisons', 'dangling.json'));
      expect((await openWorkspace(folder).library()).entries).toHaveLength(1);
    },
  );
});

describe('a comparison made where files of a removed one are', () => {
  it('has nothing of it, not even when its file is damaged', async () => {
    let day = 1;
    const open = () =>
      new Workspace(folder, {
        now: () => new Date(Date.UTC(2024, 6, day)).toISOString(),
        newId: () => 'again',
      });
    const before = open();
    expect(await before.create(DRAFT)).toMatchObject({ ok: true });
    for (const revision of [0, 1, 2]) await before.commit('again', [retitle('old')], revision);
    await before.settle();
    const file = join(folder, 'comparisons', 'again.json');
    await rm(file);
    day = 2;
    const after = open();
    expect(await after.create(DRAFT)).toMatchObject({ ok: true });
    expect(await after.commit('again', [retitle('new')], 0)).toMatchObject({ ok: true });
    expect(await after.earlierDays('again')).toEqual(['2024-07-02']);
    await writeFile(file, '');
    expect(await open().open('again')).toMatchObject({
      value: { comparison: { title: 'new' }, revision: 1 },
    });
    expect(await readdir(join(folder, 'comparisons', 'history'))).toHaveLength(2);
  });
});
