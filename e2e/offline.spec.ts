import { join } from 'node:path';
import { newsPage, SENTENCES } from '../src/main/files/reading/testing/pages';
import { expect, test } from './fixtures';
import { seenOf, watchPages } from './watch/watch';

test.use({ watched: true });

const PICTURES =
  '<img src="https://wire.example/a.png"><iframe src="https://wire.example/b"></iframe>';

test('an ordinary day at work asks nothing of the network', async ({ launch, folder }) => {
  const diptych = await launch();
  const { app, page, library, workspace, openedBy } = diptych;
  await watchPages(diptych);

  await library.drop([
    {
      name: 'a.html',
      text: newsPage({ within: `${PICTURES}<p>${SENTENCES.join('</p><p>')}</p>` }),
    },
    { name: 'b.txt', text: SENTENCES.join('\n\n') },
  ]);
  await page.getByRole('button', { name: 'Create comparison' }).click();
  await expect(workspace.article('left')).toBeVisible();
  await workspace.tag('left', 'closed the harbour bridge', 'claim');
  await workspace.suggest();
  await page.keyboard.press('a');
  await workspace.expectSaved();
  for (const [format, file] of [
    ['HTML report', 'report.html'],
    ['Diptych JSON', 'out.diptych.json'],
  ] as const) {
    await diptych.answerDialogs([join(folder, file)]);
    await workspace.exportAs(format);
    await expect(page.getByText(`Exported to ${file}.`)).toBeVisible();
  }
  await diptych.answerDialogs([join(folder, 'printed.pdf')]);
  await diptych.chooseMenu('savePdf');
  await expect(page.getByText('Saved as printed.pdf.')).toBeVisible();
  const second = await openedBy(() => page.keyboard.press('ControlOrMeta+Shift+n'));
  await diptych.answerDialogs([join(folder, 'out.diptych.json')]);
  await second.page.keyboard.press('ControlOrMeta+o');
  await expect(second.workspace.article('left')).toBeVisible();

  expect(await seenOf(diptych)).toMatchObject({ requests: [], navigations: [], network: [] });

  // Were something asked, it would be seen.
  await app.evaluate(async ({ session }) => {
    const address = 'http://127.0.0.1:9/';
    await Promise.allSettled([fetch(address), session.defaultSession.fetch(address)]);
  });
  const seen = await seenOf(diptych);
  expect(seen.requests).toEqual(['http://127.0.0.1:9/']);
  expect(seen.network).not.toEqual([]);
});
