import type { Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectNoFindings } from './axe';
import { expect, ROOT, test, type Diptych } from './fixtures';

const LEFT = 'Bridge 🌉 opens\n\nThe mayor 👩🏽‍⚖️ said שלום to all, twice.\n';
const RIGHT = 'A bridge is open\n\nAll were greeted by the mayor.\n';

/** A comparison of the two texts that nothing is marked in yet. */
async function fresh({ library, workspace, page }: Diptych): Promise<void> {
  if (await page.getByRole('button', { name: 'Library' }).isVisible())
    await page.getByRole('button', { name: 'Library' }).click();
  await library.drop([
    { name: 'l.txt', text: LEFT },
    { name: 'r.txt', text: RIGHT },
  ]);
  await expect(workspace.article('left')).toBeVisible();
  await expect(workspace.annotations).toHaveCount(0);
}

/** Holds that axe finds nothing on a screen, light or dark. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoFindings(page, `${screen}, ${colorScheme}`);
  }
}

async function marked(diptych: Diptych): Promise<void> {
  const { workspace } = diptych;
  await fresh(diptych);
  await workspace.tag('left', 'said שלום to all', 'quote');
  await workspace.card.getByLabel('Speaker').fill('=The mayor');
  await workspace.card.getByLabel('Speaker').press('Enter');
  await workspace.link('opens', 'open');
  await workspace.expectSaved();
}

/** What of each format is chosen to be imported again. */
const FORMATS: readonly (readonly [label: string, out: string, back: string])[] = [
  ['Diptych JSON', 'out.diptych.json', 'out.diptych.json'],
  ['W3C Web Annotation', 'out.jsonld', 'out.jsonld'],
  ['Label Studio JSON', 'label-studio', 'label-studio/tasks.json'],
  ['CSV', 'csv', 'csv/annotations.csv'],
  ['brat', 'brat', 'brat/comparison.ann'],
  ['JSON lines', 'out.jsonl', 'out.jsonl'],
];

test('annotations go out and come back in every two-way format', async ({ launch, folder }) => {
  const diptych = await launch();
  const { page, workspace } = diptych;
  await marked(diptych);
  for (const [label, out] of FORMATS) {
    await diptych.answerDialogs([join(folder, out)]);
    await workspace.exportAs(label);
    await expect(page.getByText(`Exported to ${out}.`)).toBeVisible();
  }
  for (const [label, , back] of FORMATS) {
    await test.step(label, async () => {
      await fresh(diptych);
      await diptych.answerDialogs([join(folder, back)]);
      await diptych.chooseMenu('importAnnotations');
      const dialog = page.getByRole('dialog', { name: 'Annotations imported' });
      await expect(dialog).toContainText(/Placed where the file says\s*3/);
      await expect(dialog).toContainText(/Links\s*1/);
      await page.keyboard.press('Escape');
      await expect(workspace.annotations).toHaveCount(3);
      await expect(workspace.annotation('said שלום to all')).toHaveAccessibleName(/^Quote/);
      await expect(page.locator('footer')).toContainText('1 link');
      // One edit, which one step takes back.
      await page.keyboard.press('ControlOrMeta+z');
      await expect(workspace.annotations).toHaveCount(0);
      await expect(workspace.undoButton).toHaveAttribute('aria-disabled', 'true');
    });
  }
});

test('what cannot be placed is listed, and nothing comes twice', async ({ launch, folder }) => {
  const diptych = await launch();
  const { page, workspace } = diptych;
  await marked(diptych);
  const csv = join(folder, 'from-elsewhere.csv');
  await writeFile(
    csv,
    [
      'article;tag;start;end;exact;note',
      'left;quote;32;48;said שלום to all;',
      'right;own tag;;;greeted by the mayor;by its text',
      'left;claim;3;9;<img src=x onerror=alert(1)>;',
    ].join('\n'),
  );
  await diptych.answerDialogs([csv]);
  await diptych.chooseMenu('importAnnotations');
  const dialog = page.getByRole('dialog', { name: 'Annotations imported' });
  await expect(dialog).toContainText(/There already\s*1/);
  await expect(dialog).toContainText(/Placed by their text\s*1/);
  await expect(dialog.getByRole('listitem')).toHaveText(
    'claim, left “<img src=x onerror=alert(1)>”',
  );
  await expect(dialog).toContainText('does not know the tag “own tag” yet');
  await expect(page.locator('img')).toHaveCount(0);
  await expectAccessible(page, 'what became of an import');
  await page.keyboard.press('Escape');
  await expect(workspace.annotations).toHaveCount(4);

  await writeFile(csv, 'no columns\nthat are known\n');
  await diptych.chooseMenu('importAnnotations');
  await expect(page.getByRole('alert')).toContainText('“from-elsewhere.csv” was not imported.');
});

