import { expect, test, type Diptych } from './fixtures';

const SAMPLE = 'Harbour bridge closure';
const BRIDGE = 'The mayor opened the bridge on Monday';
const TWO = [
  { name: 'l.txt', text: `${BRIDGE}\n\nIt cost 2.4 million.\n` },
  { name: 'r.txt', text: 'Bridge opens after long delay\n\nIt cost about 2.4 million.\n' },
];

/** The items of Open Recent, from the top. */
async function recent({ app }: Diptych): Promise<string[]> {
  return app.evaluate(({ Menu }) => {
    const [file] = Menu.getApplicationMenu()?.items ?? [];
    const open = file?.submenu?.items.find(({ label }) => label === 'Open &Recent');
    const items = open?.enabled ? (open.submenu?.items ?? []) : [];
    return items.filter(({ type }) => type !== 'separator').map(({ label }) => label);
  });
}

test('recent comparisons stand in the menu, the last one first, also after a restart', async ({
  launch,
}) => {
  const first = await launch();
  expect(await recent(first)).toEqual([]);
  await first.library.drop(TWO);
  await expect(first.workspace.article('left')).toBeVisible();
  await first.chooseMenu('openSample');
  await expect(first.page.locator('h1')).toHaveText(SAMPLE);
  expect(await recent(first)).toEqual([SAMPLE, BRIDGE, 'Clear Recent Comparisons']);
  await first.quit();

  const second = await launch();
  await expect(second.page.locator('h1')).toHaveText(SAMPLE);
  const [, id] = await second.page.evaluate(async () =>
    (await window.diptych.start()).recent.map((each) => each.id),
  );
  await second.chooseMenu(`recent-${id}`);
  await expect(second.page.locator('h1')).toHaveText(BRIDGE);
  await expect.poll(() => recent(second)).toEqual([BRIDGE, SAMPLE, 'Clear Recent Comparisons']);
});

test('recent comparisons follow renaming and deleting, and are cleared', async ({ launch }) => {
  const diptych = await launch('--sample');
  const { page, library } = diptych;
  await page.keyboard.press('ControlOrMeta+l');
  await library.drop(TWO);
  await expect(diptych.workspace.article('left')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+l');
  await library.entry(BRIDGE).focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Bridge & tunnel');
  await page.keyboard.press('Enter');
  await expect(library.entry('Bridge & tunnel')).toBeVisible();
  await expect
    .poll(() => recent(diptych))
    .toEqual(['Bridge && tunnel', SAMPLE, 'Clear Recent Comparisons']);
  await library.act(SAMPLE, 'Delete');
  await expect
    .poll(() => recent(diptych))
    .toEqual(['Bridge && tunnel', 'Clear Recent Comparisons']);
  await diptych.chooseMenu('clearRecent');
  await expect.poll(() => recent(diptych)).toEqual([]);
});
