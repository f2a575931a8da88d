import type { Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectNoFindings } from './axe';
import { expect, test, type Diptych } from './fixtures';

const LEFT = `Ferry service to resume

The harbour authority said on Tuesday that ferries would resume on Friday, nine days after the strom.

About 1,200 residents were cut off. Food was brought in by helicopter.

The union says that the eastern berth is not safe 🚢. It wants an independent report.
`;
const RIGHT = `Boats sail again

Ferries will resume on Friday, the authority says.

The eastern berth is unsafe, according to the union.
`;
const BETTER = LEFT.replace('strom', 'storm')
  .replace(
    ' Food was brought in by helicopter.',
    '\n\nA paragraph that was missing 👩‍🚒 stands here.',
  )
  .replace('the eastern berth is not safe', 'the eastern pier may well not be safe at all');

async function start(
  launch: (...words: string[]) => Promise<Diptych>,
  folder: string,
): Promise<Diptych> {
  const paths = [join(folder, 'left.txt'), join(folder, 'right.txt')] as const;
  await writeFile(paths[0], LEFT);
  await writeFile(paths[1], RIGHT);
  const diptych = await launch(...paths);
  const { workspace } = diptych;
  await workspace.link('ferries would resume on Friday', 'Ferries will resume on Friday');
  await workspace.link('the eastern berth is not safe', 'The eastern berth is unsafe');
  await workspace.tag('left', 'Food was brought in by helicopter', 'claim');
  return diptych;
}

const editor = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });
const waiting = (page: Page) => page.getByRole('list', { name: 'To place' }).getByRole('listitem');
const footer = (page: Page) => page.locator('footer');

