import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Comparison } from '../src/core/model/comparison';
import { expect, test, type Diptych } from './fixtures';
import { keepFromSaving } from './workspace-folder';

const CLOSED = 'closed the harbour bridge to all traffic on Friday';
const SAMPLE = 'Harbour bridge closure';
const TWO = [
  { name: 'l.txt', text: 'The mayor opened the bridge on Monday\n\nIt cost 2.4 million.\n' },
  { name: 'r.txt', text: 'Bridge opens after long delay\n\nIt cost about 2.4 million.\n' },
];
const TWO_TITLE = 'The mayor opened the bridge on Monday';

/** Notes which windows are brought to the front, by their ids. */
async function watchFocus({ app }: Diptych): Promise<() => Promise<number[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const focused: number[] = [];
    Object.assign(globalThis, { focused });
    BrowserWindow.prototype.focus = function focus(this: { id: number }) {
      focused.push(this.id);
    };
  });
  return () => app.evaluate(() => (globalThis as unknown as { focused: number[] }).focused);
}

/** Who made the annotations of the sample, in order. */
async function analysts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const opened = await window.diptych.openComparison('sample');
    if (!opened.ok || !opened.value) return [];
    const { annotations } = JSON.parse(opened.value.comparison) as Comparison;
    return annotations.map(({ by }) => by);
  });
}

test('a comparison is open in one window; asked for in another, its window comes to the front', async ({
  launch,
}) => {
  const first = await launch('--sample');
  const focused = await watchFocus(first);
  const second = await first.openedBy(() => first.page.keyboard.press('ControlOrMeta+Shift+n'));
  await expect(second.library.entry(SAMPLE)).toBeVisible();
  await second.library.entry(SAMPLE).focus();
  await second.page.keyboard.press('Enter');
  await expect.poll(focused).toEqual([1]);
  await expect(second.library.heading).toBeVisible();

  await second.library.drop(TWO);
  await expect(second.workspace.article('left')).toContainText('The mayor opened');
  await first.page.keyboard.press('ControlOrMeta+l');
  await first.library.entry(TWO_TITLE).focus();
  await first.page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(focused).toEqual([1, 2]);
  await first.page.keyboard.press('Enter');
  await expect.poll(focused).toEqual([1, 2, 2]);
  await expect(first.library.heading).toBeVisible();
  // Left in its window, it opens in the other one.
  await second.page.keyboard.press('ControlOrMeta+l');
  await expect(second.library.heading).toBeVisible();
  await first.page.keyboard.press('Enter');
  await expect(first.workspace.article('left')).toContainText('The mayor opened');
  expect(first.app.windows()).toHaveLength(2);
});

test('the library opens comparisons in windows of their own, by key, menu and middle click', async ({
  launch,
}) => {
  const { page, library, workspace, openedBy } = await launch('--sample');
  await page.keyboard.press('ControlOrMeta+l');
  await library.entry(SAMPLE).focus();
  const byKey = await openedBy(() => page.keyboard.press('ControlOrMeta+Enter'));
  await expect(byKey.workspace.article('left')).toBeVisible();
  await expect(library.heading).toBeVisible();
  await byKey.page.keyboard.press('ControlOrMeta+l');
  await expect(byKey.library.heading).toBeVisible();
  const byClick = await openedBy(() => library.entry(SAMPLE).click({ button: 'middle' }));
  await expect(byClick.workspace.article('left')).toBeVisible();
  await byClick.page.keyboard.press('ControlOrMeta+l');
  await expect(byClick.library.heading).toBeVisible();
  const byMenu = await openedBy(() => library.act(SAMPLE, 'Open in New Window'));
  await expect(byMenu.workspace.article('left')).toBeVisible();
  await expect(workspace.article('left')).toHaveCount(0);
});

