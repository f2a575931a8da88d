import type { Page } from '@playwright/test';
import { expectNoFindings } from './axe';
import { expect, test } from './fixtures';

const APPEARANCES = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'more contrast': { colorScheme: 'light', contrast: 'more' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

for (const [appearance, media] of Object.entries(APPEARANCES)) {
  const expectNothing = (page: Page, screen: string) =>
    expectNoFindings(page, screen, appearance === 'light' ? 'everything' : 'colours');

  test(`axe finds nothing on any screen, ${appearance}`, async ({ launch }) => {
    const { page, workspace, library } = await launch();
    await page.emulateMedia(media);
    await expectNothing(page, 'empty library');
    await page.getByRole('button', { name: 'New comparison' }).click();
    await page.getByRole('button', { name: 'Create comparison' }).click();
    await expectNothing(page, 'new comparison');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Open the sample' }).click();
    await expect(workspace.article('left')).toBeVisible();
    await expectNothing(page, 'empty workspace');
    await workspace.link('The closure will last at least eleven weeks', 'eleven weeks or more');
    await workspace.tag('left', '“The weather in April left us no choice,”', 'quote');
    await workspace.click('left', 'The closure will last');
    await expectNothing(page, 'workspace');
    await workspace.select('left', 'Ferries were doubled');
    await expectNothing(page, 'selection');
    await workspace.suggest();
    await expectNothing(page, 'suggestions');
    await page.keyboard.press('r');
    await page.getByRole('checkbox', { name: 'Rejected ones' }).check();
    await expectNothing(page, 'rejected suggestions');
    await workspace.click('left', 'The closure will last');
    await page.keyboard.press('f');
    await expect(page.getByText('Closest in the right article to')).toBeVisible();
    await expectNothing(page, 'partners');
    await page.keyboard.press('3');
    await expectNothing(page, 'coverage');
    await page.keyboard.press('4');
    await page.keyboard.press('Space');
    await expectNothing(page, 'table');
    await page.keyboard.press('4');
    for (const [key, title] of [
      ['ControlOrMeta+i', 'Details'],
      ['F1', 'Keyboard shortcuts'],
      ['ControlOrMeta+,', 'Preferences'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog', { name: title })).toBeVisible();
      await expectNothing(page, title);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await page.getByRole('button', { name: 'Library' }).click();
    await expect(library.list).toBeVisible();
    await expectNothing(page, 'library');
    await page.getByRole('button', { name: 'Actions for Harbour bridge closure' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectNothing(page, 'library menu');
  });

  test(`axe finds nothing in the palette and while a partner is chosen, ${appearance}`, async ({
    launch,
  }) => {
    const { page, workspace } = await launch('--sample');
    await page.emulateMedia(media);
    await workspace.select('left', 'Ferries were doubled');
    await page.keyboard.press('l');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectNothing(page, 'choosing a partner');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
    await expectNothing(page, 'palette');
  });
}
