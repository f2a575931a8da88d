import { expect, test } from './fixtures';

test('imported text is text, never markup', async ({ launch }) => {
  const { page, library, workspace } = await launch();
  const hostile =
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> "><b>bold</b>';
  await library.drop([
    { name: 'l.txt', text: `Hostile words in the title ${hostile}\n\n${hostile}` },
    { name: 'r.txt', text: `${hostile} and more words here\n\nText` },
  ]);
  await expect(workspace.article('left')).toContainText('<script>window.hacked=1</script>');
  await workspace.tag('left', 'Hostile words in the title', 'claim');
  await workspace.card.getByLabel('Speaker').fill(hostile);
  await workspace.card.getByLabel('Speaker').press('Enter');
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(library.heading).toBeVisible();
  expect(
    await page.evaluate(() => [
      'hacked' in window,
      document.querySelectorAll('main img, main b, main script').length,
    ]),
  ).toEqual([false, 0]);
});

test('main refuses payloads that do not fit and edits that do not apply', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  const answers = await page.evaluate(async () => {
    const api = window.diptych as unknown as Record<
      string,
      (...args: unknown[]) => Promise<unknown>
    >;
    const refused = async (name: string, ...args: unknown[]) => {
      try {
        return JSON.stringify(await api[name]?.(...args));
      } catch (error) {
        return String(error);
      }
    };
    const edit = { name: 'X', changes: [{ type: 'delete-annotation', id: 'nobody' }] };
    return [
      await refused('openComparison', '../../etc/passwd'),
      await refused('commit', 'sample', [{ name: 'X', changes: [{ type: 'format-disk' }] }], 0),
      await refused('commit', 'sample', [], 0),
      await refused('saveView', { places: { one: 7 }, panes: {} }),
      await refused('showContextMenu', [['formatDisk']], { x: 0, y: 0 }),
      await refused('openWindow', '../one'),
      await refused('openComparison', 'missing'),
      await refused('commit', 'sample', [edit], 0),
      await refused('commit', 'sample', [edit], 99),
    ];
  });
  for (const answer of answers.slice(0, 6)) expect(answer).toContain('do not fit the contract');
  expect(answers[6]).toContain('no longer in the workspace');
  expect(answers[7]).toContain('no longer there');
  expect(answers[8]).toContain('changed elsewhere');
  await workspace.tag('left', 'closed the harbour bridge', 'claim');
  await workspace.expectSaved();
});
