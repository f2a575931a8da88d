import { expect, test } from './fixtures';

test('the palette finds a command by the beginnings of its words, runs it, and gives the focus back', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  const field = page.getByRole('combobox', { name: 'Commands and annotations' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('cl ta');
  const first = palette.getByRole('option').first();
  await expect(first).toHaveText(/Tag as Claim.*Annotate.*C/);
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(workspace.annotations).toHaveCount(1);
  await expect(workspace.article('left')).toBeFocused();

  await page.getByRole('button', { name: 'Suggest', exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('redo');
  const redo = palette.getByRole('option', { name: 'Redo' });
  await expect(redo).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(palette).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Suggest', exact: true })).toBeFocused();
});

test('the palette finds annotations by tag, speaker and words', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  await workspace.tag('left', 'The closure will last at least eleven weeks', 'claim');
  await workspace.tag('right', 'Northport woke to a city cut in two', 'quote');
  await page.keyboard.press('w');
  await page.keyboard.type('Ada Lovett');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const options = page.getByRole('dialog').getByRole('option');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('lovett quote');
  await expect(options).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('weeks clos');
  await expect(options).toHaveText([/The closure will last.*Claim · left/]);
  await page.keyboard.press('Enter');
  await expect(workspace.article('left')).toBeFocused();
  expect(await workspace.painted('picked')).toEqual([
    'The closure will last at least eleven weeks',
  ]);
});

test('in the library the palette offers what can be done there', async ({ launch }) => {
  const { page, workspace } = await launch();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('sample');
  await page.keyboard.press('Enter');
  await expect(workspace.article('left')).toBeFocused();
});
