import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures';

test('a comparison’s report is printed from a page that runs nothing', async ({ launch }) => {
  const diptych = await launch('--sample');
  const { app, page, workspace } = diptych;
  await workspace.tag('left', 'closed the harbour bridge to all traffic on Friday', 'claim');
  await app.evaluate((electron) => {
    electron.app.on('browser-window-created', (_event, { webContents }) => {
      webContents.print = (_options, done) => {
        const { javascript, sandbox, contextIsolation, nodeIntegration } = (
          webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
        ).getLastWebPreferences();
        Object.assign(globalThis, {
          printed: {
            url: webContents.getURL(),
            title: webContents.getTitle(),
            preferences: { javascript, sandbox, contextIsolation, nodeIntegration },
          },
        });
        done?.(false, 'Print job canceled');
      };
    });
  });
  await page.keyboard.press('ControlOrMeta+p');
  await expect
    .poll(async () => app.evaluate(() => (globalThis as { printed?: object }).printed))
    .toEqual({
      url: expect.stringMatching(/^diptych:\/\/report\//) as unknown,
      title: 'Harbour bridge closure',
      preferences: {
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
      },
    });
  await expect
    .poll(async () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(1);
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
  // Each article and the table begin on a page of their own.
  expect(pages).toBeGreaterThanOrEqual(4);
  expect(pages).toBeLessThanOrEqual(8);
  expect(await workspace.firstVisible('right')).toBe(seen);

  await diptych.answerDialogs([join(path, 'inside.pdf')]);
  await diptych.chooseMenu('savePdf');
  await expect(page.getByRole('alert')).toContainText('could not be written');
});
