import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, ROOT, test } from './fixtures';

const SEED = join(ROOT, '../shared/samples/seed');

interface Exported {
  readonly annotations: readonly {
    readonly id: string;
    readonly origin: string;
    readonly exact: string;
  }[];
  readonly links: readonly { readonly origin: string; readonly score: number | null }[];
  readonly rejections: readonly unknown[];
}

test('the seed pair by keyboard: suggest, accept, undo, accept again, export', async ({
  launch,
  folder,
}) => {
  test.skip(!existsSync(SEED), 'the seed pair (shared/samples/seed) is not here');
  const diptych = await launch(join(SEED, 'left.txt'), join(SEED, 'right.txt'));
  const { page, workspace } = diptych;
  await workspace.suggest();
  const wanted = workspace.suggestions.filter({ hasText: 'would not rule out talks' });
  await expect(wanted.first()).toBeVisible();
  // Page furniture is not proposed.
  for (const furniture of ['Read more', '31.1 C', 'Leave a Reply', 'Be the first to comment'])
    await expect(workspace.suggestions.filter({ hasText: furniture })).toHaveCount(0);

  for (let step = 0; step < 80; step++) {
    const name = await workspace.suggestion.getAttribute('aria-label');
    if (name?.includes('would not rule out talks') && / (?:claim|quote):/.test(name)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(workspace.suggestion).toHaveAccessibleName(/would not rule out talks.* and “/);
  const offered = await workspace.suggestions.count();
  await page.keyboard.press('a');
  await expect(page.locator('footer')).toContainText('1 link');
  await expect.poll(() => workspace.suggestions.count()).toBeLessThan(offered);
  await expect(workspace.suggestion).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('footer')).toContainText('0 links');
  await expect(workspace.suggestions).toHaveCount(offered);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(page.locator('footer')).toContainText('1 link');
  await workspace.expectSaved();

  const file = join(folder, 'out.diptych.json');
  await diptych.answerDialogs([file]);
  await workspace.exportJson();
  await expect.poll(() => existsSync(file)).toBe(true);
  const { annotations, links } = JSON.parse(await readFile(file, 'utf8')) as Exported;
  expect(annotations.map(({ origin }) => origin)).toEqual(['suggested', 'suggested']);
  expect(links).toMatchObject([{ origin: 'suggested' }]);
  expect(links[0]?.score).toBeGreaterThan(0);
});

test('what is rejected stays rejected after a restart, until it is proposed again', async ({
  launch,
}) => {
  const first = await launch('--sample');
  await first.workspace.suggest();
  const name = (await first.workspace.suggestion.getAttribute('aria-label')) ?? '';
  const rejected = (workspace: typeof first.workspace) =>
    workspace.suggestions.and(workspace.suggestions.page().getByLabel(name, { exact: true }));
  await first.page.keyboard.press('r');
  await expect(rejected(first.workspace)).toHaveCount(0);
  await first.workspace.expectSaved();
  await first.quit();

  const { page, workspace } = await launch();
  await workspace.suggest();
  await expect(rejected(workspace)).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Rejected ones' }).check();
  await expect(workspace.suggestions).toHaveCount(1);
  await page.getByRole('button', { name: 'Propose again' }).click();
  await expect(workspace.suggestions).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Rejected ones' }).uncheck();
  await expect(rejected(workspace)).toHaveCount(1);
});

test('everything above a score is accepted as one step, and undone as one', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  await workspace.suggest();
  await page.getByRole('button', { name: /^Quotes/ }).click();
  await page.getByRole('button', { name: /^Claims/ }).click();
  const all = await workspace.suggestions.count();
  const slider = page.getByRole('slider', { name: 'Lowest score shown' });
  await slider.focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue('0.7');
  await expect.poll(() => workspace.suggestions.count()).toBeLessThan(all);
  const shown = await workspace.suggestions.count();
  expect(shown).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Accept all' }).click();
  await expect(page.locator('footer')).toContainText(`${shown} link`);
  await expect(workspace.suggestions).toHaveCount(0);
  await workspace.undoButton.click();
  await expect(page.locator('footer')).toContainText('0 claims · 0 quotes · 0 links');
  await expect(workspace.suggestions).toHaveCount(shown);
});

test('suggestions are sorted by score, and Enter goes to their place', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  await workspace.suggest();
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('score');
  const scores = await workspace.suggestions.evaluateAll((items) =>
    items.map((item) => Number(/score ([\d.]+)$/.exec(item.ariaLabel ?? '')?.[1])),
  );
  expect(scores.length).toBeGreaterThan(5);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  await page.keyboard.press('g');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(workspace.article('left')).toBeFocused();
  const [picked] = await workspace.painted('span');
  expect(picked?.length).toBeGreaterThan(10);
});

test('the partners of a selection are found with F, and A tags and links both', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  await workspace.select('left', 'The closure will last at least eleven weeks');
  await page.keyboard.press('f');
  await expect(page.getByText('Closest in the right article to')).toBeVisible();
  await expect(workspace.suggestion).toBeFocused();
  for (let step = 0; step < 4; step++) {
    const name = await workspace.suggestion.getAttribute('aria-label');
    if (name?.includes('eleven weeks or more')) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(workspace.suggestion).toHaveAccessibleName(/eleven weeks or more/);
  await page.keyboard.press('a');
  await expect(page.locator('footer')).toContainText('1 link');
  await workspace.tab('Annotations').click();
  await expect(
    workspace.annotation('The closure will last at least eleven weeks'),
  ).toHaveAccessibleName(/linked to “.*eleven weeks/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.annotations).toHaveCount(0);
});

