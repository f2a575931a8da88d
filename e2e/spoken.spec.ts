import { expect, test } from './fixtures';

const LEFT = 'The closure will last at least eleven weeks';
const RIGHT = 'the bridge to stay shut for eleven weeks or more';

test('what the cursor stands on and what is done is said', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  const said = page.locator('[data-announcements]');
  await page.keyboard.press('ArrowDown');
  await expect(said).toHaveText(/^The city closed the harbour bridge.*in a week\.$/);
  await page.keyboard.press('ArrowRight');
  await expect(said).toHaveText('city');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(said).toHaveText('Selected “city”');
  await page.keyboard.press('c');
  await expect(said).toHaveText('Add claim: “city”');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(said).toHaveText('Undone: add claim');
  await page.keyboard.press('ControlOrMeta+y');
  await expect(said).toHaveText('Done again: add claim');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect(said).toHaveText('city; Claim');
  await page.keyboard.press('Space');
  await expect(said).toHaveText('Claim, left article: “city”, not linked');
  await page.keyboard.press('q');
  await expect(said).toHaveText('Change to quote: “city”');
  await page.keyboard.press('Delete');
  await expect(said).toHaveText('Delete quote');
  await expect(workspace.article('left')).toBeFocused();
});

test('linking, picking and deciding on suggestions say the partner', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  const said = page.locator('[data-announcements]');
  await workspace.tag('left', LEFT, 'claim');
  await workspace.select('right', RIGHT);
  await page.keyboard.press('l');
  await expect(said).toHaveText(`Linked with “${LEFT}”`);
  await page.keyboard.press('p');
  await expect(said).toHaveText(`Claim, left article: “${LEFT}”, linked to “${RIGHT}”`);
  await workspace.suggest();
  await page.keyboard.press('a');
  await expect(said).toHaveText(/^Accept .+: “.+”/);
  await expect(workspace.suggestion).toBeFocused();
  await page.keyboard.press('r');
  await expect(said).toHaveText(/^Reject/);
  await expect(workspace.suggestion).toBeFocused();
});

test('a paragraph lists what is marked in it, and a pane says its article’s title', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  await workspace.tag('left', LEFT, 'claim');
  const paragraph = page.locator('[data-text="left"] [data-start]', { hasText: LEFT });
  await expect(paragraph).toHaveAttribute('aria-details', /.+/);
  const id = await paragraph.getAttribute('aria-details');
  const list = page.locator(`[id="${id}"]`);
  await expect(list.getByRole('listitem')).toHaveText([
    `Claim, left article: “${LEFT}”, not linked`,
  ]);
  expect(await paragraph.evaluate((element) => element.childNodes.length)).toBe(1);
  await page.keyboard.press('Delete');
  await expect(paragraph).not.toHaveAttribute('aria-details', /.*/);
  await expect(workspace.article('left')).toHaveAccessibleDescription(/harbour bridge/i);
});
