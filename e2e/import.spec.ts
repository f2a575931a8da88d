import { AxeBuilder } from '@axe-core/playwright';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docxOf } from '../src/main/files/reading/testing/bombs';
import { newsPage, SENTENCES } from '../src/main/files/reading/testing/pages';
import { expect, test, type Diptych } from './fixtures';

const TITLE = 'Bridge shut after cracks widen';
const PAGE = newsPage({
  head: '<meta property="og:site_name" content="The Ledger"><meta name="author" content="Ann Lee">',
});
const TEXT = `31.1 C\n\nThe mayor shut the bridge on Monday\n\n${SENTENCES[3]}\n\nRead more\n\nLeave a Reply\n`;

const sideOf = ({ page }: Diptych, side: 'Left' | 'Right') => {
  const group = page.getByRole('group', { name: `${side} article` });
  return {
    group,
    list: group.getByRole('listbox'),
    option: (text: string) => group.getByRole('option', { name: text }),
  };
};

/** Chooses a file for one side, by the command of that name. */
async function choose(diptych: Diptych, side: 'Left' | 'Right', path: string): Promise<void> {
  await diptych.answerDialogs([path]);
  await diptych.chooseMenu(`choose${side}`);
  await expect(sideOf(diptych, side).list).toBeVisible();
}

test('what is read of two files is looked through by keyboard, and what is kept becomes the comparison', async ({
  launch,
  folder,
}) => {
  const [html, txt] = [join(folder, 'page.html'), join(folder, 'plain.txt')];
  await writeFile(html, PAGE);
  await writeFile(txt, TEXT);
  const diptych = await launch();
  const { page, workspace } = diptych;
  await page.keyboard.press('ControlOrMeta+n');
  await choose(diptych, 'Left', html);
  const left = sideOf(diptych, 'Left');
  await expect(left.group.getByLabel('Title')).toHaveValue(TITLE);
  await expect(left.group.getByLabel('Outlet')).toHaveValue('The Ledger');
  await expect(left.group.getByLabel('Author')).toHaveValue('Ann Lee');
  await expect(left.group.getByLabel('Language')).toHaveValue('en');
  await expect(left.option('News The page’s navigation')).toHaveAttribute('aria-selected', 'false');
  await expect(left.option(TITLE)).toHaveAttribute('aria-selected', 'true');
  const proposed = await left.group.getByRole('status').textContent();
  await expect(left.list).toHaveAccessibleDescription(/leave it out or put it back/);

  await left.list.focus();
  await page.keyboard.press('Space');
  await expect(left.option('The Ledger').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(left.option('News')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(left.option('All rights reserved')).toHaveAttribute('aria-selected', 'true');
  await left.group.getByRole('button', { name: 'As proposed' }).click();
  await expect(left.group.getByRole('status')).toHaveText(proposed ?? '');
  await left.option(SENTENCES[1] ?? '').click();
  await left.option(SENTENCES[2] ?? '').click({ modifiers: ['Shift'] });
  await left.group.getByLabel('Outlet').fill('The Daily Ledger');

  await choose(diptych, 'Right', txt);
  const right = sideOf(diptych, 'Right');
  await expect(right.option('31.1 C A date, a time or the weather')).toHaveAttribute(
    'aria-selected',
    'false',
  );
  await page.keyboard.press('Shift+ControlOrMeta+Enter');
  await expect(workspace.article('left')).toContainText('The Daily Ledger');
  await expect(workspace.article('left')).toContainText(SENTENCES[0] ?? '');
  for (const out of ['Sport', SENTENCES[1] ?? '', SENTENCES[2] ?? ''])
    await expect(workspace.article('left')).not.toContainText(out);
  await expect(workspace.article('right')).toContainText(SENTENCES[3] ?? '');
  for (const out of ['31.1 C', 'Read more', 'Leave a Reply'])
    await expect(workspace.article('right')).not.toContainText(out);
});

test('everything can be kept, nothing is not enough, and a preview becomes a text to type in', async ({
  launch,
  folder,
}) => {
  const txt = join(folder, 'plain.txt');
  await writeFile(txt, TEXT);
  const diptych = await launch();
  const { page } = diptych;
  await page.keyboard.press('ControlOrMeta+n');
  await choose(diptych, 'Left', txt);
  const left = sideOf(diptych, 'Left');
  await left.list.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(left.group.getByRole('option', { selected: false })).toHaveCount(0);
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Shift+ControlOrMeta+Enter');
  await expect(page.getByRole('alert')).toHaveText(/Nothing of the left article is kept/);
  await left.group.getByRole('button', { name: 'Keep all' }).click();
  await left.group.getByRole('button', { name: 'Edit as text' }).click();
  await expect(left.group.getByLabel('Text')).toHaveValue(TEXT);
  await expect(left.group.getByLabel('Text')).toBeFocused();
});

test('rich text is pasted into an empty field, plain text as it is', async ({ launch }) => {
  const diptych = await launch();
  const { page, app } = diptych;
  await page.keyboard.press('ControlOrMeta+n');
  const left = sideOf(diptych, 'Left');
  await left.group.getByLabel('Text').focus();
  await page.evaluate((html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', 'plain');
    const paste = { clipboardData, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', paste));
  }, `<h2>${TITLE}</h2><p>One <b>bold</b> line.</p><p>Read more</p>`);
  await expect(left.list).toBeFocused();
  await expect(left.option('One bold line.')).toHaveAttribute('aria-selected', 'true');
  await expect(left.option('Read more')).toHaveAttribute('aria-selected', 'false');
  const right = sideOf(diptych, 'Right');
  await app.evaluate(({ clipboard }) => clipboard.writeText('Plain <b>text</b>\nof two lines'));
  await right.group.getByLabel('Text').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(right.group.getByLabel('Text')).toHaveValue('Plain <b>text</b>\nof two lines');
});

test('pages dropped on the library are looked through first, and another one on a side takes its place', async ({
  launch,
}) => {
  const diptych = await launch();
  const { page, library } = diptych;
  await library.drop([
    { name: 'one.html', text: PAGE },
    { name: 'two.txt', text: TEXT },
  ]);
  await expect(sideOf(diptych, 'Left').option(TITLE)).toBeVisible();
  await expect(sideOf(diptych, 'Right').option('31.1 C')).toBeVisible();
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['Another article of four words\n\nText.'], 'other.md'));
    return transfer;
  });
  await sideOf(diptych, 'Right').group.dispatchEvent('drop', { dataTransfer: data });
  await expect(sideOf(diptych, 'Right').option('Another article of four words')).toBeVisible();
  await expect(sideOf(diptych, 'Left').option(TITLE)).toBeVisible();
});