test('an export is chosen by keyboard, a folder is never written over', async ({
  launch,
  folder,
}) => {
  const diptych = await launch();
  const { page, workspace } = diptych;
  await marked(diptych);
  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Export the comparison' });
  await expect(dialog.getByRole('radio', { name: 'Diptych JSON' })).toBeFocused();
  await expectAccessible(page, 'the formats');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(dialog.getByLabel('With the articles’ texts')).not.toBeChecked();
  const path = join(folder, 'without.diptych.json');
  await diptych.answerDialogs([path]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Exported to without.diptych.json.')).toBeVisible();
  const { articles } = JSON.parse(await readFile(path, 'utf8')) as { articles: { left: object } };
  expect(articles.left).toMatchObject({ text: null, length: 57 });

  await diptych.answerDialogs([join(folder, 'tables')]);
  await workspace.exportAs('CSV');
  await expect(page.getByText('Exported to tables.')).toBeVisible();
  expect((await readdir(join(folder, 'tables'))).toSorted()).toEqual([
    'annotations.csv',
    'links.csv',
  ]);
  await workspace.exportAs('CSV');
  await expect(page.getByRole('alert')).toContainText(
    '“tables” could not be written: a folder or file of that name',
  );
});

test('everything is exported from the library', async ({ launch, folder }) => {
  const diptych = await launch();
  const { page } = diptych;
  await marked(diptych);
  await fresh(diptych);
  await page.getByRole('button', { name: 'Library' }).click();
  await diptych.answerDialogs([join(folder, 'all')]);
  await page.getByRole('button', { name: 'Export everything…' }).click();
  await page.getByRole('radio', { name: 'JSON lines' }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 comparisons exported to all.')).toBeVisible();
  const lines = (await readFile(join(folder, 'all', 'comparisons.jsonl'), 'utf8')).trim();
  expect(lines.split('\n').map((line) => (JSON.parse(line) as { links: [] }).links.length)).toEqual(
    expect.arrayContaining([0, 1]),
  );
});

/** Fills a workspace with comparisons enough for their export to be stopped on its way, and a file that is none. */
async function fill(folder: string): Promise<void> {
  const table = join(folder, 'pairs.jsonl');
  const rows = Array.from({ length: 600 }, (_, each) =>
    JSON.stringify({ title: `Case ${each}`, left_text: LEFT, right_text: `${RIGHT}${each}` }),
  );
  await writeFile(table, rows.join('\n'));
  const words = ['import', table, '--workspace', join(folder, 'workspace')];
  spawnSync(process.execPath, [join(ROOT, 'out/cli/index.js'), ...words]);
  await writeFile(join(folder, 'workspace/comparisons/broken.json'), '{');
}

test('an export of everything is cancelled by keyboard, and says what it could not read', async ({
  launch,
  folder,
}) => {
  await fill(folder);
  const diptych = await launch();
  const { page } = diptych;
  const path = join(folder, 'all');
  await diptych.answerDialogs([path]);
  await page.getByRole('button', { name: 'Export everything…' }).click();
  await page.getByRole('radio', { name: 'brat' }).click();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export everything' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  // What closes the dialog later is not the end of the export.
  await page.keyboard.press('ControlOrMeta+k');
  await expect.poll(() => existsSync(path)).toBe(false);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Export everything…' }).click();
  await page.getByRole('radio', { name: 'CSV' }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'exported to' })).toContainText(
    '600 comparisons exported to all. 1 comparison could not be read. “broken.json” was not exported.',
  );
});

test('the report shows both texts, and leads along links without scripts', async ({
  launch,
  folder,
}) => {
  const diptych = await launch();
  const { app, page, workspace } = diptych;
  await marked(diptych);
  const path = join(folder, 'report.html');
  await diptych.answerDialogs([path]);
  await workspace.exportAs('HTML report');
  await expect(page.getByText('Exported to report.html.')).toBeVisible();
  // What Chromium makes of the file itself: nothing blocked by its own policy, anchors that lead somewhere.
  const seen = await app.evaluate(async ({ BrowserWindow }, file) => {
    const window = new BrowserWindow({ show: false });
    const problems: string[] = [];
    window.webContents.on('console-message', (_event, _level, message) => problems.push(message));
    await window.loadFile(file);
    const facts = (await window.webContents.executeJavaScript(`({
      text: document.querySelector('article').innerText,
      led: [...document.querySelectorAll('a')].every((a) => document.querySelector(a.hash)),
      beside: document.querySelectorAll('.texts section')[1].offsetLeft > 0,
      underlined: getComputedStyle(document.querySelector('mark.quote')).textDecorationStyle,
    })`)) as Record<string, unknown>;
    window.destroy();
    return { ...facts, problems };
  }, path);
  expect(seen).toEqual({
    text: expect.stringContaining('said שלום to all') as unknown,
    led: true,
    beside: true,
    underlined: 'dashed',
    problems: [],
  });
});
