import { createHash } from 'node:crypto';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectNoFindings } from './axe';
import { expect, test, type Diptych } from './fixtures';
import { onlyFile } from './workspace-folder';

const SAMPLE = 'Harbour bridge closure';
const CLOSED = 'closed the harbour bridge to all traffic on Friday';
const LATER = 'The closure will last at least eleven weeks';
const OTHER = 'eleven weeks or more';
const FERRIES = 'Ferries were doubled from noon';
const BLAMED = 'blamed the storms';

async function note({ workspace }: Diptych, text: string, words: string): Promise<void> {
  await workspace.click('left', text);
  await workspace.card.getByLabel('Note').fill(words);
  await workspace.expectSaved();
}

test('a conflicted copy is found in the library, merged by choice, undone, and kept aside', async ({
  launch,
  folder,
}) => {
  const first = await launch('--sample');
  await first.workspace.tag('left', CLOSED, 'claim');
  await first.workspace.expectSaved();
  await first.quit();
  const file = await onlyFile(folder);
  const before = await readFile(file);

  // What is done on the other computer, which then becomes the copy.
  const there = await launch();
  await note(there, CLOSED, 'written there');
  await there.workspace.link(LATER, OTHER);
  await there.workspace.tag('left', FERRIES, 'claim');
  await there.workspace.expectSaved();
  await there.quit();
  const name = file.replace(/\.json$/, " (Ann's conflicted copy 2026-01-02).json");
  await copyFile(file, name);
  await writeFile(file, before);

  const here = await launch();
  const { page, workspace, library } = here;
  await note(here, CLOSED, 'written here');
  await workspace.tag('right', BLAMED, 'claim');
  await workspace.expectSaved();
  await page.keyboard.press('ControlOrMeta+l');
  const notice = page.getByRole('alert').filter({ hasText: 'conflicted copy 2026-01-02' });
  await expect(notice).toContainText(`“${SAMPLE}” was changed on two computers at once.`);
  await expectNoFindings(page, 'library with a conflicted copy');
  await notice.getByRole('button', { name: 'Merge…' }).press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Merge a copy' });
  await expect(dialog).toContainText('Only in the copy: 3 annotations, 1 link');
  await expect(dialog.getByRole('radio', { name: /Here.*written here/ })).toBeChecked();
  await expectNoFindings(page, 'merging');
  await dialog.getByRole('radio', { name: /In the copy.*written there/ }).check();
  await dialog.getByRole('checkbox', { name: new RegExp(FERRIES) }).uncheck();
  await dialog.getByRole('button', { name: 'Merge' }).press('Enter');
  await expect(page.getByText('The copy is kept in the workspace’s folder')).toBeVisible();
  await expect(workspace.annotations).toHaveCount(4);
  await expect(workspace.annotation(LATER)).toHaveAccessibleName(/linked to/);
  await workspace.click('left', CLOSED);
  await expect(workspace.card.getByLabel('Note')).toHaveValue('written there');
  const aside = await readdir(join(file, '..', 'merged-copies'));
  expect(aside).toHaveLength(1);

  await workspace.undoButton.click();
  await expect(workspace.annotations).toHaveCount(2);
  await workspace.redoButton.click();
  await workspace.expectSaved();
  await page.keyboard.press('ControlOrMeta+l');
  await expect(library.entry(SAMPLE)).toContainText('1 link');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a chosen copy is merged; one of other texts is refused with what to do', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await workspace.tag('left', CLOSED, 'claim');
  const path = join(folder, 'copy.diptych.json');
  await diptych.answerDialogs([path]);
  await diptych.chooseMenu('saveCopy');
  await expect(page.getByText('Everything shown here is in copy.diptych.json')).toBeVisible();
  await workspace.undoButton.click();
  await expect(workspace.annotations).toHaveCount(0);

  const dialog = page.getByRole('dialog', { name: 'Merge a copy' });
  await diptych.chooseMenu('mergeCopy');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(workspace.annotations).toHaveCount(1);
  await diptych.chooseMenu('mergeCopy');
  await expect(dialog).toContainText('Every annotation and link of the copy is here already.');
  await page.keyboard.press('Escape');

  // A workspace's own file, and one that says it is one and would fill the memory.
  const own = join(folder, 'own.json');
  await page.keyboard.press('ControlOrMeta+l');
  await page.getByRole('row').filter({ hasText: SAMPLE }).click();
  await copyFile(await onlyFile(folder), own);
  await diptych.answerDialogs([own]);
  await diptych.chooseMenu('mergeCopy');
  await expect(dialog).toContainText('Every annotation and link of the copy is here already.');
  await page.keyboard.press('Escape');
  const bomb = (await readFile(own, 'utf8')).replace(/\}$/, `,"more":[${'0,'.repeat(6e6)}0]}`);
  await writeFile(own, bomb);
  await diptych.chooseMenu('mergeCopy');
  await expect(page.getByRole('alert')).toContainText('more values than any comparison does');

  const texts = await Promise.all(
    ['left', 'right'].map(async (side) => {
      const text = join(folder, `${side}.txt`);
      await writeFile(text, `Another ${side} text\n`);
      return text;
    }),
  );
  const other = await launch(
    `--user-data-dir=${join(folder, 'other user')}`,
    `--workspace=${join(folder, 'other')}`,
    ...texts,
  );
  await other.answerDialogs([path]);
  await other.chooseMenu('mergeCopy');
  await expect(other.page.getByRole('alert')).toContainText('The copy has other texts');
});

