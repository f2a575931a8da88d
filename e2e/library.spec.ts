import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures';

const LEFT = 'The mayor opened the bridge on Monday\n\nThe bridge cost 2.4 million, she said.\n';
const RIGHT = 'Bridge opens after long delay\n\nIt cost about 2.4 million.\n';

test('an empty library teaches, and opens the sample', async ({ launch }) => {
  const { page, library, workspace } = await launch();
  await expect(library.heading).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Two accounts of one event, side by side' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(workspace.article('left').getByRole('heading')).toHaveText(
    'City shuts harbour bridge after cracks widen',
  );
  await expect(workspace.article('right').getByRole('heading')).not.toBeEmpty();
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(library.entry('Harbour bridge closure')).toHaveCount(1);
});

test('a comparison is made from pasted text, and its details are corrected later', async ({
  launch,
}) => {
  const { page, workspace, library } = await launch();
  await page.getByRole('button', { name: 'New comparison' }).click();
  const left = page.getByRole('group', { name: 'Left article' });
  const right = page.getByRole('group', { name: 'Right article' });
  await left.getByLabel('Text').fill(LEFT);
  await page.getByRole('button', { name: 'Create comparison' }).click();
  await expect(page.getByRole('alert')).toHaveText(/The right article has no text yet/);
  await right.getByLabel('Text').fill(RIGHT);
  await left.getByLabel('Outlet').fill('The Ledger');
  await left.getByLabel('Date').fill('2026-05-03');
  await left.getByLabel('URL').fill('https://example.org/bridge');
  await page.getByRole('button', { name: 'Create comparison' }).click();
  await expect(workspace.article('left').getByRole('heading')).toHaveText(
    'The mayor opened the bridge on Monday',
  );
  await expect(workspace.article('left')).toContainText('The Ledger · 3 May 2026');

  await page.keyboard.press('ControlOrMeta+i');
  const dialog = page.getByRole('dialog', { name: 'Details' });
  await dialog.getByLabel('Title of the comparison').fill('Bridge');
  await dialog.getByRole('group', { name: 'Right article' }).getByLabel('Outlet').fill('The Wire');
  await dialog.getByRole('button', { name: 'Save details' }).click();
  await expect(workspace.article('right')).toContainText('The Wire');
  await workspace.expectSaved();
  await workspace.undoButton.click();
  await expect(workspace.article('right')).not.toContainText('The Wire');
  await workspace.redoButton.click();
  await workspace.expectSaved();
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(library.entry('Bridge')).toContainText('The Ledger — The Wire');
});

test('a comparison is made from chosen files, from dropped files and from the command line', async ({
  launch,
  folder,
}) => {
  const left = join(folder, 'left.txt');
  const right = join(folder, 'right.md');
  await writeFile(left, LEFT);
  await writeFile(right, `# ${RIGHT}`);
  const diptych = await launch(left, right);
  const { page, workspace, library } = diptych;
  await expect(workspace.article('right').getByRole('heading')).toHaveText(
    '# Bridge opens after long delay',
  );
  await page.getByRole('button', { name: 'Library' }).click();

  await page.getByRole('button', { name: 'New comparison' }).click();
  await diptych.answerDialogs([left]);
  await page
    .getByRole('group', { name: 'Left article' })
    .getByRole('button', { name: 'Choose a file…' })
    .click();
  await diptych.answerDialogs([right]);
  await page
    .getByRole('group', { name: 'Right article' })
    .getByRole('button', { name: 'Choose a file…' })
    .click();
  await expect(page.getByRole('group', { name: 'Right article' }).getByLabel('Title')).toHaveValue(
    'Bridge opens after long delay',
  );
  await page.getByRole('button', { name: 'Create comparison' }).click();
  await expect(workspace.article('left')).toBeVisible();
  await page.getByRole('button', { name: 'Library' }).click();

  await library.drop([
    { name: 'one.txt', text: 'A dropped article of four words\n\nText.' },
    { name: 'two.txt', text: 'Another dropped article comes here\n\nText.' },
  ]);
  await expect(workspace.article('left').getByRole('heading')).toHaveText(
    'A dropped article of four words',
  );
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(library.list.getByRole('row')).toHaveCount(3);
});

test('files that are no articles get a clear error', async ({ launch, folder }) => {
  const binary = join(folder, 'picture.txt');
  await writeFile(binary, Buffer.from([0x89, 0x50, 0, 0, 0, 1, 2, 0, 3, 255]));
  const { page, library } = await launch(binary, join(folder, 'missing.txt'));
  await expect(page.getByRole('alert')).toHaveText(/could not be read/);
  await library.drop([
    { name: 'a.pdf', text: '%PDF-1.7' },
    { name: 'b.txt', text: 'text' },
  ]);
  await expect(page.getByRole('alert')).toHaveText(
    /“a.pdf” could not be read: it is damaged, or no PDF/,
  );
  await library.drop([{ name: 'x.json', text: '{"a":1}' }]);
  await expect(page.getByRole('alert')).toHaveText(/not a Diptych comparison/);
});

