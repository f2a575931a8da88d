import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, ROOT, test, type Diptych } from './fixtures';

const EVAL = process.env['DIPTYCH_EVAL'] ?? join(ROOT, '../shared/eval');
const SEED = join(EVAL, '../samples/seed');
const OUT = process.env['DIPTYCH_BENCH_OUT'] ?? join(ROOT, 'bench/results/suggest-app.json');
const RUNS = 7;

interface Sample {
  /** From the key to the list on the screen, in ms; the engine has worked since the comparison was opened. */
  readonly list: number;
  /** From asking the engine to its answer, in ms, its start and reading the texts included. */
  readonly engine: number;
  /** The longest frame from the key on, in ms. */
  readonly frame: number;
}

/** Presses G in a comparison just opened and watches the page. */
async function measure({ page }: Diptych): Promise<Sample> {
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByName('suggest').length))
    .toBe(1);
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    const watch = { began: 0, shown: 0, longest: 0 };
    Object.assign(window, { watch });
    window.addEventListener('keydown', () => (watch.began = performance.now()), { capture: true });
    let last = performance.now();
    const frame = (now: number) => {
      if (watch.began > 0) watch.longest = Math.max(watch.longest, now - last);
      if (!watch.shown && document.querySelector('[data-suggestion]'))
        watch.shown = performance.now();
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.keyboard.press('g');
  await page.waitForSelector('[data-suggestion]');
  await page.waitForTimeout(500);
  return page.evaluate(() => {
    const { watch } = window as unknown as { watch: Record<'began' | 'shown' | 'longest', number> };
    const engine = performance.getEntriesByName('suggest')[0]?.duration ?? NaN;
    return { list: watch.shown - watch.began, engine, frame: watch.longest };
  });
}

test('from Suggest to the list, on the seed pair', async ({ launch }) => {
  const samples: Sample[] = [];
  for (let run = 0; run < RUNS; run++) {
    const diptych = await launch(join(SEED, 'left.txt'), join(SEED, 'right.txt'));
    samples.push(await measure(diptych));
    await diptych.quit();
  }
  const median = (key: keyof Sample) =>
    samples.map((sample) => sample[key]).toSorted((a, b) => a - b)[RUNS >> 1] as number;
  const figure = (name: string, key: keyof Sample, goal: number) => ({
    name,
    value: Math.round(median(key) * 10) / 10,
    unit: 'ms',
    goal: `<= ${goal}`,
    met: median(key) <= goal,
    peers: {},
  });
  const figures = [
    figure('app: from “Suggest” to the list, seed pair', 'list', 100),
    figure('app: from asking the engine to its answer, seed pair', 'engine', 100),
    figure('app: longest frame after “Suggest”, seed pair', 'frame', 50),
  ];
  await mkdir(dirname(OUT), { recursive: true });
  await writeFile(OUT, `${JSON.stringify({ figures, samples }, null, 2)}\n`);
  console.table(figures.map(({ name, value, goal, met }) => ({ name, value, goal, met })));
});
