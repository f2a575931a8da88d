import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures';

test('the cursor goes by word, sentence and screen, and is shown where it stands', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  await expect(workspace.article('left')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  expect(await workspace.painted('cursor')).toContain('The');
  await page.keyboard.press('Control+ArrowRight');
  expect(await workspace.painted('cursor')).toContain('city');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  expect(await workspace.painted('span')).toEqual(['city closed']);
  expect(await workspace.painted('caret')).toContain('d');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  expect(await workspace.painted('span')).toEqual(['city']);

  await page.setViewportSize({ width: 1000, height: 420 });
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('PageDown');
  const afterOne = await workspace.article('left').evaluate((pane) => pane.scrollTop);
  expect(afterOne).toBeGreaterThan(150);
  const word = await workspace.painted('cursor');
  await page.keyboard.press('PageDown');
  expect(await workspace.painted('cursor')).not.toEqual(word);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect
    .poll(() => workspace.article('left').evaluate((pane) => pane.scrollTop))
    .toBeLessThan(150);
  await page.keyboard.press('Control+Shift+End');
  expect((await workspace.painted('span')).join('')).toMatch(/[.”]$/);
});

test('S selects the sentence, and again the next one with it', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  const [one = ''] = await workspace.painted('span');
  await page.keyboard.press('s');
  const [two = ''] = await workspace.painted('span');
  expect(two.startsWith(one)).toBe(true);
  expect(two.length).toBeGreaterThan(one.length);
});

test('among exact characters the arrows go by character and selections keep their ends', async ({
  launch,
  folder,
}) => {
  const [left, right] = [join(folder, 'left.txt'), join(folder, 'right.txt')];
  await writeFile(left, 'A title\n\nHe waved 👩‍👩‍👧 and left.\n\nLast line.\n');
  await writeFile(right, 'Another\n\nShe stayed.\n');
  const { page, workspace } = await launch(left, right);
  await page.keyboard.press('e');
  await expect(page.getByText('Exact characters: the cursor goes by character')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
  expect(await workspace.painted('caret')).toContain('a');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await workspace.painted('span')).toEqual(['av']);
  await page.keyboard.press('c');
  await expect(workspace.annotation('av')).toBeVisible();

  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await workspace.painted('caret')).toContain('👩‍👩‍👧');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await workspace.painted('span')).toEqual(['👩‍👩‍👧']);
  // From the end of a paragraph the next character is the next paragraph's first.
  await page.keyboard.press('Home');
  for (let step = 0; step < 'A title'.length; step++) await page.keyboard.press('ArrowRight');
  expect(await workspace.painted('caret')).toContain('H');

  await workspace.select('left', 'ast lin');
  expect(await workspace.painted('span')).toEqual(['ast lin']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await workspace.select('left', 'ast lin');
  expect(await workspace.painted('span')).toEqual(['Last line']);
});

test('in an article from right to left, the left arrow leads on', async ({ launch, folder }) => {
  const [left, right] = [join(folder, 'left.txt'), join(folder, 'right.txt')];
  await writeFile(left, 'أغلقت المدينة جسر الميناء\n\nوقال المهندسون إن الجسر آمن.\n');
  await writeFile(right, 'The city closed the bridge\n\nEngineers said it was safe.\n');
  const { page, workspace } = await launch(left, right);
  await expect(workspace.article('left')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  expect(await workspace.painted('cursor')).toContain('المدينة');
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await workspace.painted('span')).toEqual(['المدينة']);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await workspace.painted('cursor')).toContain('أغلقت');
});
