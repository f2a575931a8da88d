import type { Page } from '@playwright/test';
import { expect, test, type Diptych } from './fixtures';

/** Lets the page follow the app's own theme instead of Playwright's. */
async function followSystem({ page }: Diptych): Promise<void> {
  await page.emulateMedia({ colorScheme: null });
}

function isDark(page: Page): Promise<boolean> {
  return page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
}

function look(page: Page): Promise<{ size: string; face: string; longest: number }> {
  return page.locator('[data-pane="left"] article').evaluate((sheet) => {
    const { fontSize, fontFamily, maxWidth } = getComputedStyle(sheet);
    return { size: fontSize, face: fontFamily, longest: Number.parseFloat(maxWidth) };
  });
}

test('preferences are changed by keyboard, hold at once and come back at the next start', async ({
  launch,
}) => {
  const first = await launch('--sample');
  await followSystem(first);
  const { page } = first;
  await page.keyboard.press('ControlOrMeta+,');
  const dialog = page.getByRole('dialog', { name: 'Preferences' });
  await expect(dialog).toBeVisible();

  await dialog.getByRole('radio', { name: 'As the system' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => isDark(page)).toBe(false);
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: 'Dark' })).toBeFocused();
  await expect.poll(() => isDark(page)).toBe(true);

  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');

  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  expect((await look(page)).face).toContain('Inter');

  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('slider', { name: 'Size' })).toHaveAttribute(
    'aria-valuetext',
    '18 pixels',
  );
  expect((await look(page)).size).toBe('18px');

  await page.keyboard.press('Tab');
  const { longest } = await look(page);
  await page.keyboard.press('Home');
  expect((await look(page)).longest).toBeLessThan(longest);

  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  const seen = await look(page);
  await first.quit();

  const second = await launch();
  await followSystem(second);
  await expect(second.workspace.article('left')).toBeVisible();
  expect(await isDark(second.page)).toBe(true);
  expect(await second.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  expect(await look(second.page)).toEqual(seen);
  await expect(second.page.locator('html')).toHaveAttribute('data-density', 'compact');
});

test('the text grows and shrinks by keys, and the window’s zoom has keys of its own', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page } = diptych;
  const sizes: string[] = [];
  for (const key of ['=', '=', '-', '0', '-']) {
    await page.keyboard.press(`ControlOrMeta+${key}`);
    sizes.push((await look(page)).size);
  }
  expect(sizes).toEqual(['18px', '20px', '18px', '17px', '16px']);
  const zooms = await diptych.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? [])
      .flatMap(({ submenu }) => submenu?.items ?? [])
      .filter(({ role }) => /^(?:zoomin|zoomout|resetzoom)$/i.test(role ?? ''))
      .map(({ accelerator }) => accelerator),
  );
  expect(zooms).toHaveLength(3);
  for (const accelerator of zooms) expect(accelerator).toContain('Shift+');
});

test('colours, typeface, line length and density have commands of their own', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  await followSystem(diptych);
  const { page } = diptych;
  await diptych.chooseMenu('themeDark');
  await expect.poll(() => isDark(page)).toBe(true);
  await diptych.chooseMenu('themeLight');
  await expect.poll(() => isDark(page)).toBe(false);
  const { longest } = await look(page);
  await diptych.chooseMenu('shorterLines');
  await diptych.chooseMenu('shorterLines');
  await expect.poll(async () => (await look(page)).longest).toBeLessThan(longest);
  await diptych.chooseMenu('toggleFace');
  await expect.poll(async () => (await look(page)).face).toContain('Inter');
  await diptych.chooseMenu('toggleCompact');
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
});

test('what is read stays in place when type, lines, panes and window change', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  const right = workspace.article('right');
  // A person's next key comes after the frame in which the page learns of the scrolling.
  await right.evaluate(async (pane) => {
    pane.scrollTo(0, 700);
    for (let frame = 0; frame < 2; frame++)
      await new Promise((done) => {
        requestAnimationFrame(done);
      });
  });
  const words = await firstWords(page);
  const lineOf = () => page.evaluate(topOfWords, words);
  const before = await lineOf();

  for (const key of ['=', '=', '=', '-', '0']) {
    await page.keyboard.press(`ControlOrMeta+${key}`);
    await expect.poll(async () => Math.abs((await lineOf()) - before)).toBeLessThan(2);
  }
  for (const id of ['shorterLines', 'toggleFace', 'longerLines']) {
    await diptych.chooseMenu(id);
    await expect.poll(async () => Math.abs((await lineOf()) - before)).toBeLessThan(2);
  }
  for (const width of [1000, 1300]) {
    await diptych.app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 800),
      width,
    );
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
    await expect.poll(async () => Math.abs((await lineOf()) - before)).toBeLessThan(2);
  }
});

/** The paragraph and the offset in it of the first word that can be seen whole in the right article. */
async function firstWords(page: Page): Promise<{ index: number; at: number }> {
  const found = await page.evaluate(() => {
    const pane = document.querySelector('[data-pane="right"]');
    const top = pane?.getBoundingClientRect().top ?? 0;
    const paragraphs = [...document.querySelectorAll('[data-text="right"] [data-start]')];
    for (const [index, paragraph] of paragraphs.entries()) {
      const node = paragraph.firstChild;
      if (!node) continue;
      for (let at = 0; at < (node.textContent ?? '').length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        if (range.getBoundingClientRect().bottom > top + 12) return { index, at };
      }
    }
    return null;
  });
  if (!found) throw new Error('Nothing can be seen of the right article.');
  return found;
}

function topOfWords({ index, at }: { index: number; at: number }): number {
  const pane = document.querySelector('[data-pane="right"]');
  const node = document.querySelectorAll('[data-text="right"] [data-start]')[index]?.firstChild;
  if (!pane || !node) return Infinity;
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  return range.getBoundingClientRect().top - pane.getBoundingClientRect().top;
}
