import type { WorkspacePage } from './pages/workspace-page';
import { expect, test } from './fixtures';

async function expectSameShare(workspace: WorkspacePage): Promise<void> {
  await expect
    .poll(async () =>
      Math.abs((await workspace.scrolled('left')) - (await workspace.scrolled('right'))),
    )
    .toBeLessThan(0.01);
}

test('in proportion, either article leads the other, by keyboard and by mouse', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  await page.keyboard.press('End');
  await expect.poll(() => workspace.scrolled('left')).toBeGreaterThan(0.5);
  expect(await workspace.scrolled('right')).toBe(0);
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'Scroll together: in proportion' })).toBeVisible();
  await expectSameShare(workspace);
  await page.keyboard.press('Home');
  await expect.poll(() => workspace.scrolled('left')).toBe(0);
  await expectSameShare(workspace);
  await workspace.article('right').hover();
  await page.mouse.wheel(0, 300);
  await expect.poll(() => workspace.scrolled('right')).toBeGreaterThan(0.05);
  await expectSameShare(workspace);
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'Scroll together: each alone' })).toBeVisible();
  const before = await workspace.scrolled('left');
  await page.mouse.wheel(0, 200);
  await expect.poll(() => workspace.scrolled('right')).toBeGreaterThan(before + 0.05);
  expect(await workspace.scrolled('left')).toBe(before);
});

test('by links, a linked span stays level with its partner, and the way is kept for next time', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  const pairs = [
    ['Mayor Teodor Hallam defended the delay', 'Teodor Hallam, the mayor, blamed the storms'],
    ['Some 31,000 vehicles cross the bridge', 'The bridge carries around 28,000 vehicles'],
    ['Engineers from the national roads agency', 'Experts from the national roads agency'],
    // This pair stands the other way round, and gives way to the rest.
    ['School buses are to leave forty minutes earlier', 'Northport woke to a city cut in two'],
  ] as const;
  for (const [left, right] of pairs) {
    await workspace.link(left, right);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'Scroll together: by links' })).toBeVisible();
  for (const [left, right] of pairs.slice(1, 3)) {
    await workspace.article('left').evaluate((pane) => pane.scrollTo(0, 0));
    await expect.poll(() => workspace.scrolled('right')).toBe(0);
    await workspace.article('left').evaluate((pane, text) => {
      const paragraph = [...pane.querySelectorAll('p')].find((each) =>
        each.textContent.startsWith(text),
      );
      const { top } = paragraph?.getBoundingClientRect() ?? new DOMRect();
      pane.scrollTop += top - pane.getBoundingClientRect().top - pane.clientHeight / 2;
    }, left);
    await expect.poll(() => workspace.distance(left, right)).toBeLessThan(3);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await expect.poll(() => workspace.scrolled('right')).toBeGreaterThan(0.7);
  await workspace.expectSaved();
  await expect
    .poll(() => page.evaluate(async () => (await window.diptych.start()).preferences.scroll))
    .toBe('links');
  await diptych.quit();
  const again = await launch();
  await expect(again.page.getByRole('button', { name: 'Scroll together: by links' })).toBeVisible();
});
