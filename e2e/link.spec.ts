import { expect, test } from './fixtures';

const LEFT = 'The closure will last at least eleven weeks';
const RIGHT = 'the bridge to stay shut for eleven weeks or more';

test('two annotations are linked with L, shown as a pair, and unlinked', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  await workspace.tag('left', LEFT, 'claim');
  await workspace.tag('right', RIGHT, 'claim');
  await workspace.click('left', LEFT);
  await workspace.click('right', RIGHT);
  await page.keyboard.press('l');
  await expect(workspace.annotation(LEFT)).toHaveAccessibleName(
    /linked to “the bridge to stay shut/,
  );
  await expect(workspace.ribbons).toHaveCount(1);
  const link = workspace.card.getByRole('region', { name: 'Link' });
  await expect(link.locator('del').first()).toBeVisible();
  await expect(link.locator('ins').first()).toBeVisible();
  await expect(link).toContainText('Duplicate · reworded');
  await page.keyboard.press('Escape');
  await workspace.click('left', LEFT);
  expect(await workspace.painted('partner')).toEqual([RIGHT]);
  await link.getByRole('button', { name: 'Unlink' }).click();
  await expect(workspace.ribbons).toHaveCount(0);
  await expect(workspace.annotations).toHaveCount(2);
  await workspace.expectSaved();
});

test('linking two selections that are not tagged tags them first, as one undo step', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await workspace.select('left', '“You do not hang a surveyor under a bridge in a gale.”');
  await workspace.select('right', '“You don’t hang a surveyor under a bridge in a gale,”');
  await page.keyboard.press('l');
  await expect(workspace.annotations).toHaveCount(2);
  await expect(workspace.annotations.first()).toHaveAccessibleName(
    /^Quote, left article.*linked to/,
  );
  await expect.poll(() => diptych.menuItem('undo')).toMatchObject({ label: 'Undo Link' });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.annotations).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(workspace.annotations).toHaveCount(2);
  await expect(workspace.ribbons).toHaveCount(1);
});

test('a link is made by dragging from one annotation to the other', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  await workspace.tag('right', RIGHT, 'claim');
  await workspace.tag('left', LEFT, 'claim');
  const handle = await page.locator('[data-handle="link"]').boundingBox();
  const { start } = await workspace.placeOf('right', RIGHT);
  if (!handle) throw new Error('The picked annotation has no link handle.');
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 10, start.y, { steps: 6 });
  await page.mouse.up();
  await expect(workspace.ribbons).toHaveCount(1);
  await expect(workspace.annotation(LEFT)).toHaveAccessibleName(/linked to/);
});

test('one annotation has several links, and deleting it takes them along until undone', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  await workspace.link('closed the harbour bridge to all traffic', 'All traffic has been barred');
  await workspace.click('left', 'closed the harbour bridge to all traffic');
  await workspace.select('right', 'Northport woke to a city cut in two');
  await page.keyboard.press('l');
  await expect(workspace.annotations).toHaveCount(3);
  await workspace.click('left', 'closed the harbour bridge to all traffic');
  await expect(workspace.card.getByRole('region', { name: 'Link' })).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(workspace.annotations).toHaveCount(2);
  await expect(workspace.ribbons).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.ribbons).toHaveCount(2);
});

test('picking an annotation brings its partner into view', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  await workspace.link('the mayor’s office said', 'beginning on Wednesday');
  await page.keyboard.press('Escape');
  for (const side of ['left', 'right'] as const)
    await workspace.article(side).evaluate((pane) => pane.scrollTo(0, 0));
  const partner = workspace.article('right').getByText('beginning on Wednesday');
  await expect(partner).not.toBeInViewport();
  await workspace.click('left', 'the mayor’s office said');
  await expect(partner).toBeInViewport();
});

test('going to the partner goes through all of them, each level with the annotation', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  const left = 'Some 31,000 vehicles cross the bridge';
  const first = 'Northport woke to a city cut in two';
  const second = 'The bridge carries around 28,000 vehicles';
  await workspace.link(left, first);
  await page.keyboard.press('Escape');
  await workspace.click('left', left);
  await workspace.select('right', second);
  await page.keyboard.press('l');
  await page.keyboard.press('Escape');
  await workspace.click('left', left);
  const partners: string[] = [];
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('Enter');
    partners.push(...(await workspace.painted('picked')));
  }
  expect(partners.filter((text) => text !== left).toSorted()).toEqual([first, second]);

  await workspace.annotation(second).first().getByRole('button').press('Enter');
  await expect.poll(() => workspace.distance(left, second)).toBeLessThan(3);
});
