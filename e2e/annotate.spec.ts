import { COMMAND_IDS, commandOf } from '../src/ipc/commands';
import { expect, test, type Diptych } from './fixtures';

const CLOSED = 'closed the harbour bridge to all traffic on Friday';

async function openSample(launch: (...words: string[]) => Promise<Diptych>): Promise<Diptych> {
  const diptych = await launch('--sample');
  await expect(diptych.workspace.article('left')).toBeVisible();
  return diptych;
}

test('a selection by mouse is snapped to words, or exact with Alt', async ({ launch }) => {
  const { workspace } = await openSample(launch);
  await workspace.select('left', 'osed the harbour bri');
  expect(await workspace.painted('span')).toEqual(['closed the harbour bridge']);
  await workspace.select('left', 'osed the harbour bri', { alt: true });
  expect(await workspace.painted('span')).toEqual(['osed the harbour bri']);
});

test('a selection is tagged by button, key, menu and the toolbar at the selection', async ({
  launch,
}) => {
  const diptych = await openSample(launch);
  const { page, workspace } = diptych;
  await workspace.select('left', CLOSED);
  await workspace.claimButton.click();
  await expect(workspace.annotation(CLOSED)).toHaveAccessibleName(
    /^Claim, left article: “closed .*”, not linked$/,
  );
  await workspace.tag('left', '“The weather in April left us no choice,”', 'quote');
  await workspace.select('right', 'blamed the storms');
  await diptych.chooseMenu('tagClaim');
  await expect(workspace.annotations).toHaveCount(3);
  await workspace.select('right', 'Hotels report the first cancellations');
  await page.locator('[data-selection-toolbar] button', { hasText: 'Quote' }).click();
  await expect(workspace.annotation('Hotels report')).toHaveAccessibleName(/^Quote, right article/);
  await workspace.expectSaved();
  await expect(page.locator('footer')).toContainText('2 claims · 2 quotes · 0 links');
});

test('spans overlap and nest, and each can be picked', async ({ launch }) => {
  const { workspace } = await openSample(launch);
  await workspace.tag(
    'left',
    'The city closed the harbour bridge to all traffic on Friday',
    'claim',
  );
  await workspace.tag('left', 'closed the harbour bridge', 'claim');
  await workspace.tag('left', 'traffic on Friday after inspectors found', 'quote');
  expect(await workspace.painted('claim')).toEqual([
    'The city closed the harbour bridge to all traffic on Friday',
  ]);
  expect(await workspace.painted('claim-inner')).toEqual(['closed the harbour bridge']);
  expect(await workspace.painted('quote-inner')).toEqual([
    'traffic on Friday after inspectors found',
  ]);
  await workspace.click('left', 'closed the harbour bridge to all');
  expect(await workspace.painted('picked')).toEqual(['closed the harbour bridge']);
  await workspace.click('left', 'closed the harbour bridge to all');
  expect(await workspace.painted('picked')).toEqual([
    'The city closed the harbour bridge to all traffic on Friday',
  ]);
});

test('tag, speaker and note are changed, and the annotation deleted', async ({ launch }) => {
  const { page, workspace } = await openSample(launch);
  await workspace.tag('left', CLOSED, 'claim');
  await workspace.card.getByRole('button', { name: 'Quote', exact: true }).click();
  await expect(workspace.annotation(CLOSED)).toHaveAccessibleName(/^Quote/);
  await workspace.card.getByLabel('Speaker').fill('Ines Okafor');
  await workspace.card.getByLabel('Note').fill('Ask for the report');
  await workspace.card.getByLabel('Note').press('Escape');
  await expect(workspace.annotation(CLOSED)).toContainText('Ines Okafor');
  await workspace.expectSaved();
  await workspace.undoButton.click();
  await expect(workspace.card.getByLabel('Note')).toHaveValue('');
  await expect(workspace.card.getByLabel('Speaker')).toHaveValue('Ines Okafor');
  await workspace.card.getByRole('button', { name: 'Delete annotation' }).click();
  await expect(workspace.annotations).toHaveCount(0);
  await workspace.undoButton.click();
  await expect(workspace.annotation(CLOSED)).toContainText('Ines Okafor');
  await page.keyboard.press('Delete');
  await expect(workspace.annotations).toHaveCount(0);
});

