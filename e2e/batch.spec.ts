import { AxeBuilder } from '@axe-core/playwright';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures';

const SAID = 'the council closed the bridge for eleven weeks';

test('new comparisons from a table, by keyboard: looked at, made, reported', async ({
  launch,
  folder,
}) => {
  const rows = Array.from(
    { length: 30 },
    (_, index) => `"Story ${index} one\nbody","Story ${index} two\nbody",Pair ${index}`,
  );
  const table = join(folder, 'pairs.csv');
  await writeFile(table, ['left,right,title', ...rows, 'gone.txt,"b\nc",Lost', ',x,'].join('\n'));
  const diptych = await launch();
  const { page, library } = diptych;
  await diptych.answerDialogs([table]);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('new comparisons');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New comparisons' });
  await expect(dialog.getByRole('button', { name: 'From a table…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('pairs.csv', { exact: true })).toBeVisible();
  await expect(dialog.getByText('31 pairs, 1 problem')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Problems' })).toContainText(
    'it has no left article.',
  );
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await expect(dialog.getByRole('button', { name: 'Make 31 comparisons' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('30 comparisons made, 2 failed.')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Failed' })).toContainText('“gone.txt”');
  await dialog.getByRole('button', { name: 'Copy report' }).click();
  const copied = await diptych.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^30 comparisons made, 2 failed\.\n.*gone\.txt/);
  await page.keyboard.press('Escape');
  await expect(library.entry('Pair 29')).toBeVisible();
});

test('what passim wrote becomes comparisons with suggested passages', async ({
  launch,
  folder,
}) => {
  const mail = { id: 'mail-1', title: 'Bridge shut', text: `On Monday ${SAID}. Ferries run.` };
  const post = { id: 'post-1', title: 'Closed', text: `Today, then, ${SAID}! That is all.` };
  const member = ({ text, ...doc }: typeof mail, uid: number, src: readonly object[]) => {
    const begin = text.indexOf(SAID);
    const end = begin + SAID.length;
    return {
      uid,
      cluster: 0,
      begin,
      end,
      src,
      size: 2,
      ...doc,
      text: text.slice(begin - 1, end - 1),
    };
  };
  const source = member(mail, 1, []);
  const { begin, end } = source;
  const lines = (records: readonly object[]) =>
    records.map((each) => JSON.stringify(each)).join('\n');
  const output = join(folder, 'run');
  await mkdir(join(output, 'out.json'), { recursive: true });
  await writeFile(
    join(output, 'out.json', 'part-00000.json'),
    lines([source, member(post, 2, [{ uid: 1, begin, end }])]),
  );
  const corpus = join(folder, 'docs.json');
  await writeFile(corpus, lines([mail, post]));

  const diptych = await launch();
  const { page, library, workspace } = diptych;
  await diptych.chooseMenu('newComparisons');
  const dialog = page.getByRole('dialog', { name: 'New comparisons' });
  await diptych.answerDialogs([output]);
  await dialog.getByRole('button', { name: 'From passim…' }).click();
  await expect(dialog.getByText('Without the corpus')).toBeVisible();
  await diptych.answerDialogs([corpus]);
  await dialog.getByRole('button', { name: 'Add the corpus…' }).click();
  await expect(dialog.getByText('docs.json')).toBeVisible();
  await dialog.getByRole('button', { name: 'Make 1 comparison' }).click();
  await expect(dialog.getByText('1 comparison made.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await library.entry('Bridge shut — Closed').dblclick();
  await expect(workspace.article('left')).toContainText('On Monday');
  await page.keyboard.press('2');
  await expect(page.getByRole('region', { name: 'Suggestions' })).toContainText(SAID);
});

test('a source that is none is refused with the reason, and cancelling changes nothing', async ({
  launch,
  folder,
}) => {
  const table = join(folder, 'x.csv');
  await writeFile(table, 'one,two,three\n1,2,3\n');
  const diptych = await launch();
  const { page } = diptych;
  await diptych.chooseMenu('newComparisons');
  const dialog = page.getByRole('dialog', { name: 'New comparisons' });
  await diptych.answerDialogs(null);
  await dialog.getByRole('button', { name: 'From a folder…' }).click();
  await expect(dialog.getByRole('button', { name: 'From a folder…' })).toBeVisible();
  await diptych.answerDialogs([table]);
  await dialog.getByRole('button', { name: 'From a table…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('“x.csv” is no table of pairs');
});
