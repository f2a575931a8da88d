import type { Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeComparison } from '../bench/lib/reader-data';
import { writeDiptychJson } from '../src/core/exchange/diptych-json';
import type { Comparison } from '../src/core/model/comparison';
import { openPeer, peerSpans } from './bench-peer';
import { isInput, isMark, traced, type Frame, type Trace, type Work } from './bench-trace';
import { ROOT, test, type Diptych } from './fixtures';

const OUT = process.env['DIPTYCH_BENCH_OUT'] ?? join(ROOT, 'bench/results/reader.json');
const RUNS = 10;
/** An even number, so that both orders of opening come equally often. */
const OPENED = 10;
const LENGTH = 1_000_000;
const make = (annotations: number) =>
  makeComparison({ length: LENGTH, annotations, links: annotations / 5 });
/** How long a page is left alone before and after what is measured, in ms. */
const REST = 400;

/** Brings a comparison into the library by way of a file, as a person does. */
async function bringIn(diptych: Diptych, comparison: Comparison): Promise<void> {
  const file = join(diptych.folder, `${comparison.id}.diptych.json`);
  await writeFile(file, writeDiptychJson(comparison));
  await diptych.answerDialogs([file]);
  await diptych.chooseMenu('importComparison');
  await diptych.page.getByRole('heading', { name: comparison.title, level: 1 }).waitFor();
  await diptych.page.waitForTimeout(REST);
  await leave(diptych);
}

async function leave({ page, library }: Diptych): Promise<void> {
  await page.keyboard.press('Control+l');
  await library.heading.waitFor();
  await tidy(page);
}

/** Throws away what is left of what a page showed before: it is not for what comes next to pay for it. */
async function tidy(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.detach();
}

