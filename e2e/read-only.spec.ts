import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import { expect, test } from './fixtures';

const SAMPLE = 'Harbour bridge closure';
const CLOSED = 'The closure will last at least eleven weeks';

test('a workspace that another Diptych has open can be read and not changed', async ({
  launch,
  folder,
}) => {
  const first = await launch('--sample');
  await first.workspace.tag('left', CLOSED, 'claim');
  await first.workspace.expectSaved();

  const second = await launch(`--user-data-dir=${join(folder, 'another user')}`);
  const { page, library, workspace } = second;
  const bar = page.getByRole('note', { name: 'Read-only' });
  await expect(bar).toContainText('Diptych has had this workspace open since');
  await expect(library.entry(SAMPLE)).toContainText('1 claim');
  await expect(page.getByRole('button', { name: 'New comparison' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Export everything…' })).toBeEnabled();
  await library.act(SAMPLE, 'Delete');
  await expect(page.getByRole('alert')).toContainText('so it can only be read here');
  await expect(library.entry(SAMPLE)).toBeVisible();
  await library.entry(SAMPLE).focus();
  await page.keyboard.press('F2');
  await expect(page.getByLabel('Title of the comparison')).toHaveCount(0);

  await page.keyboard.press('Enter');
  await expect(workspace.annotations).toHaveCount(1);
  await expect(workspace.status).toHaveText('Read-only');
  await workspace.select('left', 'Ferries were doubled');
  await expect(workspace.claimButton).toBeDisabled();
  await page.keyboard.press('c');
  await expect(workspace.annotations).toHaveCount(1);
  expect((await second.menuItem('tagClaim')).enabled).toBe(false);
  expect((await second.menuItem('exportComparison')).enabled).toBe(true);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations).toEqual([]);

  // The first one still writes, and nothing of the second is in what it wrote.
  await first.workspace.tag('right', 'blamed the storms', 'claim');
  await first.workspace.expectSaved();
  await expect(first.workspace.annotations).toHaveCount(2);
});

test('after the other Diptych quits or dies, the workspace can be changed', async ({
  launch,
  folder,
}) => {
  const first = await launch('--sample');
  const waiting = await launch(`--user-data-dir=${join(folder, 'another user')}`);
  const bar = waiting.page.getByRole('note', { name: 'Read-only' });
  await expect(bar).toBeVisible();
  await first.quit();
  await expect(bar).toHaveCount(0, { timeout: 25_000 });
  await waiting.library.act(SAMPLE, 'Duplicate');
  await expect(waiting.library.entry(`${SAMPLE} (copy)`)).toBeVisible();

  await waiting.kill();
  const next = await launch();
  await expect(next.page.getByRole('note', { name: 'Read-only' })).toHaveCount(0);
  await next.workspace.tag('left', CLOSED, 'claim');
  await next.workspace.expectSaved();
});

test('a second start with another workspace is told that one is open', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch('--sample');
  const other = join(folder, 'other');
  const words = ['electron', `--workspace=${other}`];
  await app.evaluate(
    ({ app: running }, given) => running.emit('second-instance', {}, given, '/'),
    words,
  );
  await expect(page.getByRole('alert')).toContainText(
    `Quit it first, then start it with ${other}.`,
  );
});