/** Corrects the left article's text by keyboard. */
async function correct(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+t');
  await expect(editor(page)).toBeFocused();
  await editor(page).fill(text);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('region', { name: 'Changes' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Enter');
}

test('a text is corrected by keyboard; links survive it, its undoing, a restart, and export and import', async ({
  launch,
  folder,
}) => {
  const diptych = await start(launch, folder);
  const { page, workspace } = diptych;
  await workspace.click('left', 'The union says');
  await page.keyboard.press('ControlOrMeta+t');
  await expect(editor(page)).toBeFocused();
  const at = await editor(page).evaluate((field: HTMLTextAreaElement) => field.selectionStart);
  expect(Math.abs(at - LEFT.indexOf('The union says'))).toBeLessThan(5);

  await editor(page).fill(BETTER);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Your correction is not made yet.')).toBeVisible();
  await expect(workspace.article('left')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+t');
  await expect(editor(page)).toHaveValue(BETTER);

  await page.keyboard.press('ControlOrMeta+Enter');
  const changes = page.getByRole('region', { name: 'Changes' });
  await expect(changes).toBeFocused();
  await expect(changes.locator('del').first()).toHaveText('strom');
  await expect(changes.locator('ins').first()).toHaveText('storm');
  await expect(changes).toContainText('1 paragraph without changes');
  await expect(page.getByText('1 annotation kept as it is.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Uncertain: to be looked at' })).toContainText(
    'the eastern berth is not safe',
  );
  await expect(page.getByRole('list', { name: 'Lost: no place found' })).toContainText(
    'Food was brought in by helicopter',
  );

  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(waiting(page)).toHaveCount(2);
  await expect(footer(page)).toContainText('3 claims · 0 quotes · 1 link');
  await expect(page.locator('[data-unplaced][aria-current="true"]')).toBeFocused();
  await expect
    .poll(() => workspace.painted('suggestion'))
    .toEqual(['the eastern pier may well not be safe']);

  // The best guess of the first one fits; the second is given another place.
  await page.keyboard.press('a');
  await expect(waiting(page)).toHaveCount(1);
  await expect(footer(page)).toContainText('4 claims · 0 quotes · 2 links');
  await workspace.select('left', 'A paragraph that was missing');
  await page.keyboard.press('x');
  await expect(waiting(page)).toHaveCount(0);
  await expect(footer(page)).toContainText('5 claims · 0 quotes · 2 links');
  await expect(workspace.annotation('A paragraph that was missing')).toBeVisible();

  for (let step = 0; step < 3; step++) await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.article('left')).toContainText('nine days after the strom.');
  await expect(workspace.annotation('Food was brought in by helicopter')).toBeVisible();
  await expect(footer(page)).toContainText('5 claims · 0 quotes · 2 links');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(workspace.article('left')).toContainText('nine days after the storm.');
  await expect(footer(page)).toContainText('5 claims · 0 quotes · 2 links');
  await workspace.expectSaved();
  await diptych.quit();

  const again = await launch();
  await expect(again.workspace.article('left')).toContainText('nine days after the storm.');
  await expect(footer(again.page)).toContainText('5 claims · 0 quotes · 2 links');
  const exported = await exportTo(again, join(folder, 'first.diptych.json'));
  await again.answerDialogs([join(folder, 'first.diptych.json')]);
  await again.page.keyboard.press('ControlOrMeta+o');
  // What was said of the export goes when the import is there, which looks the same.
  await expect(again.page.getByText(/Exported to/)).toHaveCount(0);
  await expect(footer(again.page)).toContainText('5 claims · 0 quotes · 2 links');
  await again.workspace.expectSaved();
  const back = await exportTo(again, join(folder, 'second.diptych.json'));
  expect(back.id).not.toBe(exported.id);
  expect({ ...back, id: exported.id }).toEqual(exported);
});

async function exportTo(diptych: Diptych, path: string): Promise<{ readonly id: string }> {
  const { page, workspace } = diptych;
  await diptych.answerDialogs([path]);
  await workspace.exportJson();
  await expect(page.getByText(/Exported to .+\.diptych\.json/)).toBeVisible();
  return JSON.parse(await readFile(path, 'utf8')) as { readonly id: string };
}

test('what has no sure place waits after a restart, is told, and can be deleted', async ({
  launch,
  folder,
}) => {
  const first = await start(launch, folder);
  await first.workspace.click('left', 'The union says');
  await correct(first.page, BETTER);
  await expect(waiting(first.page)).toHaveCount(2);
  await first.workspace.expectSaved();
  await first.quit();

  const { page } = await launch();
  await page.keyboard.press('5');
  await expect(waiting(page)).toHaveCount(2);
  await expect(waiting(page).first()).toHaveAccessibleName(
    /^Claim, left article: “the eastern berth is not safe”, best guess “.+”, 1 link waiting$/,
  );
  await expect(waiting(page).last()).toHaveAccessibleName(/“Food .+”, no guess$/);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-unplaced][aria-current="true"]')).toHaveAccessibleName(/Food/);
  await page.keyboard.press('Delete');
  await expect(waiting(page)).toHaveCount(1);
  await page.keyboard.press('Delete');
  await expect(page.getByRole('tab', { name: 'To place' })).toHaveCount(0);
  await expect(footer(page)).toContainText('3 claims · 0 quotes · 1 link');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('5');
  await expect(waiting(page)).toHaveCount(1);
});

test('a text is taken from a file; one that is empty or the same is not taken', async ({
  launch,
  folder,
}) => {
  const diptych = await start(launch, folder);
  const { page, workspace } = diptych;
  await workspace.click('left', 'The union says');
  await diptych.chooseMenu('correctText');
  const preview = page.getByRole('button', { name: 'Preview' });
  await preview.click();
  await expect(page.getByRole('alert')).toHaveText('Nothing is changed yet.');
  await editor(page).fill(' \n');
  await preview.click();
  await expect(page.getByRole('alert')).toContainText('An article needs a text.');
  const path = join(folder, 'better.txt');
  await writeFile(path, BETTER);
  await diptych.answerDialogs([path]);
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(editor(page)).toHaveValue(BETTER);
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.keyboard.press('ControlOrMeta+i');
  await page.getByRole('button', { name: 'Correct text…' }).last().click();
  await expect(editor(page)).toHaveValue(RIGHT);
  await expect(editor(page)).toBeFocused();
});