test('the library searches, sorts, renames, duplicates and deletes with undo', async ({
  launch,
}) => {
  const { page, library, workspace } = await launch();
  for (const name of ['Beta case', 'Alpha case', 'Gamma café']) {
    await library.drop([
      { name: 'l.txt', text: `${name} in four words\n\nText.` },
      { name: 'r.txt', text: 'Another article of four words\n\nText.' },
    ]);
    await expect(workspace.article('left')).toBeVisible();
    await page.getByRole('button', { name: 'Library' }).click();
    await expect(library.entry(name)).toBeVisible();
  }
  const alpha = 'Alpha case in four words';
  expect((await library.titles())[0]).toBe('Gamma café in four words');
  await page.getByLabel('Sort by').selectOption('Title');
  expect((await library.titles())[0]).toBe(alpha);
  await library.search.fill('CAFE');
  await expect(library.list.getByRole('row')).toHaveCount(1);
  await library.search.fill('nothing like it');
  await expect(page.getByText('No comparison matches “nothing like it”.')).toBeVisible();
  await library.search.fill('');

  await library.act(alpha, 'Rename');
  await page.getByLabel('Title of the comparison').fill('Delta');
  await page.keyboard.press('Enter');
  await expect(library.entry('Delta')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(library.entry(alpha)).toBeVisible();

  await library.act(alpha, 'Duplicate');
  await expect(library.entry(`${alpha} (copy)`)).toBeVisible();
  await library.act(`${alpha} (copy)`, 'Delete');
  await expect(library.entry(`${alpha} (copy)`)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(library.entry(`${alpha} (copy)`)).toBeVisible();
});

test('the library is used by keyboard alone', async ({ launch }) => {
  const { page, library, workspace } = await launch();
  await library.drop([
    { name: 'l.txt', text: 'An article of four words\n\nText.' },
    { name: 'r.txt', text: 'Another article of four words\n\nText.' },
  ]);
  await expect(workspace.article('left')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+l');
  await expect(library.list).toBeVisible();
  await expect(library.entry('An article')).toBeFocused();
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await expect(library.entry('An article')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Open', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(library.list.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await library.entry('(copy)').focus();
  await page.keyboard.press('Enter');
  await expect(workspace.article('left')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+n');
  await expect(page.getByRole('heading', { name: 'New comparison' })).toBeVisible();
});

test('files dropped on an open comparison make another one', async ({ launch }) => {
  const { page, library, workspace } = await launch('--sample');
  await workspace.tag('left', 'Ferries were doubled from noon', 'claim');
  await library.dropHere([
    { name: 'l.txt', text: LEFT },
    { name: 'r.txt', text: RIGHT },
  ]);
  await expect(workspace.article('left')).toContainText('The mayor opened the bridge');
  await page.keyboard.press('ControlOrMeta+l');
  await expect(library.list.getByRole('row')).toHaveCount(2);
  await expect(library.entry('Harbour')).toContainText('1 claim');
});

test('a second start opens its files in the running app', async ({ launch, folder }) => {
  const { app, page, workspace } = await launch();
  const [left, right] = [join(folder, 'l.txt'), join(folder, 'r.txt')];
  await writeFile(left, LEFT);
  await writeFile(right, RIGHT);
  await app.evaluate(
    ({ app: running }, words) => running.emit('second-instance', {}, words, '/'),
    ['electron', left, right],
  );
  await expect(workspace.article('left').getByRole('heading')).toHaveText(
    'The mayor opened the bridge on Monday',
  );
  expect(app.windows()).toHaveLength(1);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('arrows stay in the title while it is renamed, and Escape gives it up', async ({ launch }) => {
  const { page, library } = await launch('--sample');
  await page.keyboard.press('ControlOrMeta+l');
  await library.act('Harbour bridge closure', 'Rename');
  const field = page.getByLabel('Title of the comparison');
  await field.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('X');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('Harbour bridge closurXe');
  await page.keyboard.press('Escape');
  await expect(library.entry('Harbour bridge closure')).toBeFocused();
});

test('a comparison in the making is kept while other screens are visited', async ({ launch }) => {
  const { page } = await launch('--sample');
  await page.keyboard.press('ControlOrMeta+n');
  const left = page.getByRole('group', { name: 'Left article' });
  await left.getByLabel('Text').fill(LEFT);
  await left.getByLabel('Outlet').fill('The Ledger');
  await page.keyboard.press('ControlOrMeta+l');
  await page.getByRole('button', { name: 'New comparison' }).click();
  await expect(left.getByLabel('Text')).toHaveValue(LEFT);
  await expect(left.getByLabel('Outlet')).toHaveValue('The Ledger');
});

test('a search ends, whatever is pasted into it and wherever the workspace’s folder is', async ({
  launch,
  folder,
}) => {
  const { page, library } = await launch('--sample');
  await page.getByRole('button', { name: 'Library' }).click();
  await library.search.fill('bridge '.repeat(1_000));
  await expect(page.getByText(/^No comparison matches|^1 of 1 comparison/)).toBeVisible();

  await library.search.fill('');
  await rm(join(folder, 'workspace', 'texts.index'), { force: true });
  await mkdir(join(folder, 'workspace', 'texts.index'));
  await library.search.fill('harbour bridge girders');
  await expect(page.getByRole('alert')).toContainText('The texts could not be searched');
  await expect(page.getByText('No comparison matches')).toBeVisible();
});
