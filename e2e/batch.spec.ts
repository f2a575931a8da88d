import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectNoFindings } from './axe';
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
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoFindings(page, `new comparisons, ${colorScheme}`);
  }
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
  await workspace.expectSaved();
  await page.keyboard.press('2');
  await expect(page.getByRole('region', { name: 'Suggestions' })).toContainText(SAID);
});

test('a corpus that cannot be read leaves what was chosen before', async ({ launch, folder }) => {
  const s1 = 'The council closed the bridge.';
  const place = { begin: 0, end: s1.length, begin2: 0, end2: s1.length };
  const record = { id: 'mail', id2: 'post', ...place, s1, s2: s1, matches: s1.length };
  const output = join(folder, 'run');
  await mkdir(output);
  await writeFile(join(output, 'part-00000.json'), JSON.stringify(record));
  const packed = join(folder, 'docs.json');
  await writeFile(packed, 'BZh91AY');
  const diptych = await launch();
  await diptych.chooseMenu('newComparisons');
  const dialog = diptych.page.getByRole('dialog', { name: 'New comparisons' });
  await diptych.answerDialogs([output]);
  await dialog.getByRole('button', { name: 'From passim…' }).click();
  await expect(dialog.getByText('Without the corpus')).toBeVisible();
  await diptych.answerDialogs([packed]);
  await dialog.getByRole('button', { name: 'Add the corpus…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Unpack it');
  await dialog.getByRole('button', { name: 'Make 1 comparison' }).click();
  await expect(dialog.getByText('1 comparison made.')).toBeVisible();
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

test('a batch that is cancelled keeps what is made', async ({ launch, folder }) => {
  const COUNT = 5_000;
  const rows = Array.from({ length: COUNT }, (_, index) => `"One ${index}\nx","Two ${index}\ny"`);
  const table = join(folder, 'pairs.csv');
  await writeFile(table, ['left,right', ...rows].join('\n'));
  const diptych = await launch();
  const { page } = diptych;
  await diptych.chooseMenu('newComparisons');
  const dialog = page.getByRole('dialog', { name: 'New comparisons' });
  await diptych.answerDialogs([table]);
  await dialog.getByRole('button', { name: 'From a table…' }).click();
  await dialog.getByRole('button', { name: 'Make 5,000 comparisons' }).click();
  await expect(dialog.getByText(/^\d+ of 5,000/)).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  const report = dialog.getByText(/^Stopped: [\d,]+ comparisons? made\./);
  await expect(report).toBeVisible();
  await expectNoFindings(page, 'a report, dark');
  const made = Number(/[\d,]+/.exec(await report.innerText())?.[0].replace(',', ''));
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThan(COUNT);
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  const files = await readdir(join(folder, 'workspace', 'comparisons'));
  expect(files.filter((name) => /^pair-[0-9a-f]+\.json$/.test(name))).toHaveLength(made);
});
