import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

async function openSheet(page: Page) {
  await page.keyboard.press('F1');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  return sheet;
}

async function goToRow(page: Page, command: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a command or key' }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(command);
  for (let tab = 0; tab < 3; tab++) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: new RegExp(`^${command}:`) })).toBeFocused();
}

test('a key is changed in the sheet of keys and holds everywhere, also after a restart', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await openSheet(page);
  await goToRow(page, 'Tag as Claim');
  await page.keyboard.press('Enter');
  await page.keyboard.press('j');
  await expect(page.getByRole('button', { name: 'Tag as Claim: J' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(workspace.claimButton).toHaveAttribute('title', 'Tag as Claim (J)');
  await expect.poll(() => diptych.menuItem('tagClaim')).toMatchObject({ accelerator: 'J' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await page.keyboard.press('c');
  await page.keyboard.press('j');
  await expect(workspace.annotations).toHaveCount(1);
  await workspace.expectSaved();
  await diptych.quit();

  const again = await launch('--sample');
  await expect(again.workspace.claimButton).toHaveAttribute('title', 'Tag as Claim (J)');
  await openSheet(again.page);
  await again.page.getByRole('button', { name: 'Reset the key of Tag as Claim' }).press('Enter');
  await expect(again.page.getByRole('button', { name: 'Tag as Claim: C' })).toBeFocused();
});

test('a key that another command has is taken only when the user says so', async ({ launch }) => {
  const { page } = await launch('--sample');
  await openSheet(page);
  await goToRow(page, 'Unlink');
  await page.keyboard.press('Enter');
  await page.keyboard.press('l');
  await expect(page.getByText('L is the key of “Link”.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Give it to “Unlink”' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Unlink: U' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('l');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Unlink: L' })).toBeFocused();
  await goToRow(page, 'Link');
  await expect(page.getByRole('button', { name: 'Link: no key', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Reset all keys' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Link: L', exact: true })).toBeVisible();
});

test('keys can be taken away; those of the cursor and the system are refused', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  await openSheet(page);
  await goToRow(page, 'Suggest');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('alert')).toContainText('belongs to the cursor or the system');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('F6');
  await expect(page.getByText('F6 is the key of “Next Pane”.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('button', { name: 'Suggest: no key' })).toBeFocused();
  await page.keyboard.press('Escape');
  await workspace.article('left').focus();
  await page.keyboard.press('g');
  await expect(workspace.tab('Suggestions')).toHaveAttribute('aria-selected', 'false');
});

test('keys without modifiers can be turned off', async ({ launch }) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await openSheet(page);
  await page.getByRole('checkbox', { name: 'Use keys of a single character' }).press('Space');
  await expect(page.getByRole('button', { name: 'Tag as Claim: C, off' })).toBeVisible();
  await page.keyboard.press('Escape');
  await workspace.article('left').focus();
  await workspace.select('left', 'closed the harbour bridge');
  await page.keyboard.press('c');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(workspace.annotations).toHaveCount(0);
  await expect.poll(() => diptych.menuItem('tagClaim')).toMatchObject({ enabled: true });
  await diptych.chooseMenu('tagClaim');
  await expect(workspace.annotations).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(workspace.article('left')).not.toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(workspace.article('left')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(workspace.annotations).toHaveCount(0);
});
