import { expect, test, type Diptych } from './fixtures';

/** How often the app is killed; `npm run torture -- COUNT --app` sets it. */
const KILLS = Number(process.env['DIPTYCH_KILLS'] ?? 5);
const LEAD_MS = 300;
const WORK_MS = 1_200;

/** Keeps the highest number of annotations that the line of status showed as saved. */
async function watch({ page }: Diptych): Promise<() => number> {
  let most = 0;
  await page.exposeFunction('noteSaved', (shown: number) => {
    most = Math.max(most, shown);
  });
  await page.evaluate(() => {
    const tell = () => {
      const footer = document.querySelector('footer');
      if (footer?.querySelector('[role=status]')?.textContent.trim() !== 'Saved') return;
      const [, claims = '0', quotes = '0'] =
        /([\d,]+) claims? · ([\d,]+) quotes?/.exec(footer.textContent) ?? [];
      const count = (shown: string) => Number(shown.replaceAll(',', ''));
      window.noteSaved(count(claims) + count(quotes));
    };
    const options = { subtree: true, childList: true, characterData: true };
    new MutationObserver(tell).observe(document.body, options);
    tell();
  });
  return () => most;
}

/** Tags the sentence at the cursor again and again until the app is gone. */
async function work({ page }: Diptych): Promise<void> {
  try {
    for (let turn = 0; ; turn++)
      for (const key of ['s', turn % 2 === 0 ? 'c' : 'q', 'Escape', 'ArrowDown'])
        await page.keyboard.press(key);
  } catch {
    // It was killed.
  }
}

test(`what is shown as saved is there after the app is killed at ${KILLS} random moments`, async ({
  launch,
}) => {
  test.setTimeout(30_000 + KILLS * 30_000);
  let saved = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const diptych = await launch(...(kill === 0 ? ['--sample'] : []));
    const { page, workspace } = diptych;
    await expect(workspace.status).toHaveText('Saved');
    await expect(page.getByRole('alert')).toHaveCount(0);
    const most = await watch(diptych);
    await expect.poll(most).toBeGreaterThanOrEqual(saved);
    await page.keyboard.press('F6');
    const working = work(diptych);
    await page.waitForTimeout(LEAD_MS + Math.random() * WORK_MS);
    await diptych.kill();
    await working;
    saved = Math.max(saved, most());
  }
  // A busy machine may leave no time for an edit before one kill or the other.
  expect(saved).toBeGreaterThan(KILLS / 2);
  const diptych = await launch();
  await expect(diptych.page.getByRole('alert')).toHaveCount(0);
  await expect.poll(await watch(diptych)).toBeGreaterThanOrEqual(saved);
});

declare global {
  interface Window {
    readonly noteSaved: (shown: number) => void;
  }
}
