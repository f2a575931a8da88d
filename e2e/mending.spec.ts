import { expect, test, type Diptych } from './fixtures';
import { keepFromSaving } from './workspace-folder';

const CLOSED = 'closed the harbour bridge to all traffic on Friday';
const BLAMED = 'blamed the storms';

/** Ends the process of the window's page, as a fault in Chromium would. */
async function crash({ app }: Diptych): Promise<void> {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
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
  const putBack = await keepFromSaving(folder);
  await workspace.tag('right', BLAMED, 'quote');
  await expect(workspace.status).toContainText('Not saved');

  await crash(diptych);
  await expect.poll(() => words(diptych)).toContain('had stopped working and was opened again');
  await putBack();
  await expect.poll(() => words(diptych)).toMatch(/\bSaved\n+1 claim · 1 quote/);
  await diptych.kill();
  const next = await launch();
  await expect(next.workspace.annotations).toHaveCount(2);
});

test('a window whose page is gone asks before it takes with it what could not be saved, and opens it again', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { workspace } = diptych;
  await workspace.tag('left', CLOSED, 'claim');
  await workspace.expectSaved();
  const putBack = await keepFromSaving(folder);
  await workspace.tag('right', BLAMED, 'quote');
  await expect(workspace.status).toContainText('Not saved');

  await crash(diptych);
  await expect.poll(() => words(diptych)).toContain('Not saved');
  const asked = await diptych.answerQuestions('Close Window', 'Open Again');
  await crash(diptych);
  await expect.poll(asked).toEqual([
    {
      message: 'This window has stopped working again.',
      buttons: ['Close Window', 'Open the Library'],
    },
    {
      message: 'Your last changes are not saved yet.',
      buttons: ['Open Again', 'Close Without Saving'],
    },
  ]);
  await expect.poll(() => words(diptych)).toContain('Not saved');
  await putBack();
  await expect.poll(() => words(diptych)).toMatch(/\bSaved\n+1 claim · 1 quote/);
  await diptych.kill();
});

test('what could not be saved is not closed with the library that took its place', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { workspace } = diptych;
  await workspace.expectSaved();
  await keepFromSaving(folder);
  await workspace.tag('right', BLAMED, 'quote');
  await expect(workspace.status).toContainText('Not saved');
  const asked = await diptych.answerQuestions('Open the Library', 'Open Again');
  await crash(diptych);
  await expect.poll(() => words(diptych)).toContain('Not saved');
  await crash(diptych);
  await expect.poll(() => words(diptych)).toMatch(/^Library\n/);
  await diptych.closeWindow();
  await expect.poll(async () => (await asked()).at(-1)?.message).toContain('not saved yet');
  await expect.poll(() => words(diptych)).toContain('1 quote');
  await diptych.kill();
});

test('a window that does not answer is not said to be saving', async ({ launch }) => {
  const diptych = await launch('--sample');
  await diptych.workspace.expectSaved();
  await diptych.app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('mayClose');
    ipcMain.handle('mayClose', () => null);
  });
  const asked = await diptych.answerQuestions('Wait');
  await diptych.closeWindow();
  await expect
    .poll(asked)
    .toEqual([
      { message: 'This window does not answer.', buttons: ['Wait', 'Close Without Saving'] },
    ]);
});

test('Windows is asked to wait before it ends what could not be saved', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { app, workspace } = diptych;
  await workspace.expectSaved();
  const endSession = () =>
    app.evaluate(({ BrowserWindow }) => {
      let isHeld = false;
      const preventDefault = () => (isHeld = true);
      BrowserWindow.getAllWindows()[0]?.emit('query-session-end', { preventDefault });
      return isHeld;
    });
  expect(await endSession()).toBe(false);
  await keepFromSaving(folder);
  await workspace.tag('left', CLOSED, 'claim');
  await expect(workspace.status).toContainText('Not saved');
  const asked = await diptych.answerQuestions('Wait');
  expect(await endSession()).toBe(true);
  await expect.poll(async () => (await asked())[0]?.message).toContain('not saved yet');
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