test('edits refused because the file was changed from outside can be brought in again', async ({
  launch,
  folder,
}) => {
  const first = await launch('--sample');
  await first.workspace.tag('left', CLOSED, 'claim');
  await first.workspace.expectSaved();
  await first.quit();
  const file = await onlyFile(folder);
  const before = await readFile(file);
  const { page, workspace } = await launch();
  await workspace.tag('left', FERRIES, 'claim');
  await workspace.expectSaved();
  await page.keyboard.press('ControlOrMeta+l');
  await page.getByRole('row').filter({ hasText: SAMPLE }).click();
  await writeFile(file, before);
  await workspace.select('right', BLAMED);
  await page.keyboard.press('c');
  await expect(workspace.status).toContainText('another program changed the comparison');
  await expect(workspace.annotations).toHaveCount(1);
  await page.getByRole('button', { name: 'Bring It In…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge a copy' });
  await expect(dialog).toContainText('Only in the copy: 2 annotations');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(workspace.annotations).toHaveCount(3);
  await workspace.expectSaved();
});

test('edits refused by a comparison that was deleted elsewhere are kept, and the window asks before it goes', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await workspace.tag('left', CLOSED, 'claim');
  await page.keyboard.press('ControlOrMeta+l');
  await page.getByRole('row').filter({ hasText: SAMPLE }).click();
  const file = await onlyFile(folder);
  const before = await readFile(file, 'utf8');
  const deleted = `{${before.slice('{"sha256":"",'.length + 64)}`.replace(
    '"deleted":null',
    '"deleted":"2026-01-02T00:00:00.000Z"',
  );
  const seal = createHash('sha256').update(deleted).digest('hex');
  await writeFile(file, `{"sha256":"${seal}",${deleted.slice(1)}`);
  await expect(workspace.annotations).toHaveCount(1);
  await workspace.tag('left', FERRIES, 'claim');
  await expect(workspace.status).toContainText(
    'This comparison was deleted. Your changes are kept',
  );
  await page.keyboard.press('ControlOrMeta+l');
  await expect(page.getByRole('alert')).toContainText('not saved yet');
  await expect(workspace.annotations).toHaveCount(2);
  const asked = await diptych.answerQuestions('Wait');
  await diptych.closeWindow();
  await expect.poll(async () => (await asked())[0]?.message).toContain('not saved yet');
  // Brought back, it can be worked on.
  await writeFile(file, before);
  await page.getByRole('button', { name: 'Bring It In…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  await expect(workspace.annotations).toHaveCount(2);
  await workspace.expectSaved();
});
