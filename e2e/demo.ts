import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, ROOT, test } from './fixtures';

const OUT = process.env['DIPTYCH_DEMO_DIR'] ?? join(ROOT, 'demo');

const LINKS: readonly (readonly [string, string])[] = [
  [
    'The city closed the harbour bridge to all traffic on Friday after inspectors found that cracks in two girders had widened by four millimetres in a week',
    'All traffic has been barred from the harbour bridge since Friday, when cracks in two of its girders were found to be four millimetres wider than a week before',
  ],
  [
    '“Nobody should read this as a collapse averted,”',
    '“Nobody should read this as a collapse averted,”',
  ],
  [
    'The closure will last at least eleven weeks',
    'the bridge to stay shut for eleven weeks or more',
  ],
  [
    'put the cost of strengthening the girders at 2.4 million',
    'Strengthening the girders will cost about 2.4 million',
  ],
  [
    '“You do not hang a surveyor under a bridge in a gale.”',
    '“You don’t hang a surveyor under a bridge in a gale,”',
  ],
];

test('the main job on the sample: read, tag, link, export', async ({ launch }) => {
  await mkdir(OUT, { recursive: true });
  const diptych = await launch();
  const { page, workspace, library } = diptych;
  let shots = 0;
  const shoot = async (name: string) => {
    // Until what moves has come to rest.
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(OUT, `${String(++shots).padStart(2, '0')}-${name}.png`) });
  };

  await shoot('empty-library');
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await shoot('two-articles');
  await workspace.select('left', LINKS[0]?.[0] ?? '');
  await shoot('selection');
  for (const [left, right] of LINKS) await workspace.link(left, right);
  await workspace.tag(
    'left',
    'Two of the three measurements that followed were never made',
    'claim',
  );
  await workspace.tag('right', 'The Wire could not confirm that inspections were missed', 'claim');
  await workspace.click('left', LINKS[1]?.[0] ?? '');
  await workspace.card.getByLabel('Speaker').fill('Ines Okafor, chief engineer');
  await workspace.card.getByLabel('Speaker').press('Enter');
  await page.keyboard.press('Escape');
  await workspace.click('left', LINKS[2]?.[0] ?? '');
  await workspace.expectSaved();
  await shoot('linked-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot('linked-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await workspace.suggest();
  await page.keyboard.press('ArrowDown');
  await shoot('suggestions');
  for (let accepted = 0; accepted < 4; accepted++) {
    await page.keyboard.press('a');
    await workspace.expectSaved();
  }
  await page.keyboard.press('3');
  await shoot('coverage');

  const path = join(OUT, 'harbour-bridge-closure.diptych.json');
  await diptych.answerDialogs([path]);
  await workspace.exportButton.click();
  await expect(page.getByText('Exported to harbour-bridge-closure.diptych.json.')).toBeVisible();
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(library.list).toBeVisible();
  await shoot('library');
  await page.getByRole('button', { name: 'New comparison' }).click();
  await shoot('new-comparison');
});
