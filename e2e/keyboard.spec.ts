import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures';

test('the whole job by keyboard: open, select, tag, link, correct, undo, export', async ({
  launch,
  folder,
}) => {
  const diptych = await launch();
  const { page, workspace } = diptych;
  await expect(page.getByRole('button', { name: 'New comparison' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(workspace.article('left')).toBeVisible();

  await expect(workspace.article('left')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  expect((await workspace.painted('span'))[0]).toMatch(
    /^The city closed the harbour bridge.*in a week\.$/,
  );
  await page.keyboard.press('c');
  await expect(workspace.annotations).toHaveCount(1);

  await page.keyboard.press('F6');
  await expect(workspace.article('right')).toBeFocused();
  for (let sentence = 0; sentence < 2; sentence++) await page.keyboard.press('ArrowDown');
  for (let word = 0; word < 5; word++) await page.keyboard.press('Shift+ArrowRight');
  expect(await workspace.painted('span')).toEqual(['All traffic has been barred']);
  await page.keyboard.press('l');
  await expect(workspace.annotations).toHaveCount(2);
  await expect(workspace.annotations.first()).toHaveAccessibleName(
    /linked to “All traffic has been barred”/,
  );

  await page.keyboard.press('Enter');
  expect((await workspace.painted('picked')).join()).toContain('The city closed');
  await page.keyboard.press('w');
  await page.keyboard.type('inspectors');
  await page.keyboard.press('Enter');
  await expect(workspace.article('left')).toBeFocused();
  await expect(workspace.annotations.first()).toContainText('inspectors');
  await page.keyboard.press('m');
  await page.keyboard.type('check the date');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('q');
  await expect(workspace.annotations.first()).toHaveAccessibleName(/^Quote/);
  await page.keyboard.press('n');
  expect(await workspace.painted('picked')).toContain('All traffic has been barred');
  await page.keyboard.press('p');
  await page.keyboard.press('u');
  await expect(workspace.ribbons).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.ribbons).toHaveCount(1);
  await page.keyboard.press('Delete');
  await expect(workspace.annotations).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.annotations).toHaveCount(2);
  await workspace.expectSaved();

  const path = join(folder, 'out.diptych.json');
  await diptych.answerDialogs([path]);
  await workspace.exportJson();
  await expect(page.getByText('Exported to out.diptych.json.')).toBeVisible();
  expect(await readFile(path, 'utf8')).toContain('check the date');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('F6 leads on from a separator, and deleting leaves the focus in the article', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  await workspace.article('left').focus();
  await page.getByRole('separator', { name: 'Width of the articles' }).focus();
  await page.keyboard.press('F6');
  await expect(page.getByRole('separator', { name: 'Width of the articles' })).not.toBeFocused();
  await workspace.tag('left', 'closed the harbour bridge', 'claim');
  await workspace.card.getByRole('button', { name: 'Delete annotation' }).click();
  await expect(workspace.article('left')).toBeFocused();
});
