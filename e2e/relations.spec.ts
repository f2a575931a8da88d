import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures';

const LEFT = 'The closure will last at least eleven weeks';
const RIGHT = 'the bridge to stay shut for eleven weeks or more';

test('a link takes a relation of one’s own and a note, by keyboard, and keeps them', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await workspace.link(LEFT, RIGHT);
  const link = workspace.card.getByRole('region', { name: 'Link' });
  await expect(link).toContainText('Duplicate · reworded');
  await expect(workspace.ribbons).toHaveAttribute('data-relation', 'duplicate');

  await page.keyboard.press('k');
  await expect(link.getByRole('combobox', { name: 'Relation' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('corrects');
  await page.keyboard.press('Enter');
  await expect(link).toContainText('Corrects · reworded');
  await expect(link.getByRole('combobox', { name: 'Relation' })).toBeFocused();
  await expect(link.getByRole('combobox', { name: 'Relation' })).toHaveValue('corrects');
  await expect(workspace.ribbons).toHaveAttribute('data-relation', 'corrects');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The wire says how long');
  await page.keyboard.press('Escape');
  await expect
    .poll(() => diptych.menuItem('undo'))
    .toMatchObject({ label: 'Undo Change Link’s Note' });
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(link).toContainText('Duplicate · reworded');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(link.getByLabel('Note')).toHaveValue('The wire says how long');
  await workspace.expectSaved();

  const path = join(folder, 'out.diptych.json');
  await diptych.answerDialogs([path]);
  await workspace.exportJson();
  await expect(page.getByText('Exported to out.diptych.json.')).toBeVisible();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    links: [{ relation: 'corrects', note: 'The wire says how long' }],
  });

  await diptych.quit();
  const again = await launch();
  await expect(again.workspace.ribbons).toHaveAttribute('data-relation', 'corrects');
  await again.chooseMenu('tags');
  await expect(again.page.getByLabel('Name of the relation')).toHaveValue('corrects');
  await again.page.getByLabel('Name of the relation').fill('sets right');
  await again.page.keyboard.press('Enter');
  await expect(again.workspace.ribbons).toHaveAttribute('data-relation', 'sets right');
});

test('naming a relation that is there already chooses it, and Escape names none', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  await workspace.link(LEFT, RIGHT);
  const link = workspace.card.getByRole('region', { name: 'Link' });
  for (const word of ['omits', 'Duplicate', 'OMITS']) {
    await page.keyboard.press('k');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type(word);
    await page.keyboard.press('Enter');
    await expect(link.getByRole('combobox', { name: 'Relation' })).toBeFocused();
    await expect(link.getByRole('combobox', { name: 'Relation' })).toHaveValue(word.toLowerCase());
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('k');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(link.getByRole('textbox', { name: 'Relation' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(link.getByRole('combobox', { name: 'Relation' })).toBeFocused();
  await expect(link.getByRole('combobox', { name: 'Relation' }).locator('option')).toHaveText([
    'Duplicate',
    'Omits',
  ]);
});
