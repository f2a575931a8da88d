import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Diptych } from './fixtures';

const HOSTILE = '<img src=x onerror="window.hacked=1"> said so';

/** A comparison with a claim over a quote on the left, linked to a claim on the right. */
async function marked({ library, workspace }: Diptych): Promise<void> {
  await library.drop([
    { name: 'l.txt', text: `The mayor opened the bridge\n\nOne two three four ${HOSTILE}\n` },
    { name: 'r.txt', text: 'Bridge opens at last\n\nFive six seven.\n' },
  ]);
  await expect(workspace.article('left')).toBeVisible();
  await workspace.tag('left', 'three four', 'quote');
  await workspace.link('two three', 'six');
  await workspace.expectSaved();
}

test('a comparison is printed with its marks in words', async ({ launch }) => {
  const diptych = await launch();
  const { app, page } = diptych;
  await marked(diptych);
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents)
      contents.print = (_options, done) =>
        Object.assign(globalThis, { finish: () => done?.(false, 'Print job canceled') });
  });
  await page.keyboard.press('ControlOrMeta+p');
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('[data-paper]');
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('The mayor opened the bridge');
  await expect(paper.getByRole('region', { name: 'Left article' })).toContainText(
    `One two three1 four2 ${HOSTILE}`,
  );
  await expect(paper.getByRole('listitem')).toHaveText([
    'Only left (1): 2',
    'Only right: none',
    'Both (1): left 1 with right 1',
    '1 claim — “two three” — same as 1 (right)',
    '2 quote — “three four”',
    '1 claim — “six” — same as 1 (left)',
  ]);
  await expect(paper.locator('mark')).toHaveText(['two ', 'three', ' four', 'six']);
  await expect(paper.locator('img')).toHaveCount(0);
  // Nothing of the screen goes to the printer.
  await expect(page.getByRole('status')).toBeHidden();
  await page.emulateMedia({ media: null });
  await app.evaluate(() => (globalThis as unknown as { finish: () => void }).finish());
  await expect(paper).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a comparison is saved as PDF, and the texts stay where they are', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await workspace.tag('left', 'closed the harbour bridge to all traffic on Friday', 'claim');
  await workspace.article('right').evaluate((pane) => pane.scrollTo(0, 500));
  const seen = await workspace.firstVisible('right');
  const path = join(folder, 'printed.pdf');
  await diptych.answerDialogs([path]);
  await diptych.chooseMenu('savePdf');
  await expect(page.getByText('Saved as printed.pdf.')).toBeVisible();
  const pdf = await readFile(path, 'latin1');
  expect(pdf).toMatch(/^%PDF-1\.\d/);
  const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
  // Each article begins on a page of its own.
  expect(pages).toBeGreaterThanOrEqual(2);
  expect(pages).toBeLessThanOrEqual(8);
  expect(await workspace.firstVisible('right')).toBe(seen);

  await diptych.answerDialogs([join(path, 'inside.pdf')]);
  await diptych.chooseMenu('savePdf');
  await expect(page.getByRole('alert')).toContainText('could not be written');
  await diptych.answerDialogs(null);
  await diptych.chooseMenu('savePdf');
  await expect(page.locator('[data-paper]')).toHaveCount(0);
});
