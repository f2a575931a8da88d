import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Diptych } from './fixtures';

const CLOSED = 'closed the harbour bridge to all traffic on Friday';
const BLAMED = 'blamed the storms';

/** Ends the process of the window's page, as a fault in Chromium would. */
async function crash({ app }: Diptych): Promise<void> {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
}

/** Puts a file where the comparisons' folder was; what is returned puts the folder back. */
async function keepFromWriting(folder: string): Promise<() => Promise<void>> {
  const comparisons = join(folder, 'workspace', 'comparisons');
  await rename(comparisons, `${comparisons}-away`);
  await writeFile(comparisons, 'in the way');
  return async () => {
    await rm(comparisons, { force: true });
    await rename(`${comparisons}-away`, comparisons);
  };
}

/** What the page says now; Playwright gives a page up whose process ended once. */
async function words({ app }: Diptych): Promise<string> {
  return app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents || contents.isCrashed() || contents.isLoading()) return '';
    const said = contents.executeJavaScript('document.body.innerText') as Promise<string>;
    // A page that ends meanwhile answers nothing.
    const nothing = new Promise<string>((resolve) => {
      setTimeout(() => resolve(''), 1_000);
    });
    return Promise.race([said, nothing]);
  });
}

test('a page that ends comes back with all that was saved and what could not be saved yet', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { workspace } = diptych;
  await workspace.tag('left', CLOSED, 'claim');
  await workspace.expectSaved();
  const writable = await keepFromWriting(folder);
  await workspace.tag('right', BLAMED, 'quote');
  await expect(workspace.status).toContainText('Not saved');

  await crash(diptych);
  await expect.poll(() => words(diptych)).toContain('had stopped working and was opened again');
  await writable();
  await expect.poll(() => words(diptych)).toMatch(/\bSaved\n+1 claim · 1 quote/);
  await diptych.kill();
  const next = await launch();
  await expect(next.workspace.annotations).toHaveCount(2);
});

test('a window whose page is gone asks before it takes with it what could not be saved', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { app, workspace } = diptych;
  await workspace.tag('left', CLOSED, 'claim');
  await workspace.expectSaved();
  await keepFromWriting(folder);
  await workspace.tag('right', BLAMED, 'quote');
  await expect(workspace.status).toContainText('Not saved');
  await app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    dialog.showMessageBox = (_window: unknown, options?: Electron.MessageBoxOptions) => {
      asked.push(options?.message ?? '');
      return new Promise(() => undefined);
    };
    Object.assign(globalThis, { asked });
  });
  const asked = () => app.evaluate(() => (globalThis as { asked?: unknown }).asked);

  await crash(diptych);
  await expect.poll(() => words(diptych)).toContain('Not saved');
  await crash(diptych);
  await expect.poll(asked).toEqual(['This window has stopped working again.']);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(asked).toContain('Your last changes are not saved yet.');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await diptych.kill();
});

test('a page that hangs can be opened anew; one that ends again leads to the library', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { app, workspace } = diptych;
  await workspace.tag('left', CLOSED, 'claim');
  await workspace.expectSaved();
  await app.evaluate(({ dialog, BrowserWindow }) => {
    dialog.showMessageBox = (_window: unknown, options?: Electron.MessageBoxOptions) => {
      Object.assign(globalThis, { asked: options });
      return Promise.resolve({ response: 1, checkboxChecked: false });
    };
    BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
  });
  await expect.poll(() => words(diptych)).toContain('had stopped working and was opened again');
  await expect.poll(() => words(diptych)).toContain('1 claim');
  const asked = () => app.evaluate(() => (globalThis as { asked?: unknown }).asked);
  expect(await asked()).toMatchObject({
    message: 'This window does not answer.',
    buttons: ['Wait', 'Open Anew'],
  });
  await crash(diptych);
  await expect.poll(() => words(diptych)).toMatch(/^Library\n/);
  expect(await asked()).toMatchObject({ buttons: ['Close Window', 'Open the Library'] });
  await diptych.kill();
});
