import { expect, test } from './fixtures';

const TOP = 'The city closed the harbour bridge';
const FAR = 'Ms Okafor promised daily measurements';

test('a ribbon to an end out of view ends in an arrow, and leads there', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  await workspace.link(TOP, FAR);
  await page.keyboard.press('Escape');
  for (const side of ['left', 'right'] as const)
    await workspace.article(side).evaluate((pane) => pane.scrollTo(0, 0));
  await expect(workspace.ribbons).toHaveAttribute('data-away', 'down');
  const far = workspace.article('right').getByText(FAR);
  await expect(far).not.toBeInViewport();
  await workspace.ribbons.locator('path').last().click({ force: true });
  await expect(far).toBeInViewport();
  await expect(workspace.ribbons).not.toHaveAttribute('data-away');
  expect(await workspace.painted('picked')).toEqual([TOP]);
});

test('ribbons can be limited to the selection', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  await workspace.link(TOP, 'All traffic has been barred');
  await page.keyboard.press('Escape');
  await workspace.link('Ferries were doubled from noon', 'Twice as many boats as usual');
  await page.keyboard.press('Escape');
  await expect(workspace.ribbons).toHaveCount(2);
  await page.keyboard.press('b');
  await expect(workspace.ribbons).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(workspace.ribbons).toHaveCount(1);
  await page.keyboard.press('b');
  await expect(workspace.ribbons).toHaveCount(2);
  await expect(workspace.ribbons.last()).toHaveAttribute('data-active', 'true');
});
