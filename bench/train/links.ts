// node scripts/run.mjs bench/train/links.ts EVAL_FOLDER [--folds N] [--dry]
// Trains the two forests of the links on data/news-pairs, prints their figures with every pair judged by forests that
// did not see it, and writes src/core/suggest/models/links.json. Run bench/train/links-words.ts first.
import { writeFileSync } from 'node:fs';
import { candidatesOf, featuresOf } from '../../src/core/suggest/links/candidates';
import { FEATURES } from '../../src/core/suggest/links/features';
import { judgeOf, type Forest, type Judge } from '../../src/core/suggest/links/forest';
import { readyPair, type ReadyPair } from '../../src/core/suggest/links/pair';
import {
  EXTENT_COLUMNS,
  PICK_FEATURES,
  picksOf,
  pickRows,
  type Pick,
} from '../../src/core/suggest/links/picks';
import { LINK_ROOM, scorePicks } from '../../src/core/suggest/links/score';
import { select } from '../../src/core/suggest/links/select';
import { boost, type Rows } from './links-boost';
import { goldPairs, overlap, type GoldPair } from './links-data';
import { bestThreshold, figures, kept, type Found } from './links-figures';

const [folder = '', ...flags] = process.argv.slice(2);
const foldsAt = flags.indexOf('--folds');
const FOLDS = foldsAt === -1 ? 8 : Number(flags[foldsAt + 1]);
const print = (line: string) => process.stdout.write(`${line}\n`);
const HIT = 0.5;
const EXTENT = {
  trees: 60,
  leaves: 10,
  rate: 0.08,
  columns: 0.5,
  rows: 0.7,
  leastWeight: 10,
  ridge: 5,
};
const LINK = {
  trees: 150,
  leaves: 6,
  rate: 0.05,
  columns: 0.4,
  rows: 0.6,
  leastWeight: 5,
  ridge: 5,
};
/** What a pair of sentences' candidates weigh together in the extent's forest, times the root of their number. */
const EXTENT_WEIGHT = 5;

interface Sample {
  readonly gold: GoldPair;
  readonly ready: ReadyPair;
  /** Of each pair of sentences that says the same: its candidates' features and how well each fits the gold. */
  readonly extents: readonly { readonly rows: Float32Array; readonly fits: readonly number[] }[];
}

function fitOf({ links }: GoldPair, found: { left: Found['left']; right: Found['right'] }): number {
  return links.reduce(
    (best, link) =>
      Math.max(best, Math.min(overlap(found.left, link.left), overlap(found.right, link.right))),
    0,
  );
}

function sample(gold: GoldPair): Sample {
  const ready = readyPair(gold.left, gold.right);
  const extents = ready.matches.flatMap((match) => {
    const candidates = candidatesOf(ready.left, ready.right, match);
    const fits = candidates.map((candidate) => fitOf(gold, candidate));
    return fits.some((fit) => fit >= HIT)
      ? [{ rows: featuresOf(ready.left, ready.right, candidates), fits }]
      : [];
  });
  return { gold, ready, extents };
}

function trainExtent(samples: readonly Sample[]): Forest {
  const all = samples.flatMap(({ extents }) => extents);
  const rows: Rows = {
    width: FEATURES.length,
    features: concat(all.map((each) => each.rows)),
    targets: Float32Array.from(all.flatMap(({ fits }) => fits.map((fit) => (fit >= HIT ? 1 : 0)))),
    weights: Float32Array.from(
      all.flatMap(({ fits }) => fits.map(() => EXTENT_WEIGHT / Math.sqrt(fits.length))),
    ),
  };
  return boost(rows, EXTENT, EXTENT_COLUMNS);
}

function picksIn({ ready }: Sample, judge: Judge): readonly Pick[] {
  return ready.matches.flatMap((match) => picksOf(ready.left, ready.right, match, judge));
}

/** Trains both forests; the link's sees the picks of extents' forests that did not see the pair. */
function train(samples: readonly Sample[]): { extent: Forest; link: Forest } {
  const halves = [0, 1].map((half) => samples.filter((_, i) => i % 2 === half));
  const picked = halves.flatMap((half, i) => {
    const judge = judgeOf(trainExtent(halves[1 - i] as readonly Sample[]));
    return half.map((each) => ({ each, picks: picksIn(each, judge) }));
  });
  const targets = picked.flatMap(({ each, picks }) =>
    picks.map((pick) => (fitOf(each.gold, pick) >= HIT ? 1 : 0)),
  );
  const link = boost(
    {
      width: PICK_FEATURES.length,
      features: concat(picked.map(({ picks }) => pickRows(picks))),
      targets: Float32Array.from(targets),
      weights: new Float32Array(targets.length).fill(1),
    },
    LINK,
  );
  return { extent: trainExtent(samples), link };
}

function concat(rows: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(rows.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of rows) {
    all.set(each, at);
    at += each.length;
  }
  return all;
}

/** What the forests find in a pair, whatever its score. */
function find(each: Sample, { extent, link }: { extent: Forest; link: Forest }): Found[] {
  const picks = scorePicks(picksIn(each, judgeOf(extent)), judgeOf(link));
  return picks.map(({ left, right, score, order }) => ({ left, right, score, order }));
}

const samples = goldPairs(folder).map(sample);
const found = new Map<Sample, Found[]>();
for (let fold = 0; fold < FOLDS; fold++) {
  const forests = train(samples.filter((_, i) => i % FOLDS !== fold));
  for (const each of samples.filter((_, i) => i % FOLDS === fold))
    found.set(each, find(each, forests));
}
const judged = samples.map((each) => ({
  gold: each.gold,
  find: (least: number) =>
    select(
      (found.get(each) as Found[]).filter(({ score }) => score >= least),
      LINK_ROOM,
    ),
}));
const least = bestThreshold(judged);
print(`cross-validated over ${FOLDS} folds, score >= ${least.toFixed(2)}`);
print(`all pairs: ${figures(judged, least)}`);
print(
  `adjudicated only: ${figures(
    judged.filter(({ gold }) => gold.adjudicated),
    least,
  )}`,
);

const round = (forest: Forest): Forest => ({
  base: Number(forest.base.toPrecision(6)),
  trees: forest.trees.map((tree) => ({
    ...tree,
    threshold: tree.threshold.map((value) => Number(value.toPrecision(6))),
    value: tree.value.map((value) => Number(value.toPrecision(5))),
  })),
});
if (!flags.includes('--dry')) {
  const { extent, link } = train(samples);
  const crossValidated = kept(
    judged.filter(({ gold }) => gold.adjudicated),
    least,
  );
  const out = 'src/core/suggest/models/links.json';
  writeFileSync(
    out,
    `${JSON.stringify({ crossValidated, extent: round(extent), link: round(link) })}\n`,
  );
  print(`written: ${out}`);
}