/** Opens a comparison from the library by keyboard. */
async function open({ page }: Diptych, title: string): Promise<void> {
  await page.getByRole('row', { name: title, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Left article' }).waitFor();
  await page.waitForTimeout(REST);
}

/** What `act` makes the page do. */
async function watch(page: Page, act: () => Promise<unknown>): Promise<Trace> {
  const cdp = await page.context().newCDPSession(page);
  const trace = await traced(cdp, async () => {
    await act();
    await page.waitForTimeout(REST);
  });
  await cdp.detach();
  return trace;
}

/** Tags a sentence, changes the tag, takes that back, and deletes it, again and again: the work of each key. */
async function edits({ page }: Diptych): Promise<readonly Work[]> {
  const works: Work[] = [];
  await page.getByRole('region', { name: 'Left article' }).focus();
  for (let run = -2; run < RUNS; run++) {
    for (const key of ['ArrowDown', 's']) await page.keyboard.press(key);
    for (const key of ['c', 'q', 'Control+z', 'Delete']) {
      await page.waitForTimeout(REST);
      const trace = await watch(page, () => page.keyboard.press(key));
      // The first rounds make the functions warm.
      if (run >= 0) works.push(trace.untilPainted(isInput('keydown')));
    }
  }
  return works;
}

/** Scrolls the left article with the wheel. */
async function scroll(page: Page): Promise<readonly Frame[]> {
  await page.mouse.move(300, 400);
  const trace = await watch(page, async () => {
    await page.evaluate(() => void performance.mark('scroll'));
    for (let turn = 0; turn < 60; turn++) {
      await page.mouse.wheel(0, 90);
      await page.waitForTimeout(30);
    }
  });
  return trace.frames(isMark('scroll'));
}

/** Moves the mouse over the left article; what each look at what lies under it takes. */
async function hover(page: Page): Promise<readonly number[]> {
  const trace = await watch(page, async () => {
    for (let step = 0; step < 60; step++) {
      await page.mouse.move(200 + step * 3, 250 + step * 5);
      await page.waitForTimeout(30);
    }
  });
  return trace.times('FireAnimationFrame', isInput('pointermove'));
}

const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);
const quantile = (values: readonly number[], share: number) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
const median = (values: readonly number[]) => quantile(values, 0.5);
const round = (value: number) => Number(value.toPrecision(3));

interface Goal {
  readonly unit: string;
  readonly most?: number;
  readonly least?: number;
}

function figure(name: string, value: number, { unit, most, least }: Goal, peers = {}) {
  const met = most === undefined ? value >= (least ?? 0) : value <= most;
  const goal = most === undefined ? `>= ${least}` : `<= ${most}`;
  return { name, value: round(value), unit, goal, met, peers };
}

test('the reader at its limit', async ({ launch }) => {
  test.setTimeout(1_500_000);
  const diptych = await launch();
  const { page, app } = diptych;
  await diptych.library.heading.waitFor();
  const sizes = { plain: make(0), small: make(1_000), main: make(10_000), large: make(50_000) };
  for (const each of Object.values(sizes)) await bringIn(diptych, each);

  const opened: Record<'plain' | 'main', Work[]> = { plain: [], main: [] };
  const wholes: number[] = [];
  const orders = [
    ['plain', 'main'],
    ['main', 'plain'],
  ] as const;
  // What is opened second pays for throwing the first away, so they take turns; the first round makes the functions warm.
  for (let run = 0; run <= OPENED; run++)
    for (const size of orders[run % 2] ?? []) {
      const trace = await watch(page, () => open(diptych, sizes[size].title));
      if (run > 0) opened[size].push(trace.untilPainted(isMark('comparison')));
      if (run > 0 && size === 'main')
        wholes.push(trace.untilPainted(isInput('keydown'), isMark('comparison')).clock);
      await leave(diptych);
    }

  const edited: Record<string, readonly Work[]> = {};
  for (const size of ['small', 'large', 'main'] as const) {
    await open(diptych, sizes[size].title);
    edited[size] = await edits(diptych);
    if (size !== 'main') await leave(diptych);
  }
  const frames = await scroll(page);
  const hovers = await hover(page);

  const peer = await openPeer(app, sizes.main);
  await peer.waitForTimeout(2 * REST);
  const plainFrames = await scroll(peer);
  const peerOpened: Work[] = [];
  const peerAdded: Work[] = [];
  for (let run = 0; run < 5; run++) {
    await peer.evaluate(
      (texts) => window.showTexts(texts),
      [sizes.main.left.text, sizes.main.right.text],
    );
    await tidy(peer);
    await peer.waitForTimeout(4 * REST);
    const trace = await watch(peer, async () => {
      await peer.evaluate((spans) => window.annotate(spans), peerSpans(sizes.main));
      await peer.waitForTimeout(4 * REST);
    });
    peerOpened.push(trace.untilPainted(isMark('comparison')));
    const added = await watch(peer, () => peer.evaluate((at) => window.addOne(at), 50 + run * 40));
    peerAdded.push(added.untilPainted(isMark('add')));
  }
  const peerFrames = await scroll(peer);

  const of = (works: readonly Work[] | readonly Frame[] | undefined, key: 'clock' | 'cpu') =>
    (works ?? []).map((each) => each[key]);
  const over = median(of(opened.main, 'cpu')) - median(of(opened.plain, 'cpu'));
  // A difference of two opens cannot be known better than an open can.
  const noise = quantile(of(opened.plain, 'cpu'), 0.75) - quantile(of(opened.plain, 'cpu'), 0.25);
  const [ours, theirs] = [median(of(edited['main'], 'cpu')), median(of(peerAdded, 'cpu'))];
  const recogito = 'Recogito text-annotator 4.1.1';
  const ms = (most: number): Goal => ({ unit: 'ms', most });
  const figures = [
    figure('data to painted, over plain text (CPU)', over, ms(15), {
      'spread of the plain opens': round(noise),
      'plain text, all of it': round(median(of(opened.plain, 'cpu'))),
      [recogito]: round(median(of(peerOpened, 'cpu'))),
    }),
    figure(
      'data to painted: Recogito takes at least so many times longer',
      median(of(peerOpened, 'cpu')) / Math.max(over, noise),
      { unit: 'x', least: 20 },
    ),
    figure('edit: key to painted, p95', quantile(of(edited['main'], 'clock'), 0.95), ms(20), {
      [recogito]: round(quantile(of(peerAdded, 'clock'), 0.95)),
    }),
    figure(
      'edit: longest task until painted (CPU)',
      median((edited['main'] ?? []).map(({ task }) => task)),
      ms(4),
    ),
    figure(
      // What the components take once the mark is seen: no more than a frame.
      'edit: longest task after it, card and list (CPU)',
      median((edited['main'] ?? []).map(({ later }) => later)),
      ms(16),
    ),
    figure(
      'edit: 50,000 spans against 1,000 (CPU)',
      median(of(edited['large'], 'cpu')) / median(of(edited['small'], 'cpu')),
      { unit: 'x', most: 2 },
    ),
    figure('edit: Recogito takes so many times longer (CPU)', theirs / ours, {
      unit: 'x',
      least: 2,
    }),
    figure('scrolling: a frame, p95', quantile(of(frames, 'clock'), 0.95), ms(20), {
      'plain text': round(quantile(of(plainFrames, 'clock'), 0.95)),
      [recogito]: round(quantile(of(peerFrames, 'clock'), 0.95)),
    }),
    figure(
      'scrolling: script in a frame, p95 (CPU)',
      quantile(
        frames.map(({ script }) => script),
        0.95,
      ),
      ms(5),
    ),
    figure('hover: what lies under the mouse (CPU)', median(hovers), ms(0.5)),
    figure('open from the library: key to painted', median(wholes), ms(500)),
  ];
  const least = (values: readonly number[]) => round(Math.min(...values));
  const raw = {
    opened,
    wholes,
    edited,
    frames,
    plainFrames,
    peerFrames,
    hovers,
    peerOpened,
    peerAdded,
  };
  const minima = {
    'edit: key to painted': least(of(edited['main'], 'clock')),
    'edit: CPU': least(of(edited['main'], 'cpu')),
    'edit: longest task': least((edited['main'] ?? []).map(({ task }) => task)),
    'scrolling: a frame': least(of(frames, 'clock')),
    'open from the library': least(wholes),
    'Recogito: data to painted': least(of(peerOpened, 'cpu')),
    'Recogito: one more': least(of(peerAdded, 'cpu')),
  };
  await mkdir(dirname(OUT), { recursive: true });
  await writeFile(OUT, `${JSON.stringify({ figures, minima, raw }, null, 2)}\n`);
  console.table(figures.map(({ peers, ...rest }) => ({ ...rest, peers: JSON.stringify(peers) })));
});
