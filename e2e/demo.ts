import type { Locator } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, ROOT, test, type Diptych } from './fixtures';

const OUT = process.env['DIPTYCH_DEMO_DIR'] ?? join(ROOT, 'demo');

const CLOSED = [
  'The city closed the harbour bridge to all traffic on Friday after inspectors found that cracks in two girders had widened by four millimetres in a week',
  'All traffic has been barred from the harbour bridge since Friday, when cracks in two of its girders were found to be four millimetres wider than a week before',
] as const;
const NOBODY = '“Nobody should read this as a collapse averted,”';
const LASTS = 'The closure will last at least eleven weeks';
/** How much of the articles the pictures of linking show, in pixels. */
const STRIP_HEIGHT = 402;

const LINKS = [
  CLOSED,
  [NOBODY, NOBODY],
  [LASTS, 'the bridge to stay shut for eleven weeks or more'],
  [
    'put the cost of strengthening the girders at 2.4 million',
    'Strengthening the girders will cost about 2.4 million',
  ],
  [
    '“You do not hang a surveyor under a bridge in a gale.”',
    '“You don’t hang a surveyor under a bridge in a gale,”',
  ],
] as const;

test('the main job on the sample: read, tag, link, suggest, look over, export', async ({
  launch,
}) => {
  await mkdir(OUT, { recursive: true });
  const diptych = await launch();
  const { page, workspace, library } = diptych;
  let shots = 0;
  const shoot = async (name: string) => {
    await rest(diptych);
    await page.screenshot({ path: join(OUT, `${String(++shots).padStart(2, '0')}-${name}.png`) });
  };

  await nameFolder(page.getByText('Workspace: '));
  await shoot('empty-library');
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await shoot('two-articles');
  for (const [left, right] of LINKS) await workspace.link(left, right);
  await workspace.tag(
    'left',
    'Two of the three measurements that followed were never made',
    'claim',
  );
  await workspace.tag('right', 'The Wire could not confirm that inspections were missed', 'claim');
  await page.keyboard.press('Escape');
  await rest(diptych);
  await workspace.click('left', NOBODY);
  await workspace.card.getByLabel('Speaker').fill('Ines Okafor');
  await workspace.card.getByLabel('Speaker').press('Enter');
  await workspace.card.getByLabel('Certainty').selectOption('certain');
  await workspace.card.getByLabel('Note').first().fill('The same words in both.');
  await page.keyboard.press('Escape');
  await workspace.expectSaved();
  await shoot('linked-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot('linked-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await page.keyboard.press('Escape');
  await workspace.select('left', 'Ferries were doubled from noon');
  await page.keyboard.press('l');
  await expect(page.getByRole('option').first()).toContainText('suggested');
  await shoot('partners');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await workspace.suggest();
  await page.keyboard.press('ArrowDown');
  await shoot('suggestions');
  for (let accepted = 0; accepted < 4; accepted++) {
    await page.keyboard.press('a');
    await workspace.expectSaved();
  }
  await page.keyboard.press('3');
  await shoot('coverage');

  await page.keyboard.press('1');
  await page.keyboard.press('4');
  const table = page.getByRole('region', { name: 'Table of annotations' });
  await expect(table.locator('[role="gridcell"]:focus')).toBeVisible();
  await table.getByRole('checkbox').nth(1).check();
  await table.getByRole('checkbox').nth(2).check();
  await shoot('table');
  await workspace.article('left').focus();
  await page.keyboard.press('4');

  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('girders');
  await shoot('find');
  await page.keyboard.press('Escape');

  await addTags(diptych, ['figure', 'cause', 'background']);
  for (const [text, tag] of [
    ['Some 31,000 vehicles cross the bridge', 'figure'],
    ['It was opened in 1968', 'background'],
    ['“The weather in April left us no choice,”', 'cause'],
  ] as const) {
    await workspace.select('left', text);
    await page.keyboard.press('o');
    await page.keyboard.type(tag.slice(0, 4));
    await page.keyboard.press('Enter');
    await expect(workspace.annotation(text)).toHaveCount(1);
  }
  await shoot('own-tags');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('link');
  await shoot('palette');
  await page.keyboard.press('Escape');

  const path = join(OUT, 'harbour-bridge-closure.diptych.json');
  await diptych.answerDialogs([path]);
  await workspace.exportJson();
  await expect(page.getByText('Exported to harbour-bridge-closure.diptych.json.')).toBeVisible();
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(library.list).toBeVisible();
  await nameFolder(page.getByText('Workspace: '));
  await shoot('library');
});

test('linking, step by step', async ({ launch }) => {
  await mkdir(OUT, { recursive: true });
  const diptych = await launch('--sample');
  const { app, page, workspace } = diptych;
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 700),
  );
  // Marks of suggestions are left out: one thing is shown.
  await page.keyboard.press('h');
  const [left, right] = CLOSED;
  let steps = 0;
  const shoot = async (name: string) => {
    await rest(diptych);
    const box = await workspace.article('right').boundingBox();
    if (!box) throw new Error('The right article is not on the page.');
    await page.screenshot({
      path: join(OUT, `link-${++steps}-${name}.png`),
      clip: { x: 0, y: box.y, width: box.x + box.width, height: STRIP_HEIGHT },
    });
  };
  await workspace.select('left', left);
  await shoot('left');
  await workspace.select('right', right);
  await shoot('right');
  await page.keyboard.press('l');
  await expect(workspace.ribbons).toHaveCount(1);
  await shoot('linked');
});

/** Until what moves has come to rest. */
async function rest({ page }: Diptych): Promise<void> {
  await page.waitForTimeout(700);
}

async function addTags(diptych: Diptych, names: readonly string[]): Promise<void> {
  const { page } = diptych;
  await diptych.chooseMenu('tags');
  for (const name of names) {
    await page.getByRole('button', { name: 'Add a tag' }).press('Enter');
    await page.keyboard.type(name);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Says the usual folder instead of the one of this run. */
async function nameFolder(where: Locator): Promise<void> {
  await where.evaluate((element) => {
    element.textContent = 'Workspace: Documents/Diptych';
  });
}
