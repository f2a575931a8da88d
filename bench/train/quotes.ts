// node scripts/run.mjs bench/train/quotes.ts EVAL_FOLDER [--write]: trains the quote finder, prints cross-validated
// figures, and with --write stores the weights in src/core/suggest/models/quotes.json.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  readLinear,
  type Linear,
  type Part,
  type StoredLinear,
} from '../../src/core/suggest/quotes/model';
import { readArticles } from './quotes-data';
import { count, counts, report, type Counts } from './quotes-score';
import { prepare, trainFirst } from './quotes-stages';
import { gather, pick, trainSecond, type Gathered } from './quotes-whole';

const MODEL = 'src/core/suggest/models/quotes.json';
const FOLDS = 5;

const [folder = '', write] = process.argv.slice(2);
const ready = readArticles(join(folder, 'data/quotes/train')).map(prepare);
const inFold = <T>(list: readonly T[], fold: number) => list.filter((_, i) => i % FOLDS === fold);
const outOf = <T>(list: readonly T[], fold: number) => list.filter((_, i) => i % FOLDS !== fold);
const readAll = <P extends Part>(stored: Readonly<Record<P, StoredLinear>>) =>
  Object.fromEntries(
    Object.entries(stored).map(([part, each]) => [part, readLinear(each as StoredLinear)]),
  ) as Record<P, Linear>;

// What the first stage finds in articles it has not seen.
const gathered: Gathered[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const first = readAll(trainFirst(outOf(ready, fold)));
  for (const each of inFold(ready, fold)) gathered.push(gather(each, first));
}

// The second stage, cross-validated over that.
const found = [counts(), counts()] as const;
const SHARES = [0.3, 0.8] as const;
for (let fold = 0; fold < FOLDS; fold++) {
  const second = readAll(trainSecond(outOf(gathered, fold)));
  for (const each of inFold(gathered, fold)) {
    const picked = pick(each, second);
    SHARES.forEach((share, i) => count(found[i] as Counts, each.ready.article.gold, picked, share));
  }
}
SHARES.forEach((share, i) =>
  process.stdout.write(`cover > ${share}: ${report(found[i] as Counts)}\n`),
);

if (write === '--write') {
  const models = { ...trainFirst(ready), ...trainSecond(gathered) };
  writeFileSync(MODEL, `${JSON.stringify(models, null, 2)}\n`);
}