/** A text of made-up words, always the same for a seed. */
function proseOf(sentences: number, seed: number): string {
  let state = seed;
  const next = (below: number) => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % below;
  const word = () => `w${next(9_000).toString(36)}`;
  return Array.from(
    { length: sentences },
    () => `The ${Array.from({ length: 14 }, word).join(' ')} said so.`,
  ).join('\n');
}

test('a worker that dies is a message, and trying again works', async ({ launch, folder }) => {
  // Long enough to be looked through only when asked.
  await writeFile(join(folder, 'left.txt'), proseOf(2_500, 1));
  await writeFile(join(folder, 'right.txt'), proseOf(2_500, 1));
  const diptych = await launch(join(folder, 'left.txt'), join(folder, 'right.txt'));
  const { page, workspace } = diptych;
  await page.evaluate(() => {
    const Real = window.Worker;
    const Dying = function (this: unknown, url: string | URL, options?: WorkerOptions) {
      window.Worker = Real;
      return new Real(new URL('nowhere.js', url), options);
    };
    window.Worker = Dying as unknown as typeof Worker;
  });
  await workspace.suggestButton.click();
  await expect(page.getByRole('alert')).toContainText('No suggestions.');
  await expect(page.getByRole('alert')).toContainText('Your comparison is not affected');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(workspace.suggestions.first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
  // Chromium may say that the worker's file is not there, and nothing else went wrong.
  expect(diptych.errors.splice(0).join()).toMatch(/^(?:Failed to load resource.*404.*)?$/);
});

test('a worker that dies while nothing is asked of it is replaced', async ({ launch }) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await workspace.suggest();
  await page.workers()[0]?.evaluate(() => {
    setTimeout(() => {
      throw new Error('out of luck');
    });
  });
  await expect.poll(() => page.workers().length).toBe(0);
  await workspace.select('left', 'The closure will last at least eleven weeks');
  await page.keyboard.press('f');
  await expect(workspace.suggestions.filter({ hasText: 'eleven weeks' }).first()).toBeVisible();
  expect(diptych.errors.splice(0).join()).toMatch(/^(?:.*out of luck)?$/);
});

test('long articles show progress, and looking can be cancelled and begun again', async ({
  launch,
  folder,
}) => {
  await writeFile(join(folder, 'left.txt'), proseOf(5_000, 1));
  await writeFile(join(folder, 'right.txt'), proseOf(5_000, 2));
  const { page, workspace } = await launch(join(folder, 'left.txt'), join(folder, 'right.txt'));
  await workspace.tab('Suggestions').click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('has not looked for suggestions')).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(0);
  await page.getByRole('button', { name: 'Look for suggestions' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
});

test('thousands of suggestions are listed in parts, around the one worked on', async ({
  launch,
  folder,
}) => {
  await writeFile(join(folder, 'left.txt'), proseOf(1_200, 1));
  await writeFile(join(folder, 'right.txt'), proseOf(1_200, 1));
  const { page, workspace } = await launch(join(folder, 'left.txt'), join(folder, 'right.txt'));
  await workspace.tab('Suggestions').click();
  await expect(workspace.suggestions.first()).toBeVisible({ timeout: 40_000 });
  await expect(workspace.suggestions).toHaveCount(201);
  await page.getByRole('button', { name: /more after these$/ }).click();
  await expect(page.getByRole('button', { name: /^100 more before these$/ })).toBeVisible();
  await expect(workspace.suggestions).toHaveCount(202);
});

test('the marks of suggestions in the texts are turned off for good with H', async ({ launch }) => {
  const first = await launch('--sample');
  await expect
    .poll(async () => (await first.workspace.painted('suggested-link')).length)
    .toBeGreaterThan(3);
  await first.page.keyboard.press('h');
  await expect.poll(() => first.workspace.painted('suggested-link')).toEqual([]);
  await first.page.waitForTimeout(400);
  await first.quit();
  const { page, workspace } = await launch();
  await expect(workspace.tab('Suggestions')).toHaveAccessibleName(/[1-9]/);
  expect(await workspace.painted('suggested-link')).toEqual([]);
  await page.keyboard.press('h');
  await expect
    .poll(async () => (await workspace.painted('suggested-link')).length)
    .toBeGreaterThan(3);
});

test('coverage says how much is shared and what only one side says', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  await workspace.link('The closure will last at least eleven weeks', 'eleven weeks or more');
  await workspace.tag('left', 'Some 31,000 vehicles cross the bridge on a working day', 'claim');
  await page.keyboard.press('3');
  const coverage = page.getByRole('region', { name: 'Coverage' });
  await expect(coverage.getByRole('region', { name: 'Shared' })).toContainText(/Left.*[1-9]\d* %/);
  await expect(coverage.getByRole('row', { name: 'Claim' })).toHaveText('Claim110');
  await coverage.getByRole('button', { name: /31,000 vehicles/ }).click();
  expect(await workspace.painted('picked')).toEqual([
    'Some 31,000 vehicles cross the bridge on a working day',
  ]);
});

test('a click in the overview goes to that part of the article', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  const last = workspace.article('left').getByText('Engineers from the national roads agency');
  await expect(last).not.toBeInViewport();
  const box = await page.locator('[data-overview]').boundingBox();
  if (!box) throw new Error('There is no overview.');
  await page.mouse.click(box.x + 3, box.y + box.height - 3);
  await expect(last).toBeInViewport();
});
