import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from './fixtures';
import { keepFromSaving, onlyFile } from './workspace-folder';

const CLOSED = 'closed the harbour bridge to all traffic on Friday';

test('after quitting, the app comes back to the same place with everything', async ({ launch }) => {
  const first = await launch('--sample');
  await first.workspace.tag('left', CLOSED, 'claim');
  await first.workspace.expectSaved();
  await first.workspace.article('right').evaluate((pane) => pane.scrollTo(0, 700));
  const seen = await first.workspace.firstVisible('right');
  expect(seen).toBeGreaterThan(0);
  await first.page.waitForTimeout(400); // The place is saved shortly after scrolling stops.
  await first.quit();

  const second = await launch();
  await expect(second.workspace.annotation(CLOSED)).toHaveCount(1);
  await expect.poll(() => second.workspace.firstVisible('right')).toBe(seen);
  expect(await second.workspace.painted('picked')).toEqual([CLOSED]);
});

test('what is said to be saved survives a kill in the middle of the work', async ({ launch }) => {
  const first = await launch('--sample');
  await first.workspace.tag('left', CLOSED, 'claim');
  await first.workspace.link('The closure will last at least eleven weeks', 'eleven weeks or more');
  await first.workspace.expectSaved();
  await first.kill();

  const second = await launch('--sample');
  await expect(second.workspace.annotations).toHaveCount(3);
  await expect(second.workspace.ribbons).toHaveCount(1);
  await second.page.getByRole('button', { name: 'Library' }).click();
  await expect(second.library.entry('Harbour bridge closure')).toContainText('3 claims');
  await expect(second.library.entry('Harbour bridge closure')).toContainText('1 link');
});

test('text that is still being typed is saved when the window closes', async ({ launch }) => {
  const first = await launch('--sample');
  await first.workspace.tag('left', CLOSED, 'claim');
  await first.page.keyboard.press('w');
  await first.page.keyboard.type('The inspectors');
  await first.quit();
  const second = await launch();
  await expect(second.workspace.annotation(CLOSED)).toContainText('The inspectors');
});

test('undo lasts while the library is visited', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  await workspace.tag('left', CLOSED, 'claim');
  await page.getByRole('button', { name: 'Library' }).click();
  await page.getByRole('row').filter({ hasText: 'Harbour' }).click();
  await expect(workspace.annotations).toHaveCount(1);
  await workspace.undoButton.click();
  await expect(workspace.annotations).toHaveCount(0);
});

test('what is typed is saved before the comparison is left, exported or undone', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  await workspace.tag('left', CLOSED, 'claim');
  await page.keyboard.press('m');
  await page.keyboard.type('left at once');
  await expect(workspace.status).toHaveText('Saving…');
  await page.keyboard.press('ControlOrMeta+l');
  await page.getByRole('row').filter({ hasText: 'Harbour' }).click();
  await expect(workspace.card.getByLabel('Note')).toHaveValue('left at once');
  await workspace.card.getByLabel('Note').fill('typed and undone');
  await workspace.undoButton.click();
  await expect(workspace.card.getByLabel('Note')).toHaveValue('left at once');
  await workspace.expectSaved();
});

test('while saving fails, nothing is lost, the reason is shown, and saving resumes by itself', async ({
  launch,
  folder,
}) => {
  const { page, workspace } = await launch('--sample');
  await workspace.expectSaved();
  const putBack = await keepFromSaving(folder);
  await workspace.tag('left', CLOSED, 'claim');
  await workspace.tag('right', 'blamed the storms', 'claim');
  await expect(workspace.status).toContainText('Not saved');
  await page.keyboard.press('ControlOrMeta+l');
  await expect(page.getByRole('alert')).toContainText('not saved yet');
  await expect(workspace.annotations).toHaveCount(2);
  await putBack();
  await workspace.expectSaved();
  await page.keyboard.press('ControlOrMeta+l');
  await expect(page.getByRole('row').filter({ hasText: 'Harbour' })).toContainText('2 claims');
});

test('a damaged file is recovered, which is said in the comparison and in the library', async ({
  launch,
  folder,
}) => {
  const first = await launch('--sample');
  await first.workspace.tag('left', CLOSED, 'claim');
  await first.workspace.expectSaved();
  await first.quit();
  const second = await launch();
  await second.workspace.tag('left', 'Ferries were doubled from noon', 'claim');
  await second.workspace.expectSaved();
  await second.quit();
  const file = await onlyFile(folder);
  const whole = await readFile(file);
  await writeFile(file, whole.subarray(0, whole.length / 2));

  const { page, workspace } = await launch();
  await expect(page.getByText(/is damaged .* was recovered as it was saved on/)).toBeVisible();
  await expect(workspace.annotations).toHaveCount(2);
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(page.getByRole('alert')).toContainText('was recovered as it was saved on');
  const kept = (await readdir(dirname(file))).filter((name) => name.includes('.damaged-'));
  expect(kept).toHaveLength(1);
});

test('what is typed while a field is being saved stays in it', async ({ launch }) => {
  const { workspace } = await launch('--sample');
  await workspace.tag('left', CLOSED, 'claim');
  const note = workspace.card.getByLabel('Note');
  // Dictation and writing aids put text in without a key, in the very moment in which the text before is saved.
  await note.evaluate((field: HTMLTextAreaElement) => {
    const put = (text: string) => {
      field.setRangeText(text, field.value.length, field.value.length, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    field.focus();
    put('first');
    field.blur();
    put(' second');
  });
  await workspace.expectSaved();
  await expect(note).toHaveValue('first second');
});
