import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const bar = (page: Page) => page.getByRole('search', { name: 'Find' });
const field = (page: Page) => page.getByRole('textbox', { name: 'Find in the articles' });

test('finding by keyboard: type, go on, go back, and read on at the match', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  await page.keyboard.press('ControlOrMeta+f');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('bridge');
  await expect(bar(page)).toContainText(/1 of \d+ · left \d+, right \d+/);
  const [, left = '', right = ''] =
    /left (\d+), right (\d+)/.exec((await bar(page).textContent()) ?? '') ?? [];
  const all = Number(left) + Number(right);
  await expect.poll(async () => (await workspace.painted('found')).length).toBeGreaterThan(1);
  await expect
    .poll(() => workspace.painted('found-current'))
    .toEqual([expect.stringMatching(/^bridge$/i)]);
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText(`2 of ${all}`);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(bar(page)).toContainText(`${all} of ${all}`);
  await page.keyboard.press('F3');
  await expect(bar(page)).toContainText(`1 of ${all}`);
  await page.keyboard.press('ControlOrMeta+Shift+g');
  await expect(bar(page)).toContainText(`${all} of ${all}`);

  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(workspace.article('right')).toBeFocused();
  await expect.poll(() => workspace.painted('found')).toEqual([]);
  expect(await workspace.painted('span')).toEqual([expect.stringMatching(/^bridge$/i)]);
  await page.keyboard.press('s');
  expect((await workspace.painted('span'))[0]).toMatch(/bridge.+/i);
  await page.keyboard.press('c');
  await expect(workspace.annotations).toHaveCount(1);

  await page.keyboard.press('F3');
  await expect(workspace.article('left')).toBeFocused();
  expect(await workspace.painted('span')).toEqual([expect.stringMatching(/^bridge$/i)]);
});

test('a selection is what is looked for; case, whole words and one article narrow it', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  await workspace.select('left', 'closure');
  await page.keyboard.press('ControlOrMeta+f');
  await expect(field(page)).toHaveValue('closure');
  expect(await workspace.painted('span')).toEqual(['closure']);

  await page.keyboard.type("“you don't");
  await expect(bar(page)).toContainText('1 of 1 · left 0, right 1');
  await expect
    .poll(() => workspace.painted('found-current'))
    .toEqual([expect.stringMatching(/^“You don’t$/)]);
  await page.getByRole('button', { name: 'Match case' }).press('Enter');
  await expect(bar(page)).toContainText('Nothing found');
  await page.getByRole('button', { name: 'Match case' }).press('Enter');
  await page.getByRole('combobox', { name: 'Where to look' }).selectOption('Left article');
  await expect(bar(page)).toContainText('Nothing found');
  await page.getByRole('combobox', { name: 'Where to look' }).selectOption('Both articles');

  await field(page).fill('survey');
  await expect(bar(page)).toContainText(/\d of 2/);
  await page.getByRole('button', { name: 'Whole words' }).press('Enter');
  await expect(bar(page)).toContainText('Nothing found');
  await page.keyboard.press('Escape');
  await expect(workspace.article('left')).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the bar, ${colorScheme}`, async ({ launch }) => {
    const { page, workspace } = await launch('--sample');
    await page.emulateMedia({ colorScheme });
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('bridge');
    await page.getByRole('button', { name: 'Match case' }).press('Enter');
    for (const query of ['bridge', 'no such words']) {
      await field(page).fill(query);
      await expect(workspace.article('left')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
