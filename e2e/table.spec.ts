import type { Locator, Page } from '@playwright/test';
import { expect, test, type Diptych } from './fixtures';

const CLOSURE = 'The closure will last at least eleven weeks';
const SHUT = 'the bridge to stay shut for eleven weeks or more';
const WEATHER = '“The weather in April left us no choice,”';
const WARNED = '“The mayor was warned in writing and he filed the warning,”';

/** The table of annotations, as it stands under the articles. */
class Table {
  readonly region: Locator;
  readonly rows: Locator;
  /** The cell that has the focus. */
  readonly cell: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Table of annotations' });
    this.rows = this.region.getByRole('rowgroup').getByRole('row');
    this.cell = this.region.locator('[role="gridcell"]:focus');
  }

  /** The texts of the rows listed, in order. */
  async texts(): Promise<string[]> {
    return this.rows.locator('[data-column="text"]').allTextContents();
  }
}

/** Four annotations, two of them linked, with the table open and the focus in it. */
async function openTable({ page, workspace }: Diptych): Promise<Table> {
  // A click must not meet a text that still scrolls.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await workspace.link(CLOSURE, SHUT);
  await workspace.tag('left', WEATHER, 'quote');
  await workspace.tag('left', WARNED, 'quote');
  await page.keyboard.press('Escape');
  await page.keyboard.press('4');
  const table = new Table(page);
  await expect(table.rows).toHaveCount(4);
  await expect(table.cell).toBeVisible();
  return table;
}

test('a row and its span follow each other', async ({ launch }) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  const table = await openTable(diptych);
  expect(await table.texts()).toEqual([CLOSURE, WEATHER, WARNED, SHUT]);
  await page.keyboard.press('ArrowDown');
  await expect(table.cell).toHaveText(WEATHER);
  await expect.poll(() => workspace.painted('picked')).toEqual([WEATHER]);
  await page.keyboard.press('ControlOrMeta+End');
  await expect(table.cell).toHaveText(SHUT);
  await expect.poll(() => workspace.painted('partner')).toEqual([CLOSURE]);
  await page.keyboard.press('Enter');
  await expect(workspace.article('right')).toBeFocused();
  await workspace.click('left', WEATHER);
  await expect(table.rows.and(page.locator('[aria-current="true"]'))).toContainText(WEATHER);
  await page.keyboard.press('4');
  await expect(table.region).toHaveCount(0);
  await expect(workspace.article('left')).toBeFocused();
});

test('the table is searched, filtered and sorted', async ({ launch }) => {
  const diptych = await launch('--sample');
  const { page } = diptych;
  const { region, texts } = await openTable(diptych).then((table) => ({
    region: table.region,
    texts: () => table.texts(),
  }));
  const status = region.getByText(/annotations?( ·|$)/);
  await region.getByLabel('Search annotations').fill('mayor WRITING');
  expect(await texts()).toEqual([WARNED]);
  await expect(status).toHaveText('1 of 4 annotations');
  await region.getByLabel('Search annotations').fill('nowhere');
  await region.getByRole('button', { name: 'Show all' }).click();
  await region.getByRole('combobox', { name: 'Said in', exact: true }).selectOption('only left');
  expect(await texts()).toEqual([WEATHER, WARNED]);
  await region.getByRole('combobox', { name: 'Said in', exact: true }).selectOption('both');
  expect(await texts()).toEqual([CLOSURE, SHUT]);
  await region.getByRole('combobox', { name: 'Article', exact: true }).selectOption('right');
  expect(await texts()).toEqual([SHUT]);
  await region.getByRole('combobox', { name: 'Article', exact: true }).selectOption('all');
  await region.getByRole('combobox', { name: 'Said in', exact: true }).selectOption('all');
  await region.getByRole('combobox', { name: 'Tag', exact: true }).selectOption('Quote');
  await region.getByRole('combobox', { name: 'Sort by', exact: true }).selectOption('Text');
  expect(await texts()).toEqual([WARNED, WEATHER]);
  await region.getByRole('button', { name: 'Descending' }).click();
  expect(await texts()).toEqual([WEATHER, WARNED]);
  await expect(region.getByRole('columnheader', { name: 'Text' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await page.keyboard.press('4');
});

test('cells are edited in place, by keyboard', async ({ launch }) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  const table = await openTable(diptych);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Teodor Hallam');
  await page.keyboard.press('Enter');
  await expect(table.cell).toHaveText('Teodor Hallam');
  await page.keyboard.press('F2');
  await page.keyboard.type('somebody else');
  await page.keyboard.press('Escape');
  await expect(table.cell).toHaveText('Teodor Hallam');
  for (const [key, word] of [
    ['d', 'Disputes'],
    ['p', 'Probable'],
  ] as const) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await expect(table.cell).toHaveText(word);
  }
  await expect(workspace.annotation(WEATHER)).toHaveAccessibleName(/disputes, probable/);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  await expect(table.cell).toHaveText('Claim');
  await expect(workspace.annotation(WEATHER)).toHaveAccessibleName(/^Claim/);
  await workspace.expectSaved();
  for (let edit = 0; edit < 4; edit++) await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.annotation(WEATHER)).toHaveAccessibleName(/^Quote, left article:/);
  await expect(table.region.getByText('Teodor Hallam')).toHaveCount(0);
});

test('several rows are chosen by keyboard, tagged and deleted, each as one step', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  const table = await openTable(diptych);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(table.region.getByText('4 annotations · 2 chosen')).toBeVisible();
  await table.region.getByRole('combobox', { name: 'Tag as', exact: true }).selectOption('Claim');
  await expect(page.locator('footer').last()).toContainText('4 claims');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('footer').last()).toContainText('2 quotes');
  await table.rows.nth(1).locator('[data-column="text"]').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(workspace.annotations).toHaveCount(0);
  await expect(table.region).toContainText('Nothing is marked yet');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute(
    'title',
    /Undo Delete 4 annotations/,
  );
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.annotations).toHaveCount(4);
  await expect(workspace.ribbons).toHaveCount(1);
  await workspace.expectSaved();
});
