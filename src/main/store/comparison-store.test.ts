import { mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DRAFT, openWorkspace, retitle } from './testing/scenario';

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