test('windows show each other’s changes: the library, the analyst’s name, preferences', async ({
  launch,
}) => {
  const first = await launch('--sample');
  await first.workspace.expectSaved();
  const { page, library, workspace } = await first.openedBy(() =>
    first.page.keyboard.press('ControlOrMeta+Shift+n'),
  );
  await expect(library.entry(SAMPLE)).toContainText('0 claims');
  await first.workspace.tag('left', CLOSED, 'claim');
  await expect(library.entry(SAMPLE)).toContainText('1 claim');
  // The menu is that of the window in front.
  await first.chooseMenu('analyst');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await first.workspace.tag('left', 'Ferries were doubled from noon', 'claim');
  await first.workspace.expectSaved();
  expect(await analysts(first.page)).toEqual(['', 'Ada']);

  // What is open elsewhere is changed there.
  await library.act(SAMPLE, 'Delete');
  await expect(page.getByRole('alert')).toContainText('open in another window');
  await library.entry(SAMPLE).focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Another title');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('open in another window');
  await expect(library.entry(SAMPLE)).toBeVisible();
  await first.workspace.tag('right', 'blamed the storms', 'claim');
  await first.workspace.expectSaved();

  await library.drop(TWO);
  await expect(workspace.article('left')).toBeVisible();
  await expect(first.workspace.annotations).toHaveCount(3);
  const marks = async () => (await workspace.painted('suggested-link')).length;
  await expect.poll(marks).toBeGreaterThan(0);
  await first.page.keyboard.press('h');
  await expect.poll(marks).toBe(0);
});

test('all windows come back, each with its comparison', async ({ launch }) => {
  const first = await launch('--sample');
  const other = await first.openedBy(() => first.page.keyboard.press('ControlOrMeta+Shift+n'));
  await other.library.drop(TWO);
  await expect(other.workspace.article('left')).toContainText('The mayor opened');
  await first.quit();

  const again = await launch();
  await expect.poll(() => again.app.windows().length).toBe(2);
  const pages = again.app.windows();
  const headings = await Promise.all(pages.map((page) => page.locator('h1').textContent()));
  expect(new Set(headings)).toEqual(new Set([SAMPLE, TWO_TITLE]));
  // One that is closed by itself stays closed.
  await pages[headings.indexOf(SAMPLE)]?.evaluate(() => window.close());
  await expect.poll(() => again.app.windows().length).toBe(1);
  await again.quit();
  const last = await launch();
  await expect(last.page.locator('h1')).toHaveText(TWO_TITLE);
  expect(last.app.windows()).toHaveLength(1);
});

test('a second start opens its files beside a comparison that is open', async ({
  launch,
  folder,
}) => {
  const first = await launch('--sample');
  const paths = await Promise.all(
    TWO.map(async ({ name, text }) => {
      const path = join(folder, name);
      await writeFile(path, text);
      return path;
    }),
  );
  const { workspace } = await first.openedBy(() =>
    first.app.evaluate(
      ({ app }, words) => app.emit('second-instance', {}, words, '/'),
      ['electron', ...paths],
    ),
  );
  await expect(workspace.article('left')).toContainText('The mayor opened');
  await expect(first.page.locator('h1')).toHaveText(SAMPLE);
});

test('a window with changes that cannot be saved asks before it closes', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await workspace.expectSaved();
  const putBack = await keepFromSaving(folder);
  await workspace.tag('left', CLOSED, 'claim');
  await expect(workspace.status).toContainText('Not saved');

  const asked = await diptych.answerQuestions('Wait');
  await diptych.closeWindow();
  await expect.poll(asked).toEqual([
    {
      message: 'Your last changes are not saved yet.',
      buttons: ['Wait', 'Save a Copy…', 'Close Without Saving'],
    },
  ]);
  await expect(workspace.annotations).toHaveCount(1);
  await putBack();
  await workspace.expectSaved();
  const closed = page.waitForEvent('close');
  await diptych.closeWindow();
  await closed;
});

test('what was only begun is asked about before a window closes', async ({ launch }) => {
  const diptych = await launch('--sample');
  const { page, library, workspace } = diptych;
  await workspace.expectSaved();
  const asked = await diptych.answerQuestions('Keep Working', 'Keep Working', 'Close Without It');
  const messages = async () => (await asked()).map(({ message }) => message);

  await page.keyboard.press('ControlOrMeta+t');
  await page.getByLabel('Text', { exact: true }).press('x');
  await page.keyboard.press('Escape');
  await diptych.closeWindow();
  await expect.poll(messages).toEqual(['The correction of a text is not finished.']);
  await expect(workspace.article('left')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+t');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.keyboard.press('ControlOrMeta+l');
  await library.heading.waitFor();
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByLabel('Text', { exact: true }).first().fill('Some words of an article.');
  await diptych.closeWindow();
  await expect.poll(messages).toContain('The new comparison is not made yet.');
  const closed = page.waitForEvent('close');
  await diptych.closeWindow();
  await closed;
});
