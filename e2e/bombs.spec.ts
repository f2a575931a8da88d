import type { Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDiptychJson } from '../src/core/exchange/diptych-json';
import { BOMBS, type Bomb } from './bombs';
import { expect, test, type Diptych } from './fixtures';
import { hostileComparison } from './hostile/comparison';

const ALL = process.env['DIPTYCH_BOMBS'] === 'all';
/** What a bomb may take: milliseconds, and megabytes of memory of the process that meets it. */
const LONGEST = 10_000;
const MOST = 1_000;
const MB = 1_048_576;
const PAGE_SIZE = 4_096;

test('what would take all time or memory ends in words, and the app goes on', async ({
  launch,
  folder,
}) => {
  test.setTimeout(ALL ? 900_000 : 120_000);
  const diptych = await launch();
  const { page, library, workspace } = diptych;
  const open = writeDiptychJson(hostileComparison('open', ['so']));
  await library.drop([{ name: 'open.diptych.json', text: open }]);
  await expect(workspace.article('left')).toContainText('Line 0');

  for (const bomb of BOMBS.filter(({ always }) => ALL || always))
    await test.step(`${bomb.name}: ${bomb.what}`, async () => {
      const path = join(folder, bomb.name);
      await writeFile(path, bomb.make());
      await diptych.answerDialogs([path]);
      const memory = await watchMemory(diptych);
      const begun = performance.now();
      const problem = await meet(diptych, bomb, path);
      const took = performance.now() - begun;
      const most = memory.end();
      const result = `${bomb.what}: ${(took / 1_000).toFixed(1)} s, ${most} MB: ${problem.slice(0, 150)}`;
      test.info().annotations.push({ type: bomb.name, description: result });
      if (!bomb.isHarmless) expect.soft(problem, bomb.name).toMatch(/[.!?]$/);
      expect.soft(problem.length, bomb.name).toBeLessThan(1_000);
      expect.soft(took, bomb.name).toBeLessThan(LONGEST);
      expect.soft(most, bomb.name).toBeLessThan(MOST);
      await rm(path);
      expect(await page.evaluate(async () => (await window.diptych.library()).entries.length)).toBe(
        1,
      );
    });
  await expect(workspace.article('left')).toContainText('Line 0');
});

/** Brings a bomb in; what the app says of it. */
async function meet(diptych: Diptych, { way }: Bomb, path: string): Promise<string> {
  const { page } = diptych;
  switch (way) {
    case 'comparison':
      await diptych.chooseMenu('importComparison');
      return alertOf(page);
    case 'annotations':
      await diptych.chooseMenu('importAnnotations');
      return alertOf(page);
    case 'dropped':
      await dropFile(page, path);
      return alertOf(page);
    case 'article':
      return page.evaluate(async () => {
        await window.diptych.chooseArticle('left');
        const read = await window.diptych.readChosen();
        return read.ok ? '' : read.problem;
      });
    case 'table':
    case 'passim':
      return page.evaluate(async (kind) => {
        const looked = await window.diptych.chooseBatch(kind);
        if (!looked.ok) return looked.problem;
        const { problems = [], count = 0 } = looked.value?.preview ?? {};
        return count === problems.length ? `${problems[0]?.where}: ${problems[0]?.text}` : '';
      }, way);
  }
}

/** Drops files on the window as the system does: the page gets them without reading them. */
async function dropFile(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path, path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await session.detach();
}

/** What the app says went wrong; '' when it says what it brought in. */
async function alertOf(page: Page): Promise<string> {
  const alert = page.getByRole('alert').filter({ has: page.getByRole('button') });
  const placed = page.getByRole('dialog', { name: 'Annotations imported' });
  await alert.or(placed).waitFor({ timeout: 60_000 });
  if (await placed.isVisible()) {
    await page.keyboard.press('Escape');
    return '';
  }
  const text = await alert.locator('span').first().textContent();
  await alert.getByRole('button', { name: 'Dismiss' }).click();
  return text ?? '';
}

/** Watches the memory of every process of the app, where the system tells (Linux); its peak in MB. */
async function watchMemory({ app }: Diptych): Promise<{ readonly end: () => number }> {
  const pids = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ pid }) => pid),
  );
  let most = 0;
  const look = () => {
    for (const pid of pids) {
      const file = `/proc/${pid}/statm`;
      const pages = existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[1]) : 0;
      most = Math.max(most, Math.round((pages * PAGE_SIZE) / MB));
    }
  };
  const timer = setInterval(look, 50);
  return {
    end: () => {
      clearInterval(timer);
      look();
      return most;
    },
  };
}
