import { AxeBuilder } from '@axe-core/playwright';
import { spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, ROOT, test } from './fixtures';

const COUNT = 400;
const SAMPLE = 'Harbour bridge closure';

/** Fills a workspace: “Case 000” and so on, the even ones about a bridge, one of them about a tunnel in its right text. */
async function fill(folder: string): Promise<void> {
  const rows = Array.from({ length: COUNT }, (_, each) => ({
    title: `Case ${String(each).padStart(3, '0')}`,
    left_text: `${each % 2 === 0 ? 'The old bridge is shut.' : 'A ferry runs.'} ${each}`,
    right_text: `${each === 77 ? 'Nobody had asked the Tunnel’s owner about it.' : 'All is well.'} ${each}`,
  }));
  const table = join(folder, 'pairs.jsonl');
  await writeFile(table, rows.map((row) => JSON.stringify(row)).join('\n'));
  const program = join(ROOT, 'out', 'cli', 'index.js');
  const args = [program, 'import', table, '--workspace', join(folder, 'workspace')];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

test('a library of some hundred is walked by keyboard', async ({ launch, folder }) => {
  await fill(folder);
  const { page, library, workspace } = await launch();
  await expect(library.list).toHaveAttribute('aria-rowcount', String(COUNT));
  expect(await library.list.getByRole('row').count()).toBeLessThan(60);
  await page.getByLabel('Sort by').focus();
  await page.getByLabel('Sort by').selectOption('Title');
  await page.keyboard.press('F6');
  await expect(library.entry('Case 000')).toBeFocused();
  await expect(library.entry('Case 000')).toHaveAttribute('aria-rowindex', '1');
  await page.keyboard.press('End');
  await expect(library.entry('Case 399')).toBeFocused();
  await expect(library.entry('Case 399')).toHaveAttribute('aria-rowindex', String(COUNT));
  await page.keyboard.press('ArrowUp');
  await expect(library.entry('Case 398')).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(library.entry('Case 398')).not.toBeFocused();
  await page.keyboard.press('Home');
  await expect(library.entry('Case 000')).toBeFocused();
  await page.keyboard.type('case 129');
  await expect(library.entry('Case 129')).toBeFocused();

  // The row stays the current one through its menu, its title's field and a visit elsewhere.
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Actions for Case 129' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(library.entry('Case 129')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('Case of the bridge');
  await page.keyboard.press('Enter');
  await expect(library.entry('Case of the bridge')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(library.search).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(library.entry('Case of the bridge')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(workspace.article('left')).toContainText('ferry');
});

test('the search finds titles at once and texts with their place', async ({ launch, folder }) => {
  await fill(folder);
  await rm(join(folder, 'workspace', 'texts.index'));
  const { page, library, workspace } = await launch('--sample');
  await page.keyboard.press('ControlOrMeta+l');
  await library.search.fill('TUNNEL’S owner');
  await expect(library.list.getByRole('row')).toHaveCount(1);
  await expect(library.entry('Case 077')).toContainText(
    'Right Nobody had asked the Tunnel’s owner about it. 77',
  );
  await expect(library.entry('Case 077').locator('mark')).toHaveText('Tunnel’s owner');
  await expect(page.getByText('1 of 401 comparisons')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations).toEqual([]);

  await library.search.fill('bridge');
  await expect(page.getByText('201 of 401 comparisons')).toBeVisible();
  await expect(library.entry(SAMPLE).locator('mark')).toHaveText(/bridge/i);
  // What is deleted, brought back and made is found or not at once.
  await library.act('Case 398', 'Delete');
  await expect(page.getByText('200 of 400 comparisons')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('201 of 401 comparisons')).toBeVisible();
  await library.act('Case 398', 'Duplicate');
  await expect(page.getByText('202 of 402 comparisons')).toBeVisible();
  await library.search.fill('nothing like it');
  await expect(page.getByText('No comparison matches “nothing like it”.')).toBeVisible();

  await library.search.fill('case 077');
  await page.keyboard.press('Tab');
  await page.keyboard.press('F6');
  await expect(library.entry('Case 077')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(workspace.article('right')).toContainText('Tunnel’s owner');
});
