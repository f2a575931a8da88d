// Fits the weights that tell passages from chance likeness, a logistic regression over the candidates' features:
//   node scripts/run.mjs bench/train/passages.ts EVAL_FOLDER src/core/suggest/models/passages.json
// Prints plagdet with weights fitted on the other folds, and writes the weights fitted on all pairs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toSuggestionsLine } from '../../src/core/exchange/suggestions-json';
import { analysePair } from '../../src/core/suggest/analysis';
import { choosePassages, passageCandidates } from '../../src/core/suggest/passages';
import { codePointsOf } from '../../src/core/text/code-points';

interface Case {
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
}
interface Row {
  readonly features: readonly number[];
  readonly label: 0 | 1;
}
interface Weights {
  readonly bias: number;
  readonly weights: readonly number[];
}

const FOLDS = 5;
/** Left articles without any reuse are set beside so many right articles of other pairs, for more clean pairs. */
const CLEAN = 30;
/** A candidate of which more than this share lies in gold passages is one. */
const LEAST_COVERED = 0.35;
/** Log odds that a candidate must have to be taken for a passage: false ones cost more than missed ones. */
const MARGIN = 0.75;
const PENALTY = 3;
const STEPS = 30;

const [folder = '', out = ''] = process.argv.slice(2);
const data = join(folder, 'data/passages');
const read = (file: string) => readFileSync(join(data, file), 'utf8');
const gold = read('gold.jsonl')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { category: string; a: string; b: string; cases: Case[] });

const pairs = gold.map(({ category, a, b, cases }) => {
  const [left, right] = [read(a), read(b)];
  const { left: l, right: r } = analysePair(left, right);
  const found = passageCandidates(l, r);
  const points = [codePointsOf(left), codePointsOf(right)] as const;
  const span = ([start, end]: readonly [number, number], side: 0 | 1) => ({
    start: points[side].toUtf16(start),
    end: points[side].toUtf16(end),
  });
  const boxes = cases.map((c) => [span(c.a, 0), span(c.b, 1)] as const);
  const rows = found.candidates.map(({ box }, i): Row => {
    const here = [l, r].map(({ tokens }, side) => ({
      start: tokens.start[box[side as 0 | 1].from] as number,
      end: tokens.end[box[side as 0 | 1].to - 1] as number,
    }));
    const shared = boxes.map((cased) =>
      cased.map((place, side) => overlap(place, here[side] as Span)),
    );
    const covered = shared.filter(([x = 0, y = 0]) => x > 0 && y > 0).flat();
    const size = here.reduce((sum, { start, end }) => sum + end - start, 0);
    const share = covered.reduce((sum, x) => sum + x, 0) / size;
    return { features: found.features[i] ?? [], label: share > LEAST_COVERED ? 1 : 0 };
  });
  return { category, a, b, left, right, found, rows };
});
const clean = pairs.map(({ category, left }, i) =>
  Array.from({ length: category === 'no-plagiarism' ? CLEAN : 0 }, (_, k) => {
    const other = pairs[(i + 17 * (k + 1)) % pairs.length] as (typeof pairs)[number];
    const { left: l, right: r } = analysePair(left, other.right);
    return passageCandidates(l, r);
  }),
);
const cleanRows = clean.map((list) =>
  list.flatMap(({ features }) => features.map((each): Row => ({ features: each, label: 0 }))),
);

const rowsWhere = (test: (i: number) => boolean) =>
  pairs.flatMap(({ rows }, i) => (test(i) ? [...rows, ...(cleanRows[i] ?? [])] : []));
