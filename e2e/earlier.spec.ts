import { copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expectNoFindings } from './axe';
import { expect, test } from './fixtures';
import { onlyFile } from './workspace-folder';

const CLOSED = 'closed the harbour bridge to all traffic on Friday';
const LATER = 'The closure will last at least eleven weeks';
const OTHER = 'eleven weeks or more';
const NEW = 'Walkers and cyclists';
const DAY = '2026-01-31';

test('an earlier day is looked at, gone back to, undone, and kept as a copy', async ({
  launch,
  folder,
}) => {
  const first = await launch('--sample');
  await first.workspace.tag('left', CLOSED, 'claim');
  await first.workspace.link(LATER, OTHER);
  await first.workspace.expectSaved();
  await first.quit();
  // What Diptych keeps at the first change of another day.
  const snapshot = await onlyFile(folder);
  const history = join(dirname(snapshot), 'history', basename(snapshot, '.json'));
  await mkdir(history, { recursive: true });
  await copyFile(snapshot, join(history, `${DAY}.json`));

  const second = await launch();
  const { page, workspace } = second;
  await workspace.click('left', CLOSED);
  await page.keyboard.press('Delete');
  await workspace.click('left', LATER);
  await page.keyboard.press('q');
  await workspace.tag('right', NEW, 'claim');
  await workspace.expectSaved();

  await second.chooseMenu('earlierVersions');
  const dialog = page.getByRole('dialog', { name: 'Earlier versions' });
  await expect(dialog.getByRole('radio', { name: '31 January 2026' })).toBeChecked();
  await expect(dialog).toContainText('3 claims, 0 quotes, 1 link.');
  await expect(dialog).toContainText('Coming back: 1 annotation');
  await expect(dialog).toContainText('Going away: 1 annotation');
  await expect(dialog).toContainText('Changing to: 1 annotation');
  await expectNoFindings(page, 'earlier versions');
  await dialog.getByRole('button', { name: 'Go back to it' }).press('Enter');
  await expect(workspace.annotations).toHaveCount(3);
  await expect(workspace.annotation(CLOSED)).toHaveCount(1);
  await expect(workspace.annotation(LATER)).toHaveAccessibleName(/^Claim, .* linked to/);
  await workspace.expectSaved();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.annotation(CLOSED)).toHaveCount(0);
  await expect(workspace.annotation(LATER)).toHaveAccessibleName(/^Quote/);

  await second.chooseMenu('earlierVersions');
  await dialog.getByRole('button', { name: 'Open as a copy' }).click();
  await expect(page).toHaveTitle(/\(2026-01-31\)/);
  await expect(workspace.annotation(CLOSED)).toHaveCount(1);
});

test('the copy of today shows that nothing is different yet, and cannot be gone back to', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page } = diptych;
  await diptych.chooseMenu('earlierVersions');
  const dialog = page.getByRole('dialog', { name: 'Earlier versions' });
  await expect(dialog.getByRole('radio', { name: '(today so far)' })).toBeChecked();
  await expect(dialog).toContainText('Nothing is different now.');
  await expect(dialog.getByRole('button', { name: 'Go back to it' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
