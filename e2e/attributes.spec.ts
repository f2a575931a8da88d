import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures';

const CLOSED = 'closed the harbour bridge to all traffic on Friday';
const LATER = 'The closure will last at least eleven weeks';

test('stance and certainty are set by key, shown, undone, exported, and come back', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await workspace.tag('left', CLOSED, 'claim');
  await page.keyboard.press('v');
  await expect(workspace.card.getByLabel('Stance')).toBeFocused();
  await page.keyboard.type('d');
  await page.keyboard.press('Enter');
  await expect(workspace.article('left')).toBeFocused();
  await page.keyboard.press('y');
  await page.keyboard.type('pr');
  await page.keyboard.press('Escape');
  await expect(workspace.article('left')).toBeFocused();
  await expect(workspace.annotation(CLOSED)).toContainText('Claim · left · disputes · probable');
  await expect(workspace.annotation(CLOSED)).toHaveAccessibleName(
    /^Claim, left article, disputes, probable: /,
  );
  await expect
    .poll(() => diptych.menuItem('undo'))
    .toMatchObject({ label: 'Undo Change Certainty' });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.card.getByLabel('Certainty')).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(workspace.card.getByLabel('Certainty')).toHaveValue('probable');
  await workspace.expectSaved();

  const path = join(folder, 'out.diptych.json');
  await diptych.answerDialogs([path]);
  await workspace.exportJson();
  await expect(page.getByText('Exported to out.diptych.json.')).toBeVisible();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    annotations: [{ stance: 'disputes', certainty: 'probable' }],
  });

  await diptych.quit();
  const again = await launch();
  await expect(again.workspace.annotation(CLOSED)).toContainText('disputes · probable');
});

test('a speaker is completed from those of the other annotations, the most frequent first', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  const offered = page.getByRole('listbox').getByRole('option');
  const speak = async (name: string) => {
    await page.keyboard.press('w');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(workspace.article('left')).toBeFocused();
  };
  await workspace.tag('left', CLOSED, 'claim');
  await speak('Ines Okafor');
  await workspace.tag('left', 'Ferries were doubled from noon', 'claim');
  await speak('Teodor Hallam');
  await workspace.tag('left', 'a detour of nineteen kilometres', 'claim');
  // Enter takes what is typed, not what is offered.
  await speak('Teodor Hallam');

  await workspace.tag('left', LATER, 'claim');
  await page.keyboard.press('w');
  await page.keyboard.press('ArrowDown');
  await expect(offered).toHaveText(['Teodor Hallam', 'Ines Okafor']);
  await page.keyboard.press('Escape');
  await expect(offered).toHaveCount(0);
  await page.keyboard.type('oka');
  await expect(offered).toHaveText(['Ines Okafor']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(workspace.card.getByLabel('Speaker')).toHaveValue('Ines Okafor');
  await page.keyboard.press('Enter');
  await expect(workspace.article('left')).toBeFocused();
  await expect(workspace.annotation(LATER)).toContainText('Ines Okafor');
  await workspace.expectSaved();
});
