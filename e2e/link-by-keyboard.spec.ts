import { expect, test } from './fixtures';

const LEFT = 'The closure will last at least eleven weeks';
const RIGHT = 'the bridge to stay shut for eleven weeks or more';

test('L with one side picked offers partners, best first, and Enter links as one step', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await workspace.tag('right', 'Northport woke to a city cut in two', 'claim');
  await workspace.tag('right', RIGHT, 'claim');
  await page.keyboard.press('Escape');
  await workspace.select('left', LEFT);
  await page.keyboard.press('l');
  const field = page.getByRole('combobox', { name: 'Partners in the right article' });
  await expect(field).toBeFocused();
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options.first()).toContainText(RIGHT);
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  expect(await workspace.painted('candidate')).toEqual([RIGHT]);
  // What the engine proposes comes when it is found.
  await expect(options.filter({ hasText: 'Not tagged · suggested' }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => workspace.painted('candidate')).not.toEqual([RIGHT]);
  await page.keyboard.type('north');
  await expect(options).toHaveText([/Northport woke to a city cut in two/]);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('shut');
  await expect(options.first()).toContainText(RIGHT);
  await page.keyboard.press('Enter');
  await expect(workspace.annotation(LEFT)).toHaveAccessibleName(
    /linked to “the bridge to stay shut/,
  );
  await expect(workspace.article('left')).toBeFocused();
  expect(await workspace.painted('candidate')).toEqual([]);
  await expect(page.locator('[data-announcements]')).toHaveText(`Linked with “${RIGHT}”`);
  await expect.poll(() => diptych.menuItem('undo')).toMatchObject({ label: 'Undo Link' });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.ribbons).toHaveCount(0);
  await expect(workspace.annotations).toHaveCount(2);
});

test('a span that is not tagged yet is chosen too, from the other side as well, and Escape goes back', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  await workspace.tag('right', RIGHT, 'claim');
  await page.keyboard.press('l');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options.first()).toContainText('Not tagged · suggested');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(workspace.article('right')).toBeFocused();
  await page.keyboard.press('l');
  await expect(options.first()).toContainText('suggested');
  await page.keyboard.press('Enter');
  await expect(workspace.annotations).toHaveCount(2);
  await expect(workspace.annotation(RIGHT)).toHaveAccessibleName(/linked to “/);
  await workspace.expectSaved();
});
