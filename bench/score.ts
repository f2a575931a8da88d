// node scripts/run.mjs bench/score.ts EVAL_FOLDER links|passages|quotes|claims [--train]: one task's figures and speed.
import { suggest } from '../src/core/suggest/suggest';
import { readGold } from './lib/data';
import { partOf, score, suggestionsFor, type Task } from './lib/score';
import { medianRound } from './lib/time';

const ROUNDS = 3;

const [folder = '', task = 'links', split] = process.argv.slice(2) as [string?, Task?, string?];
const gold = readGold(folder);
const train = split === '--train';
const set = {
  links: train ? gold.linksTrain : gold.links,
  passages: gold.passages,
  quotes: train ? gold.quotesTrain : gold.quotes,
  claims: gold.claims,
}[task]();
const report = score(folder, task, suggestionsFor(task, set), set.gold);
const ms = medianRound(set.texts, ROUNDS, ({ left, right }) =>
  suggest(left, right, [partOf(task)]),
);
process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
process.stdout.write(
  `${set.texts.length} pairs, ${((1000 * set.texts.length) / ms).toFixed(0)} a second\n`,
);
