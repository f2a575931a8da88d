import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectNoFindings } from './axe';
import { expect, test, type Diptych } from './fixtures';

const CLOSED = 'The closure will last at least eleven weeks';
const GUESS = 'closed the harbour bridge';
const WAS = 'shut the old harbour bridge';
const PARTNER = 'blamed the storms';

interface Record {
  readonly id: string;
  readonly exact: string;
}
interface Exported {
  readonly annotations: readonly (Record & { readonly start: number; readonly end: number })[];
  readonly links: readonly unknown[];
}

/** Opens a comparison in which a linked claim has a guess for its place, and two that are gone have none. */
async function openWaiting(diptych: Diptych, folder: string): Promise<void> {
  const { page, workspace } = diptych;
  await workspace.link(GUESS, PARTNER);
  const path = join(folder, 'waiting.diptych.json');
  await diptych.answerDialogs([path]);
  await workspace.exportJson();
  await expect(page.getByText('Exported to waiting.diptych.json.')).toBeVisible();
  const exported = JSON.parse(await readFile(path, 'utf8')) as Exported;
  const found = exported.annotations.find(({ exact }) => exact === GUESS);
  if (!found) throw new Error('The claim was not exported.');
  const { start, end, ...fields } = found;
  const waits = { ...fields, prefix: '', suffix: '' };
  const gone = (id: string, exact: string) => ({ ...waits, id, exact, guess: null });
  const file = {
    ...exported,
    annotations: exported.annotations.filter((each) => each !== found),
    links: [],
    unplaced: {
      annotations: [
        { ...waits, exact: WAS, guess: { start, end, score: 0.61 } },
        gone('gone-1', 'Trams will run all night.'),
        gone('gone-2', 'Nobody was asked.'),
      ],
      links: exported.links,
    },
  };
  await writeFile(path, JSON.stringify(file));
  await page.keyboard.press('ControlOrMeta+o');
  await expect(page.getByRole('tab', { name: 'To place 3' })).toBeVisible();
}

test('what has no sure place is placed at its guess or at a selection, or deleted, by keyboard', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  expect((await diptych.menuItem('showUnplaced')).enabled).toBe(false);
  await openWaiting(diptych, folder);
  const tab = page.getByRole('tab', { name: /^To place/ });
  const items = page.getByRole('list', { name: 'To place' }).getByRole('listitem');
  const current = page.getByRole('list', { name: 'To place' }).locator('[aria-current="true"]');
  const said = page.locator('[data-announcements]');
  await expect(said).toContainText('3 annotations have no sure place; they are under To place.');
  await expect(workspace.annotations).toHaveCount(1);
  await expect(workspace.ribbons).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('annotations to place');
  await page.keyboard.press('Enter');
  await expect(items).toHaveCount(3);
  await expect(current).toBeFocused();
  await expect(current).toHaveAccessibleName(
    `Claim, left article: “${WAS}”, best guess “${GUESS}”, 1 link waiting`,
  );
  expect(await workspace.painted('suggestion')).toEqual([GUESS]);
  await expectNoFindings(page, 'a guess');
  await page.keyboard.press('ArrowDown');
  await expect(current).toHaveAccessibleName(/Trams will run .*, no guess$/);
  await expect(current).toBeFocused();
  expect(await workspace.painted('suggestion')).toEqual([]);
  await expectNoFindings(page, 'a lost text');
  expect((await diptych.menuItem('acceptSuggestion')).enabled).toBe(false);
  await page.keyboard.press('ArrowUp');

  await page.keyboard.press('a');
  await expect(items).toHaveCount(2);
  await expect(current).toBeFocused();
  await expect(workspace.ribbons).toHaveCount(1);
  await expect(said).toContainText(`Place claim: “${GUESS}”, linked again`);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(items).toHaveCount(3);
  await expect(current).toHaveAccessibleName(new RegExp(WAS));
  await expect(workspace.ribbons).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(items).toHaveCount(2);

  await page.keyboard.press('5');
  await expect(current).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(workspace.article('left')).toBeFocused();
  await workspace.select('left', CLOSED);
  await page.keyboard.press('x');
  await expect(items).toHaveCount(1);
  await expect(current).toHaveAccessibleName(/Nobody was asked/);
  await expect(current).toBeFocused();
  await page.keyboard.press('x');
  await expect(items).toHaveCount(1);
  await page.keyboard.press('Delete');
  await expect(tab).toHaveCount(0);
  await expect(said).toContainText('Delete claim. Nothing is left to place.');
  await expect(workspace.tab('Annotations')).toHaveAttribute('aria-selected', 'true');
  await expect(workspace.annotations).toHaveCount(3);
  await expect(workspace.annotation(CLOSED)).toBeVisible();
  await workspace.expectSaved();
  await diptych.quit();

  const again = await launch();
  await expect(again.workspace.annotations).toHaveCount(3);
  await expect(again.workspace.annotation(CLOSED)).toBeVisible();
  await expect(again.workspace.ribbons).toHaveCount(1);
  await expect(again.workspace.tab('Annotations')).toBeVisible();
  await expect(again.page.getByRole('tab', { name: /^To place/ })).toHaveCount(0);
});

test('what is still to be placed is there after a restart, and in a narrow window and by mouse', async ({
  launch,
  folder,
}) => {
  const first = await launch('--sample');
  await openWaiting(first, folder);
  await first.quit();

  const { page, workspace } = await launch();
  await page.setViewportSize({ width: 720, height: 800 });
  await page.getByRole('tab', { name: 'To place 3' }).click();
  const list = page.getByRole('list', { name: 'To place' });
  await expectNoFindings(page, 'narrow');
  await list
    .getByRole('button', { name: /Trams will run/ })
    .first()
    .click();
  await list.getByRole('button', { name: 'Delete' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await list
    .getByRole('button', { name: new RegExp(WAS) })
    .first()
    .click();
  await list.getByRole('button', { name: 'Accept' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await workspace.expectSaved();
});