test('reading can be stopped, and what cannot be read says why while the app goes on', async ({
  launch,
  folder,
}) => {
  const [slow, deep] = [join(folder, 'slow.docx'), join(folder, 'deep.html')];
  await writeFile(slow, docxOf(120_000));
  await writeFile(deep, '<div>'.repeat(100_000));
  const diptych = await launch();
  const { page } = diptych;
  await page.keyboard.press('ControlOrMeta+n');
  await diptych.answerDialogs([slow]);
  await diptych.chooseMenu('chooseLeft');
  await expect(page.getByText('Bringing in “slow.docx”…')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Bringing in “slow.docx”…')).toHaveCount(0);
  await diptych.answerDialogs([deep]);
  await diptych.chooseMenu('chooseLeft');
  await expect(page.getByRole('alert')).toHaveText(
    /“deep.html” could not be read: its elements are nested/,
  );
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(sideOf(diptych, 'Left').group.getByLabel('Text')).toHaveValue('');
});

test('nothing is being read while the file is still being chosen', async ({ launch }) => {
  const diptych = await launch();
  const { page, app } = diptych;
  await page.keyboard.press('ControlOrMeta+n');
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () =>
      new Promise((answer) => {
        Object.assign(globalThis, { cancel: () => answer({ canceled: true, filePaths: [] }) });
      });
  });
  await diptych.chooseMenu('chooseLeft');
  await expect.poll(() => app.evaluate(() => 'cancel' in globalThis)).toBe(true);
  await expect(page.getByText('Bringing in')).toHaveCount(0);
  await app.evaluate(() => (globalThis as unknown as { cancel: () => void }).cancel());
});

test('another file of the same name is looked at from its beginning', async ({
  launch,
  folder,
}) => {
  const [long, short] = [join(folder, 'plain.txt'), join(folder, 'other', 'plain.txt')];
  await mkdir(join(folder, 'other'));
  await writeFile(long, SENTENCES.join('\n\n'));
  await writeFile(short, `${TITLE}\n\nNobody was hurt.`);
  const diptych = await launch();
  const { page } = diptych;
  await page.keyboard.press('ControlOrMeta+n');
  await choose(diptych, 'Left', long);
  const left = sideOf(diptych, 'Left');
  await left.list.focus();
  await page.keyboard.press('End');
  await choose(diptych, 'Left', short);
  await expect(left.option('Nobody was hurt.')).toBeVisible();
  await left.list.focus();
  await page.keyboard.press('Space');
  await expect(left.option(TITLE)).toHaveAttribute('aria-selected', 'false');
});

test('a dropped file that is gone says so, and no comparison is made in place of what did not arrive', async ({
  launch,
  folder,
}) => {
  const gone = join(folder, 'gone.txt');
  await writeFile(gone, TEXT);
  const diptych = await launch();
  const { page } = diptych;
  await page.keyboard.press('ControlOrMeta+n');
  const [left, right] = [sideOf(diptych, 'Left'), sideOf(diptych, 'Right')];
  await left.group.getByLabel('Text').fill('The mayor shut the bridge.');
  await right.group.getByLabel('Text').fill('The bridge was shut by the mayor.');
  const input = await page.evaluateHandle(() =>
    Object.assign(document.createElement('input'), { type: 'file' }),
  );
  await input.setInputFiles(gone);
  const data = await input.evaluateHandle(({ files }) => {
    const transfer = new DataTransfer();
    for (const file of files ?? []) transfer.items.add(file);
    return transfer;
  });
  await rm(gone);
  await left.group.dispatchEvent('drop', { dataTransfer: data });
  await expect(page.getByRole('alert')).toHaveText(/“gone.txt” could not be read: it is a folder/);
  await expect(page.getByText('Bringing in')).toHaveCount(0);
  const deep = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['<div>'.repeat(100_000)], 'deep.html'));
    return transfer;
  });
  await left.group.dispatchEvent('drop', { dataTransfer: deep });
  await page.keyboard.press('Shift+ControlOrMeta+Enter');
  await expect(page.getByRole('alert')).toHaveText(/“deep.html” could not be read/);
  await expect(page.getByRole('heading', { name: 'New comparison' })).toBeVisible();
});

test('axe finds nothing in the preview', async ({ launch }) => {
  const diptych = await launch();
  const { page, library } = diptych;
  await library.drop([
    { name: 'one.html', text: PAGE },
    { name: 'two.html', text: PAGE.replace('utf-8', 'x') },
  ]);
  await expect(sideOf(diptych, 'Right').list).toBeVisible();
  for (const media of [
    { colorScheme: 'light' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ] as const) {
    await page.emulateMedia(media);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ).toEqual([]);
  }
});
