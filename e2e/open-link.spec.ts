import { expect, test, type Diptych } from './fixtures';

interface Asked {
  readonly opened: readonly string[];
  readonly details: readonly string[];
}

/** Has the question answered and the browser's part noted, in the app's main process. */
async function answerWith(diptych: Diptych, button: 'Open' | 'Cancel'): Promise<void> {
  await diptych.app.evaluate(({ dialog, shell }, answer) => {
    const asked = { opened: [] as string[], details: [] as string[] };
    Object.assign(globalThis, { asked });
    Object.assign(shell, {
      openExternal: async (url: string) => {
        asked.opened.push(url);
      },
    });
    Object.assign(dialog, {
      showMessageBox: async (_window: unknown, options: Electron.MessageBoxOptions) => {
        asked.details.push(options.detail ?? '');
        return { response: options.buttons?.indexOf(answer), checkboxChecked: false };
      },
    });
  }, button);
}

const asked = ({ app }: Diptych) =>
  app.evaluate(() => (globalThis as unknown as { asked: Asked }).asked);

test('an article’s address is opened in the browser after asking, and only when it is https', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page } = diptych;
  await page.keyboard.press('ControlOrMeta+i');
  const left = page.getByRole('dialog').getByRole('group', { name: 'Left article' });
  const open = left.getByRole('button', { name: 'Open in browser…' });
  const fill = (url: string) => left.getByLabel('URL').fill(url);

  await fill('');
  await expect(open).toBeDisabled();
  await fill('https://wire.example/näher?a=1');
  await answerWith(diptych, 'Cancel');
  await open.click();
  await expect.poll(async () => (await asked(diptych)).details).toHaveLength(1);
  expect(await asked(diptych)).toEqual({
    opened: [],
    details: [expect.stringMatching(/^https:\/\/wire\.example\/n%C3%A4her\?a=1\n/)],
  });
  await answerWith(diptych, 'Open');
  await open.press('Enter');
  await expect
    .poll(async () => (await asked(diptych)).opened)
    .toEqual(['https://wire.example/n%C3%A4her?a=1']);
  await expect(open).toBeFocused();

  await answerWith(diptych, 'Open');
  for (const url of ['http://wire.example/', 'file:///etc/hosts', 'https://me:secret@wire.example'])
    await test.step(url, async () => {
      await fill('https://wire.example/');
      await fill(url);
      await open.click();
      await expect(left.getByRole('alert')).toContainText('plain https addresses only');
    });
  expect(await asked(diptych)).toEqual({ opened: [], details: [] });
});
