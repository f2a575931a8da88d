import { expect, test } from './fixtures';

const FIRST = 'City shuts harbour bridge';
const SECOND = 'Engineers from the national roads agency';

test('back and forward lead through the places jumped from', async ({ launch }) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await workspace.tag('left', FIRST, 'claim');
  await workspace.tag('left', SECOND, 'claim');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await expect.poll(() => workspace.scrolled('left')).toBe(0);
  await expect.poll(async () => (await diptych.menuItem('back')).enabled).toBe(false);

  const second = workspace.article('left').getByText(SECOND);
  await page.keyboard.press('p');
  await expect.poll(() => workspace.painted('picked')).toEqual([SECOND]);
  await expect(second).toBeInViewport();
  await page.keyboard.press('p');
  await expect.poll(() => workspace.painted('picked')).toEqual([FIRST]);
  await expect(second).not.toBeInViewport();

  await page.keyboard.press('ControlOrMeta+[');
  await expect.poll(() => workspace.painted('picked')).toEqual([SECOND]);
  await expect(second).toBeInViewport();
  await page.keyboard.press('ControlOrMeta+[');
  await expect.poll(() => workspace.painted('picked')).toEqual([]);
  await expect.poll(() => workspace.scrolled('left')).toBe(0);
  await expect.poll(async () => (await diptych.menuItem('back')).enabled).toBe(false);
  await page.keyboard.press('ControlOrMeta+]');
  await page.keyboard.press('ControlOrMeta+]');
  await expect.poll(() => workspace.painted('picked')).toEqual([FIRST]);
  await expect.poll(async () => (await diptych.menuItem('forward')).enabled).toBe(false);
});

test('there is a way back from what was found and from the overview, for the mouse too', async ({
  launch,
}) => {
  const { page, workspace } = await launch('--sample');
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('replaced rather than plated');
  await page.keyboard.press('Escape');
  await expect.poll(() => workspace.scrolled('right')).toBeGreaterThan(0.3);
  await page.keyboard.press('ControlOrMeta+[');
  await expect.poll(() => workspace.scrolled('right')).toBe(0);

  const overview = await page.locator('[data-overview]').boundingBox();
  if (!overview) throw new Error('There is no overview.');
  await page.mouse.click(overview.x + 4, overview.y + overview.height - 4);
  await expect.poll(() => workspace.scrolled('left')).toBeGreaterThan(0.3);
  await workspace.article('left').dispatchEvent('mouseup', { button: 3 });
  await expect.poll(() => workspace.scrolled('left')).toBe(0);
  await workspace.article('left').dispatchEvent('mouseup', { button: 4 });
  await expect.poll(() => workspace.scrolled('left')).toBeGreaterThan(0.3);
});
