import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Diptych } from './fixtures';

const CLOSED = 'closed the harbour bridge to all traffic on Friday';
const LATER = 'The closure will last at least eleven weeks';

/** Opens the dialog from the menu. */
async function openTags(diptych: Diptych): Promise<void> {
  await diptych.chooseMenu('tags');
  await expect(diptych.page.getByRole('dialog', { name: 'Tags and relations' })).toBeVisible();
}

/** Adds tags in the open dialog, by keyboard: the new row's name has the focus. */
async function addTag({ page }: Diptych, name: string, key = ''): Promise<void> {
  await page.getByRole('button', { name: 'Add a tag' }).press('Enter');
  await page.keyboard.type(name);
  if (key === '') return;
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type(key);
}

async function save({ page }: Diptych): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('tags of one’s own tag by key and by menu, are painted, and come back', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await openTags(diptych);
  await addTag(diptych, 'figure', 'd');
  await addTag(diptych, 'cause');
  await save(diptych);

  await workspace.select('left', CLOSED);
  await page.keyboard.press('d');
  await expect(workspace.annotation(CLOSED)).toHaveAccessibleName(/^Figure, left article/);
  expect(await workspace.painted('tag-red')).toEqual([CLOSED]);
  await workspace.select('left', LATER);
  await page.keyboard.press('o');
  await expect(page.getByRole('menu', { name: 'More tags' })).toBeVisible();
  await page.keyboard.type('cau');
  await page.keyboard.press('Enter');
  await expect(workspace.annotation(LATER)).toHaveAccessibleName(/^Cause, left article/);
  expect(await workspace.painted('tag-pink')).toEqual([LATER]);
  await expect(workspace.article('left')).toBeFocused();
  await expect(page.locator('footer')).toContainText('0 claims · 0 quotes · 2 others');

  await diptych.chooseMenu('tag-figure');
  await expect(workspace.annotation(LATER)).toHaveAccessibleName(/^Figure/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.annotation(LATER)).toHaveAccessibleName(/^Cause/);
  await workspace.card.getByRole('button', { name: 'Figure' }).press('Enter');
  await expect(workspace.annotation(LATER)).toHaveAccessibleName(/^Figure/);
  await workspace.expectSaved();

  const path = join(folder, 'out.diptych.json');
  await diptych.answerDialogs([path]);
  await workspace.exportJson();
  await expect(page.getByText('Exported to out.diptych.json.')).toBeVisible();
  const { annotations } = JSON.parse(await readFile(path, 'utf8')) as {
    annotations: { tag: string }[];
  };
  expect(annotations.map(({ tag }) => tag)).toEqual(['figure', 'figure']);

  await diptych.quit();
  const again = await launch();
  await expect(again.workspace.annotation(CLOSED)).toHaveAccessibleName(/^Figure/);
  expect(await again.workspace.painted('tag-red')).toEqual([CLOSED, LATER]);
});

test('a new name reaches the open comparison and Undo; a deleted tag leaves what is marked', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await openTags(diptych);
  await addTag(diptych, 'figure', 'd');
  await save(diptych);
  await workspace.select('left', CLOSED);
  await page.keyboard.press('d');
  await expect(workspace.annotations).toHaveCount(1);

  await openTags(diptych);
  await page.getByLabel('Name of the tag').fill('number');
  await save(diptych);
  await expect(workspace.annotation(CLOSED)).toHaveAccessibleName(/^Number/);
  await expect
    .poll(() => diptych.menuItem('undo'))
    .toMatchObject({ label: 'Undo Rename Figure To Number' });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.annotation(CLOSED)).toHaveAccessibleName(/^Figure/);
  expect(await workspace.painted('other-tag')).toEqual([CLOSED]);
  await workspace.card.getByRole('button', { name: 'Add to my tags' }).press('Enter');
  await expect.poll(() => workspace.painted('tag-pink')).toEqual([CLOSED]);

  await openTags(diptych);
  await page.getByRole('button', { name: 'Delete figure' }).press('Enter');
  await expect(page.getByLabel('Name of the tag')).toBeFocused();
  await save(diptych);
  await expect(workspace.annotation(CLOSED)).toHaveAccessibleName(/^Figure/);
  await openTags(diptych);
  await page.getByRole('button', { name: 'Add “figure”, used in this comparison' }).press('Enter');
  await save(diptych);
  await expect.poll(() => workspace.painted('tag-pink')).toEqual([CLOSED]);
});

test('names and keys that are taken are refused, and say by whom', async ({ launch }) => {
  const diptych = await launch('--sample');
  const { page } = diptych;
  await openTags(diptych);
  await addTag(diptych, 'Quote');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is already a tag “quote”.')).toBeVisible();
  await expect(page.getByLabel('Name of the tag')).toHaveAccessibleDescription(/already a tag/);
  await page.getByLabel('Name of the tag').fill('figure');
  const key = page.getByLabel('Key of figure');
  await key.fill('q');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The key Q is taken by the command “Tag as Quote”.')).toBeVisible();
  await expect(key).toBeFocused();
  await key.fill('d');
  await addTag(diptych, 'cause', 'd');
  await expect(page.getByText('The key D is taken by the tag “figure”.')).toBeVisible();
  await page.getByLabel('Key of cause').fill('');

  await page.getByRole('button', { name: 'Move figure down' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Move figure down' })).toBeFocused();
  await expect(page.getByLabel('Name of the tag').first()).toHaveValue('cause');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openTags(diptych);
  await expect(page.getByLabel('Name of the tag')).toHaveCount(0);
});

test('a tag’s key is known to the sheet of keys, and the tag to the palette', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await openTags(diptych);
  await addTag(diptych, 'figure', 'd');
  await save(diptych);

  await page.keyboard.press('F1');
  await expect(page.getByRole('region', { name: 'My tags' })).toHaveText(/Tag as Figure.*D/);
  const claim = page.getByRole('button', { name: /^Tag as Claim:/ });
  await claim.press('Enter');
  await page.keyboard.press('d');
  await expect(page.getByRole('alert')).toContainText('D is the key of the tag “figure”');
  await page.keyboard.press('j');
  await expect(claim).toHaveText(/J/);
  await page.keyboard.press('Escape');
  await openTags(diptych);
  await page.getByLabel('Key of figure').fill('c');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: 'Reset all keys' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Tag as Claim: no key' })).toBeVisible();
  await page.keyboard.press('Escape');

  await workspace.select('left', CLOSED);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('fig');
  await expect(page.getByRole('option', { name: 'Tag as Figure' })).toHaveText(/Annotate.*C/);
  await page.keyboard.press('Enter');
  await expect(workspace.annotation(CLOSED)).toHaveAccessibleName(/^Figure/);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the dialog and the menu of tags, ${scheme}`, async ({ launch }) => {
    const diptych = await launch('--sample');
    const { page, workspace } = diptych;
    await page.emulateMedia({ colorScheme: scheme });
    await openTags(diptych);
    await addTag(diptych, 'figure', 'c');
    await expectNoFindings(diptych);
    await page.getByLabel('Key of figure').fill('d');
    await save(diptych);
    await workspace.select('left', CLOSED);
    await page.keyboard.press('d');
    await expect(workspace.card).toBeVisible();
    await expectNoFindings(diptych);
    await page.keyboard.press('o');
    await expect(page.getByRole('menu', { name: 'More tags' })).toBeVisible();
    await expectNoFindings(diptych);
  });
}

async function expectNoFindings({ page }: Diptych): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
  ).toEqual([]);
}
