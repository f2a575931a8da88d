import { expect, test } from './fixtures';

const CLOSED = 'closed the harbour bridge to all traffic on Friday';
const FERRIES = 'Ferries were doubled from noon';

test('an annotation and a selection have their menus, by mouse and by keyboard', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await diptych.keepContextMenus();
  await workspace.tag('left', CLOSED, 'claim');
  await workspace.tag('left', FERRIES, 'claim');

  // The right button picks what it is pressed on.
  const { start } = await workspace.placeOf('left', CLOSED);
  await page.mouse.click(start.x + 12, start.y, { button: 'right' });
  await expect.poll(() => diptych.contextMenu()).toContain('Tag as Quote');
  expect(await diptych.contextMenu()).toEqual([
    'Tag as Claim',
    'Tag as Quote',
    'Tag as…',
    'Link',
    'Find Duplicate',
    'Edit Speaker',
    'Edit Note',
    'Copy with Source',
    'Select Sentence',
    'Correct Text…',
    'Delete Annotation',
  ]);
  expect(await workspace.painted('picked')).toEqual([CLOSED]);
  await diptych.chooseContextMenu('Tag as Quote');
  await expect(workspace.annotation(CLOSED)).toContainText('Quote');

  // A selection keeps what it covers.
  await workspace.select('right', 'blamed the storms');
  const selected = await workspace.placeOf('right', 'blamed the storms');
  await page.mouse.click(selected.start.x + 12, selected.start.y, { button: 'right' });
  await expect.poll(() => diptych.contextMenu()).toContain('Link');
  await diptych.chooseContextMenu('Link');
  await expect(workspace.ribbons).toHaveCount(1);

  // By keyboard, the menu is that of what is picked.
  await workspace.article('left').focus();
  await page.keyboard.press('n');
  await page.keyboard.press('Shift+F10');
  await expect.poll(() => diptych.contextMenu()).toContain('Delete Annotation');
  await diptych.chooseContextMenu('Delete Annotation');
  await expect(workspace.annotations).toHaveCount(2);
  await workspace.expectSaved();
});

test('rows of annotations and suggestions, library entries and fields have menus', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace, library } = diptych;
  await diptych.keepContextMenus();
  await workspace.tag('left', CLOSED, 'claim');
  await workspace.tag('left', FERRIES, 'claim');
  await workspace.annotation(CLOSED).getByRole('button').click({ button: 'right' });
  await expect.poll(() => workspace.painted('picked')).toEqual([CLOSED]);
  await expect.poll(() => diptych.contextMenu()).toContain('Edit Speaker');
  await diptych.chooseContextMenu('Edit Speaker');
  await expect(workspace.card.getByLabel('Speaker')).toBeFocused();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Shift+F10');
  await expect.poll(() => diptych.contextMenu()).toContain('Select All');
  await workspace.article('left').focus();

  await workspace.suggest();
  const key = await workspace.suggestion.getAttribute('data-suggestion');
  await page.keyboard.press('Shift+F10');
  await expect
    .poll(() => diptych.contextMenu())
    .toEqual(expect.arrayContaining(['Accept Suggestion', 'Reject Suggestion', 'Find Duplicate']));
  await diptych.chooseContextMenu('Reject Suggestion');
  await expect(page.locator(`[data-suggestion="${key}"]`)).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+l');
  await library.entry('Harbour').focus();
  await page.keyboard.press('Shift+F10');
  await expect
    .poll(() => diptych.contextMenu())
    .toEqual([
      'Open Comparison',
      'Open in New Window',
      'Rename Comparison…',
      'Duplicate Comparison',
      'Export…',
      'Delete Comparison',
    ]);
  await diptych.chooseContextMenu('Duplicate Comparison');
  await expect(library.entry('(copy)')).toBeVisible();
  await library.entry('(copy)').click({ button: 'right' });
  await diptych.chooseContextMenu('Rename Comparison…');
  await expect(page.getByLabel('Title of the comparison')).toBeFocused();
  await page.keyboard.type('Second round');
  await page.keyboard.press('Enter');
  await expect(library.entry('Second round')).toBeVisible();
});

test('what is picked is copied with its source', async ({ launch }) => {
  const diptych = await launch('--sample');
  const { app, page, workspace } = diptych;
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await workspace.tag('left', CLOSED, 'claim');
  await page.keyboard.press('ControlOrMeta+c');
  await expect.poll(copied).toMatch(new RegExp(`^“${CLOSED}” — .+, City shuts harbour bridge`));
  await workspace.link(FERRIES, 'Twice as many boats');
  await workspace.click('left', FERRIES);
  await diptych.chooseMenu('copyLink');
  await expect
    .poll(copied)
    .toMatch(new RegExp(`^“${FERRIES}” — .+\\n“Twice as many boats” — .+\\nDuplicate · \\w+$`));
  await workspace.select('right', 'blamed the storms');
  // A selection of the page is copied as it is, unless the source is asked for.
  await page.keyboard.press('ControlOrMeta+c');
  await expect.poll(copied).toBe('blamed the storms');
  await page.keyboard.press('ControlOrMeta+Shift+c');
  await expect.poll(copied).toMatch(/^“blamed the storms” — /);
  await expect(page.getByText('Copied with its source.')).toBeVisible();
});
