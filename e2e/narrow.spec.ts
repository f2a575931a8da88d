import { expect, test, type Diptych } from './fixtures';

async function resize({ app, page }: Diptych, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [w, h]) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setMinimumSize(200, 200);
      window?.setContentSize(w, h);
    },
    [width, height] as const,
  );
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

/** Whether something would have to be scrolled sideways to be read. */
function sideways({ page }: Diptych): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 &&
          ['auto', 'scroll'].includes(getComputedStyle(element).overflowX),
      )
      .map(({ tagName, className }) => `${tagName} ${className}`),
  );
}

test('in a narrow window the articles stack, and everything still works by keyboard', async ({
  launch,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await workspace.article('left').focus();
  await resize(diptych, 480, 900);
  await expect(workspace.article('left')).toBeFocused();
  const left = await workspace.article('left').boundingBox();
  const right = await workspace.article('right').boundingBox();
  if (!left || !right) throw new Error('An article is not on the page.');
  expect(right.y).toBeGreaterThan(left.y + left.height);
  expect(right.width).toBeCloseTo(left.width, 0);
  expect(await sideways(diptych)).toEqual([]);

  await page.keyboard.press('s');
  await page.keyboard.press('c');
  await expect(workspace.annotations).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(workspace.article('right')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await page.keyboard.press('l');
  await expect(page.locator('footer')).toContainText('1 link');

  await resize(diptych, 1300, 800);
  await expect(workspace.article('right')).toBeFocused();
  await expect(workspace.ribbons).toHaveCount(1);
});

for (const [width, height] of [
  [480, 400],
  [320, 256],
] as const) {
  test(`nothing is out of reach at ${width} × ${height}`, async ({ launch }) => {
    const diptych = await launch('--sample');
    const { page, workspace } = diptych;
    await workspace.tag('left', 'Ferries were doubled', 'claim');
    await resize(diptych, width, height);
    for (const target of [
      workspace.article('left'),
      workspace.article('right'),
      workspace.annotation('Ferries').getByRole('button'),
      workspace.exportButton,
    ]) {
      await target.focus();
      await expect(target).toBeInViewport({ ratio: 0.3 });
    }
    expect(await sideways(diptych)).toEqual([]);
    await page.keyboard.press('ControlOrMeta+,');
    await expect(page.getByRole('dialog', { name: 'Preferences' })).toBeVisible();
    expect(await sideways(diptych)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+l');
    await expect(diptych.library.entry('Harbour')).toBeVisible();
    expect(await sideways(diptych)).toEqual([]);
    await page.keyboard.press('ControlOrMeta+n');
    await expect(page.getByRole('button', { name: 'Create comparison' })).toBeVisible();
    expect(await sideways(diptych)).toEqual([]);
  });
}

test('a long title without spaces is cut, and can be read whole', async ({ launch }) => {
  const title = 'Brückensperrung'.repeat(14);
  const diptych = await launch('--sample');
  const { page, library } = diptych;
  await page.keyboard.press('ControlOrMeta+i');
  const details = page.getByRole('dialog', { name: 'Details' });
  await details.getByLabel('Title of the comparison').fill(title);
  await details.getByLabel('Title', { exact: true }).first().fill(title);
  await page.keyboard.press('Enter');
  const button = page.locator('h1').getByRole('button');
  await expect(button).toHaveAttribute('title', new RegExp(title));
  expect(await button.evaluate((each) => each.scrollWidth > each.clientWidth)).toBe(true);
  expect(await sideways(diptych)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+l');
  await expect(library.list.getByTitle(title, { exact: true })).toBeVisible();
  expect(await sideways(diptych)).toEqual([]);
});