const folds = Array.from({ length: FOLDS }, (_, k) => fitted(rowsWhere((i) => i % FOLDS !== k)));
const lines = pairs.map(({ a, b, left, right, found }, i) => {
  const passages = choosePassages(found, judgeOf(folds[i % FOLDS] as Weights));
  const nothing = { left: [], right: [] };
  return toSuggestionsLine(
    { left: a, right: b },
    { left, right },
    { links: [], passages, quotes: nothing, sentences: nothing, furniture: nothing },
  );
});
const file = join(mkdtempSync(join(tmpdir(), 'passages-')), 'out.jsonl');
writeFileSync(file, `${lines.join('\n')}\n`);
const scored = spawnSync(process.execPath, [join(folder, 'score.mjs'), 'passages', file]);
process.stdout.write(`weights of the other folds: ${scored.stdout.toString()}`);

const wrong = clean
  .flatMap((list, i) =>
    list.map((found) => choosePassages(found, judgeOf(folds[i % FOLDS] as Weights))),
  )
  .filter((passages) => passages.length > 0).length;
process.stdout.write(`a passage in ${wrong} of ${clean.flat().length} more clean pairs\n`);

const all = rowsWhere(() => true);
const final = fitted(all);
process.stdout.write(`${all.length} candidates, ${all.filter(({ label }) => label).length} true\n`);
const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
const model = { bias: rounded(final.bias), weights: final.weights.map(rounded) };
if (out) writeFileSync(out, `${JSON.stringify(model)}\n`);
process.stdout.write(`${JSON.stringify(model)}\n`);

interface Span {
  readonly start: number;
  readonly end: number;
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function judgeOf({ bias, weights }: Weights): (features: readonly number[]) => number {
  return (features) => features.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), bias);
}

/** Logistic regression with a ridge penalty on standardised features, by Newton's method; the margin taken off. */
function fitted(rows: readonly Row[]): Weights {
  const size = rows[0]?.features.length ?? 0;
  const column = (k: number) => rows.map(({ features }) => features[k] ?? 0);
  const means = Array.from({ length: size }, (_, k) => mean(column(k)));
  const spreads = means.map((m, k) => Math.sqrt(mean(column(k).map((x) => (x - m) ** 2))) || 1);
  const points = rows.map(({ features, label }) => ({
    x: [1, ...features.map((f, k) => (f - (means[k] ?? 0)) / (spreads[k] ?? 1))],
    label,
  }));
  let beta = Array.from({ length: size + 1 }, () => 0);
  for (let step = 0; step < STEPS; step++) {
    const matrix = beta.map((b, i) => [
      ...beta.map((_, j) => (i === j && i > 0 ? PENALTY : 0)),
      i > 0 ? -PENALTY * b : 0,
    ]);
    for (const { x, label } of points) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, v, i) => sum + v * (beta[i] ?? 0), 0)));
      const curve = Math.max(1e-3, p * (1 - p));
      matrix.forEach((row, i) => {
        x.forEach((v, j) => (row[j] = (row[j] ?? 0) + curve * (x[i] ?? 0) * v));
        row[size + 1] = (row[size + 1] ?? 0) + (label - p) * (x[i] ?? 0);
      });
    }
    const change = solved(matrix);
    beta = beta.map((b, i) => b + (change[i] ?? 0));
  }
  const weights = beta.slice(1).map((b, k) => b / (spreads[k] ?? 1));
  const shift = weights.reduce((sum, w, k) => sum + w * (means[k] ?? 0), 0);
  return { bias: (beta[0] ?? 0) - shift - MARGIN, weights };
}

function mean(list: readonly number[]): number {
  return list.reduce((sum, x) => sum + x, 0) / list.length;
}

/** Gauss–Jordan elimination of a positive definite system; the right-hand side is the last column. */
function solved(matrix: number[][]): number[] {
  matrix.forEach((row, i) => {
    const pivot = row[i] ?? 1;
    row.forEach((value, j) => (row[j] = value / pivot));
    for (const other of matrix) {
      const factor = other[i] ?? 0;
      if (other !== row) row.forEach((value, j) => (other[j] = (other[j] ?? 0) - factor * value));
    }
  });
  return matrix.map((row) => row.at(-1) ?? 0);
}
