// node scripts/run.mjs bench/train/links-words.ts EVAL_FOLDER: counts in how many articles of data/quotes each stem
// stands and writes src/core/suggest/models/word-weights.json: stems by weight, LEVELS_PER_NAT times ln(articles / df).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyse } from '../../src/core/suggest/analysis';
import { Vocabulary } from '../../src/core/suggest/vocabulary';

const LEVELS_PER_NAT = 8;
const LEAST_ARTICLES = 3;
const [folder = ''] = process.argv.slice(2);
const articles = ['train', 'dev'].flatMap((split) => {
  const under = join(folder, 'data', 'quotes', split);
  return readdirSync(under, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => readFileSync(join(under, name), 'utf8'));
});
const counts = new Map<string, number>();
for (const text of articles) {
  const { tokens, vocabulary } = analyse(text, new Vocabulary());
  for (const stem of new Set(tokens.stem)) {
    const key = vocabulary.stem(stem);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}
const levels: Record<string, string> = {};
for (const [stem, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
  if (count < LEAST_ARTICLES || !/^[a-z.']+$/.test(stem)) continue;
  const level = Math.round(LEVELS_PER_NAT * Math.log(articles.length / count));
  levels[level] = levels[level] === undefined ? stem : `${levels[level]} ${stem}`;
}
const out = resolve('src/core/suggest/models/word-weights.json');
const unknown = Math.round(LEVELS_PER_NAT * Math.log(articles.length / (LEAST_ARTICLES - 1)));
writeFileSync(out, `${JSON.stringify({ unknown, levels }, null, 1)}\n`);
process.stdout.write(`${articles.length} articles, ${counts.size} stems: ${out}\n`);