test('the ends of a span are changed by handle, by key, by button and by a new selection', async ({
  launch,
}) => {
  const { page, workspace } = await openSample(launch);
  await workspace.tag('left', 'closed the harbour bridge', 'claim');
  const handle = page.locator('[data-handle="end"]');
  const box = await handle.boundingBox();
  const { end } = await workspace.placeOf('left', 'closed the harbour bridge to all');
  if (!box) throw new Error('The picked annotation has no handle.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x - 3, end.y, { steps: 4 });
  await page.mouse.up();
  await expect(workspace.annotation('closed the harbour bridge to all')).toHaveCount(1);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(workspace.annotation('closed the harbour bridge to all traffic')).toHaveCount(1);
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect(
    workspace.annotations.getByText('the harbour bridge to all traffic', { exact: true }),
  ).toHaveCount(1);
  await workspace.card.getByRole('button', { name: 'Move Start Back a Word' }).click();
  await workspace.card.getByRole('button', { name: 'Move End Back a Word' }).click();
  await expect(
    workspace.annotations.getByText('closed the harbour bridge to all', { exact: true }),
  ).toHaveCount(1);
  await workspace.select('left', 'inspectors found that cracks');
  await page.keyboard.press('x');
  await expect(
    workspace.annotations.getByText('inspectors found that cracks', { exact: true }),
  ).toHaveCount(1);
  await expect(workspace.annotations).toHaveCount(1);
});

test('undo and redo are without limit and named in the menu', async ({ launch }) => {
  const diptych = await openSample(launch);
  const { page, workspace } = diptych;
  expect(await diptych.menuItem('undo')).toMatchObject({ label: 'Undo', enabled: false });
  await workspace.tag('left', CLOSED, 'claim');
  await expect
    .poll(() => diptych.menuItem('undo'))
    .toMatchObject({ label: 'Undo Add Claim', enabled: true });
  for (let turn = 0; turn < 15; turn++) {
    await page.keyboard.press('q');
    await expect(workspace.annotation(CLOSED)).toHaveAccessibleName(/^Quote/);
    await page.keyboard.press('c');
    await expect(workspace.annotation(CLOSED)).toHaveAccessibleName(/^Claim/);
  }
  for (let turn = 0; turn < 31; turn++) await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.annotations).toHaveCount(0);
  await expect
    .poll(() => diptych.menuItem('redo'))
    .toMatchObject({ label: 'Redo Add Claim', enabled: true });
  for (let turn = 0; turn < 31; turn++) await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(workspace.annotation(CLOSED)).toHaveAccessibleName(/^Claim/);
  await diptych.chooseMenu('undo');
  await expect(workspace.annotation(CLOSED)).toHaveAccessibleName(/^Quote/);
  await workspace.expectSaved();
});

test('every command is in the native menu with its key', async ({ launch }) => {
  const diptych = await openSample(launch);
  const items = await diptych.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ label, submenu }) =>
      (submenu?.items ?? [])
        // One level further down too: Open Recent.
        .flatMap((item) => [item, ...(item.submenu?.items ?? [])])
        .filter(({ id }) => id)
        .map(({ id, accelerator }) => [label, id, accelerator]),
    ),
  );
  const menus = { file: '&File', edit: '&Edit', annotate: '&Annotate', view: '&View' } as const;
  for (const id of COMMAND_IDS) {
    const { menu, key } = commandOf(id);
    const item = items.find(([, itemId]) => itemId === id);
    expect(item, id).toBeDefined();
    if (menu !== 'help') expect(item?.[0], id).toBe(menus[menu]);
    // A Mac names single keys in the label: it cannot show a key without registering it.
    if (process.platform !== 'darwin') expect(item?.[2] ?? undefined, id).toBe(key);
  }
  const commands = items.filter(([, id]) => !id?.startsWith('recent-'));
  expect(commands).toHaveLength(COMMAND_IDS.length);
});