test('while a text is corrected, what is picked in the articles is left alone', async ({
  launch,
  folder,
}) => {
  const { page, workspace } = await start(launch, folder);
  await workspace.click('left', 'ferries would resume');
  await page.keyboard.press('ControlOrMeta+t');
  await editor(page).fill(BETTER);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('region', { name: 'Changes' })).toBeFocused();
  for (const key of ['u', 'n', 'l', 'x', 'g']) await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(footer(page)).toContainText('5 claims · 0 quotes · 2 links');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(footer(page)).toContainText('4 claims');
});

test('a correction is made once, whatever is pressed; a key held down does not go past its preview', async ({
  launch,
  folder,
}) => {
  const { page, workspace } = await start(launch, folder);
  await workspace.click('left', 'The union says');
  await page.keyboard.press('ControlOrMeta+t');
  await editor(page).fill(BETTER);
  const pressTwice = (repeat: boolean) =>
    page.locator('main').evaluate((screen, second) => {
      for (const isRepeat of [false, second])
        screen.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'Enter',
            ctrlKey: true,
            repeat: isRepeat,
            bubbles: true,
            cancelable: true,
          }),
        );
    }, repeat);
  await pressTwice(true);
  await expect(page.getByRole('region', { name: 'Changes' })).toBeVisible();
  await pressTwice(false);
  await expect(waiting(page)).toHaveCount(2);
  await workspace.expectSaved();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.article('left')).toContainText('nine days after the strom.');
});

test('a file that arrives late goes to the text that it was chosen for, or nowhere', async ({
  launch,
  folder,
}) => {
  const diptych = await start(launch, folder);
  const { page, workspace } = diptych;
  const path = join(folder, 'better.txt');
  await writeFile(path, BETTER);
  const choose = page.getByRole('button', { name: 'Choose a file…' });

  await workspace.click('left', 'The union says');
  await page.keyboard.press('ControlOrMeta+t');
  const forLeft = await answerLater(diptych);
  await choose.click();
  await page.keyboard.press('Escape');
  await workspace.click('right', 'The eastern berth');
  await page.keyboard.press('ControlOrMeta+t');
  await expect(editor(page)).toHaveValue(RIGHT);
  await forLeft(path);
  // Long enough for a few lines to be read.
  await page.waitForTimeout(1_000);
  await expect(editor(page)).toHaveValue(RIGHT);

  // One that comes while another text is looked at is corrected first.
  await editor(page).fill('Boats sail again\n');
  const forRight = await answerLater(diptych);
  await choose.click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('region', { name: 'Changes' })).toBeVisible();
  await forRight(path);
  await expect(editor(page)).toHaveValue(BETTER);
});

/** Has the next dialog wait for its answer, which the answer gives. */
async function answerLater({ app }: Diptych): Promise<(path: string) => Promise<void>> {
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () =>
      new Promise((done) => {
        Object.assign(globalThis, {
          answer: (path: string) => done({ canceled: false, filePaths: [path] }),
        });
      });
  });
  return (path) =>
    app.evaluate((_, each) => {
      (globalThis as unknown as { answer: (path: string) => void }).answer(each);
    }, path);
}

test('axe finds nothing while a text is corrected, nor after it', async ({ launch, folder }) => {
  const { page, workspace } = await start(launch, folder);
  await workspace.click('left', 'The union says');
  for (const media of [{ forcedColors: 'none' }, { forcedColors: 'active' }] as const) {
    await page.emulateMedia(media);
    await page.keyboard.press('ControlOrMeta+t');
    await expectNoFindings(page, 'editor');
    await editor(page).fill(BETTER);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByRole('region', { name: 'Changes' })).toBeFocused();
    await expectNoFindings(page, 'preview');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(waiting(page)).toHaveCount(2);
    await expectNoFindings(page, 'to place');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(waiting(page)).toHaveCount(0);
    await workspace.click('left', 'The union says');
  }
});
