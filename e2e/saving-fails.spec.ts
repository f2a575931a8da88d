import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDiptychJson } from '../src/core/exchange/diptych-json';
import { expectNoFindings } from './axe';
import { expect, test } from './fixtures';
import { keepFromAnswering, keepFromSaving, onlyFile } from './workspace-folder';

const CLOSED = 'closed the harbour bridge to all traffic on Friday';
const BLAMED = 'blamed the storms';

/** What the spans of a written copy cover. */
function exactsIn(path: string): string[] {
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const read = readDiptychJson(readFileSync(path, 'utf8'), sha256);
  if (!read.ok) throw new Error(read.problem);
  return read.value.annotations.map(({ exact }) => exact);
}

test('while saving fails, a copy with everything shown can be saved elsewhere, and saving resumes by itself', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  const offer = page.getByRole('button', { name: 'Save a Copy…' });
  await workspace.tag('left', CLOSED, 'claim');
  await workspace.expectSaved();
  await expect(offer).toHaveCount(0);
  const putBack = await keepFromSaving(folder);
  await workspace.tag('right', BLAMED, 'claim');
  await expect(workspace.status).toContainText(
    'Not saved: a file stands where the workspace folder was. Put the folder back',
  );
  await expectNoFindings(page, 'saving fails');

  const path = join(folder, 'copy.diptych.json');
  await diptych.answerDialogs([path]);
  await offer.press('Enter');
  await expect(page.getByText('Everything shown here is in copy.diptych.json now.')).toBeVisible();
  expect(exactsIn(path)).toEqual([CLOSED, BLAMED]);

  await diptych.answerDialogs([join(folder, 'missing', '\0')]);
  await diptych.chooseMenu('saveCopy');
  await expect(page.getByRole('alert')).toContainText('could not be written');
  await putBack();
  await workspace.expectSaved();
  await expect(offer).toHaveCount(0);
  await diptych.quit();
  const { workspace: again } = await launch();
  await expect(again.annotations).toHaveCount(2);
});

test('a window that cannot save offers a copy before it closes', async ({ launch, folder }) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await workspace.expectSaved();
  await keepFromSaving(folder);
  await workspace.tag('left', CLOSED, 'claim');
  await expect(workspace.status).toContainText('Not saved');

  // Cancelled, it asks again.
  await diptych.answerDialogs(null);
  const asked = await diptych.answerQuestions('Save a Copy…', 'Wait');
  await diptych.closeWindow();
  await expect.poll(async () => (await asked()).length).toBe(2);
  await workspace.tag('right', BLAMED, 'claim');

  const path = join(folder, 'copy.diptych.json');
  await diptych.answerDialogs([path]);
  await diptych.answerQuestions('Save a Copy…');
  const closed = page.waitForEvent('close');
  await diptych.closeWindow();
  await closed;
  expect(exactsIn(path)).toEqual([CLOSED, BLAMED]);
});

test('the app ends although the workspace’s folder does not answer', async ({ launch, folder }) => {
  test.skip(process.platform === 'win32', 'Only files there keep a reader waiting.');
  const diptych = await launch('--sample');
  await diptych.workspace.tag('left', CLOSED, 'claim');
  await diptych.workspace.expectSaved();
  const journal = (await onlyFile(folder)).replace(/json$/, 'journal');
  const line = await readFile(journal);
  await rm(journal);
  const letGo = keepFromAnswering(journal);
  await diptych.quit();
  letGo();
  await writeFile(journal, line);
  const next = await launch();
  await expect(next.workspace.annotations).toHaveCount(1);
});

test.describe('on a disk of its own', () => {
  // Linux mounts a disk in memory for its administrator.
  const mounts = process.platform === 'linux' && process.getuid?.() === 0;
  test.skip(!mounts, 'Only root on Linux can mount a small disk to fill.');

  test('a full disk is named, nothing is lost, and saving resumes once there is room', async ({
    launch,
    folder,
  }) => {
    const disk = join(folder, 'workspace');
    await mkdir(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk]);
    try {
      const diptych = await launch('--sample');
      const { workspace } = diptych;
      await workspace.expectSaved();
      const filler = join(disk, 'filler');
      await writeFile(filler, Buffer.alloc(1_000_000)).catch(() => undefined);
      await workspace.tag('left', CLOSED, 'claim');
      await expect(workspace.status).toContainText('Not saved: the disk is full. Make room', {
        timeout: 2_000,
      });
      await workspace.tag('right', BLAMED, 'claim');
      await rm(filler);
      await workspace.expectSaved();
      await diptych.kill();
      const next = await launch('--sample');
      await expect(next.workspace.annotations).toHaveCount(2);
      await next.quit();
    } finally {
      execFileSync('umount', ['--lazy', disk]);
    }
  });
});
