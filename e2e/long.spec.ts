import type { Locator } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeComparison } from '../bench/lib/reader-data';
import { writeDiptychJson } from '../src/core/exchange/diptych-json';
import { expect, test } from './fixtures';

test('of a thousand annotations those near what can be seen are painted and listed, and all can be walked', async ({
  launch,
  folder,
}) => {
  const comparison = makeComparison({ length: 100_000, annotations: 1_000, links: 200 });
  const file = join(folder, 'long.diptych.json');
  await writeFile(file, writeDiptychJson(comparison));
  const diptych = await launch();
  await diptych.answerDialogs([file]);
  await diptych.chooseMenu('importComparison');
  const { page, workspace } = diptych;
  await expect(page.locator('footer')).toContainText('200 links');

  const tagged = comparison.annotations.filter(
    ({ tag, side }) => tag === 'claim' && side === 'left',
  );
  await expect.poll(async () => (await workspace.painted('claim')).length).toBeGreaterThan(0);
  expect((await workspace.painted('claim')).length).toBeLessThan(tagged.length / 2);
  const before = await workspace.painted('claim');

  expect(await workspace.annotations.count()).toBeLessThan(100);
  const first = workspace.annotations.first();
  await expect(first).toHaveAttribute('aria-setsize', '1000');
  await first.getByRole('button').focus();
  for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowDown');
  // On the page, paragraphs have no line ends.
  const textOf = (at: number) => comparison.annotations.at(at)?.exact.replaceAll('\n', '') ?? '';
  const twentieth = textOf(20);
  await expect(page.locator('[data-annotation]:focus')).toContainText(twentieth.slice(0, 20));
  expect(await workspace.painted('picked')).toEqual([twentieth]);

  // From the first one back to the last one of all, at the end of the other article.
  for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('p');
  await expect(page.locator('[data-annotation][aria-current="true"]')).toBeInViewport();
  expect(await workspace.painted('picked')).toContain(textOf(-1));
  await expect.poll(() => workspace.painted('claim')).not.toEqual(before);
  // What is registered must be styled, too: in the paragraphs in view, and in no others.
  const last = workspace.article('right').locator('[data-start]').last();
  const start = workspace.article('right').locator('[data-start]').first();
  const washOf = (paragraph: Locator) =>
    paragraph.evaluate((each) => getComputedStyle(each, '::highlight(picked)').backgroundColor);
  await expect(last).toBeInViewport();
  expect(await washOf(last)).not.toBe(await washOf(start));
  await expect(last).toHaveAttribute('data-near');
  await expect(start).not.toHaveAttribute('data-near');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('tab', { name: 'Annotations' })).toContainText('999');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: 'Annotations' })).toContainText('1000');
});

test('a long article opens where it was left, while what is far off is still to be laid out', async ({
  launch,
  folder,
}) => {
  const comparison = makeComparison({ length: 500_000, annotations: 100, links: 20 });
  const file = join(folder, 'longer.diptych.json');
  await writeFile(file, writeDiptychJson(comparison));
  const diptych = await launch();
  await diptych.answerDialogs([file]);
  await diptych.chooseMenu('importComparison');
  const { page, workspace, library } = diptych;
  await expect(workspace.article('right')).toBeVisible();
  const later = page.locator('[data-later]');
  // A jump over what is not laid out yet arrives all the same.
  await page.keyboard.press('p');
  const picked = comparison.annotations.at(-1)?.exact.replaceAll('\n', '') ?? '';
  await expect.poll(() => workspace.painted('picked')).toEqual([picked]);
  await expect(
    page.locator('[data-start]', { hasText: picked.slice(0, 40) }).last(),
  ).toBeInViewport();

  const top = async () =>
    workspace.article('right').evaluate((pane) => {
      const { left, top: edge, width } = pane.getBoundingClientRect();
      return document.caretPositionFromPoint(left + width / 2, edge + 30)?.offsetNode.textContent;
    });
  await expect.poll(top).not.toBe(comparison.right.text.slice(0, 40));
  await page.waitForTimeout(700); // The place is noted when the scrolling has ended.
  const before = await top();
  await page.keyboard.press('Control+l');
  await library.heading.waitFor();
  await page.getByRole('row', { name: comparison.title, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(later.first()).toBeAttached();
  await expect.poll(top).toBe(before);
  await expect(later).toHaveCount(0, { timeout: 20_000 });
  expect(await top()).toBe(before);
});
