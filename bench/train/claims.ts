// Trains the model of check-worthiness: node scripts/run.mjs bench/train/claims.ts EVAL_FOLDER [MODEL_FILE]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, type Analysis, type Sentence } from '../../src/core/suggest/analysis';
import { readFeatures } from '../../src/core/suggest/claims/features';
import { claimModel, type ClaimWeights } from '../../src/core/suggest/claims/model';
import { readUnits } from '../../src/core/suggest/claims/units';
import { stem } from '../../src/core/suggest/stem';
import { Vocabulary } from '../../src/core/suggest/vocabulary';
import { fitLogistic, type Rows } from './logistic';
import { wordVectors } from './vectors';

const FOLDS = 10;
const VECTOR_SIZE = 100;
const VECTOR_SHARE = 0.2;
const PENALTY = 4;
/** A feature of fewer training sentences is left out; added to both counts of a log-count ratio. */
const LEAST_SENTENCES = 2;
const PRIOR = 1;
/** So much the values of features are scaled up before the penalty sees them. */
const FEATURE_SCALE = Math.sqrt(5);
/** Frequent words say less in the sum of vectors. */
const FREQUENCY_DISCOUNT = 20;
/** Weights nearer to 0 than this are left out of the model. */
const LEAST_PAIR_WEIGHT = 0.1;
const LEAST_WORD_WEIGHT = 0.08;
const DIGITS = 2;
/** Borders whose F1 is within this of the best are as good as it. */
const NEAR_BEST = 0.003;
const print = (line: string) => process.stdout.write(`${line}\n`);

interface Example {
  readonly article: Analysis;
  readonly line: Sentence;
  readonly label: number;
  /** Every feature with how often it occurs, the stems of words too; and how many units there are. */
  readonly features: ReadonlyMap<string, number>;
  readonly units: number;
}

const [folder = '', file = 'src/core/suggest/models/claims.json'] = process.argv.slice(2);

function readExamples(): Example[] {
  return readFileSync(join(folder, 'data/claims/sentences.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => {
      const { text, checkworthy } = JSON.parse(row) as { text: string; checkworthy: number };
      const article = analyse(text, new Vocabulary());
      const line = { start: 0, end: text.length, paragraph: 0, from: 0, to: article.tokens.count };
      const features = new Map<string, number>();
      const add = (key: string) => features.set(key, (features.get(key) ?? 0) + 1);
      const units = readFeatures(article, line, {
        one: (feature) => {
          add(feature);
          add(stemKey(feature));
        },
        pair: (first, second) => add(`${first} ${second}`),
      });
      return { article, line, label: checkworthy, features, units };
    });
}

const isWord = (feature: string) => !feature.includes(' ') && !feature.startsWith(STEM);
const STEM = 'stem:';
const stemKey = (word: string) => `${STEM}${stem(word)}`;

/** The words of all other texts, by sentence; no sentence that is scored is among them. */
function readCorpus(): string[][] {
  return readdirSync(join(folder, 'data'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((name) => {
      const article = analyse(readFileSync(join(folder, 'data', name), 'utf8'), new Vocabulary());
      return article.sentences.map((sentence) => {
        const words: string[] = [];
        readUnits(article, sentence, ({ word }) => words.push(word));
        return words;
      });
    });
}

/** Trains on some of the examples; the border is at margin 0 of the regression, before it is moved. */
function train(
  examples: readonly Example[],
  of: readonly number[],
  vectors: ReadonlyMap<string, Float64Array>,
): ClaimWeights {
  const counts = new Map<string, [number, number]>();
  for (const i of of)
    for (const feature of examples[i]!.features.keys()) {
      const count = counts.get(feature) ?? [0, 0];
      count[examples[i]!.label]!++;
      counts.set(feature, count);
    }
  const kept = [...counts].filter(([, [no, yes]]) => no + yes >= LEAST_SENTENCES);
  const totals = kept.reduce<[number, number]>(
    ([n, y], [, [no, yes]]) => [n + no + PRIOR, y + yes + PRIOR],
    [0, 0],
  );
  const column = new Map(kept.map(([feature], i) => [feature, i]));
  // Log-count ratios as scales of the features (Wang and Manning, 2012).
  const ratio = kept.map(
    ([, [no, yes]]) => Math.log((yes + PRIOR) / totals[1]) - Math.log((no + PRIOR) / totals[0]),
  );
  const sentencesWith = (word: string) => {
    const [no, yes] = counts.get(word) ?? [0, 0];
    return no + yes;
  };
  const weighted = (word: string): Float64Array | undefined => {
    const vector = vectors.get(word);
    const discount = 1 / (1 + (FREQUENCY_DISCOUNT * sentencesWith(word)) / of.length);
    return vector?.map((x) => x * discount);
  };
  const cache = new Map<string, Float64Array | undefined>();
  const sums = examples.map(({ features, units }) => {
    const sum = new Float64Array(VECTOR_SIZE);
    for (const [word, times] of features) {
      if (!isWord(word)) continue;
      if (!cache.has(word)) cache.set(word, weighted(word));
      cache.get(word)?.forEach((x, k) => (sum[k]! += (x * times) / Math.sqrt(units)));
    }
    return sum;
  });
  const spread = Array.from({ length: VECTOR_SIZE }, (_, k) => {
    const mean = of.reduce((sum, i) => sum + sums[i]![k]!, 0) / of.length;
    return Math.sqrt(of.reduce((sum, i) => sum + (sums[i]![k]! - mean) ** 2, 0) / of.length);
  });

  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  examples.forEach(({ features, units }, i) => {
    for (const [feature, times] of features) {
      const at = column.get(feature);
      if (at === undefined) continue;
      columns.push(at);
      values.push((ratio[at]! * FEATURE_SCALE * times) / Math.sqrt(units));
    }
    sums[i]!.forEach((x, k) => {
      columns.push(kept.length + k);
      values.push((x / spread[k]!) * VECTOR_SHARE);
    });
    starts.push(columns.length);
  });
  const rows: Rows = {
    width: kept.length + VECTOR_SIZE,
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
  const fitted = fitLogistic(
    rows,
    examples.map(({ label }) => label),
    of,
    PENALTY,
  );

  const own = (feature: string) => {
    const at = column.get(feature);
    return at === undefined ? 0 : fitted[at]! * ratio[at]! * FEATURE_SCALE;
  };
  const weights = new Map<string, number>();
  for (const [feature] of kept)
    if (feature.includes(' ')) keep(weights, feature, own(feature), LEAST_PAIR_WEIGHT);
  for (const word of new Set([...counts.keys(), ...vectors.keys()])) {
    if (!isWord(word)) continue;
    let weight = own(word) + own(stemKey(word));
    weighted(word)?.forEach((x, k) => {
      weight += (x / spread[k]!) * VECTOR_SHARE * fitted[kept.length + k]!;
    });
    keep(weights, word, weight, LEAST_WORD_WEIGHT);
  }
  return { bias: fitted[rows.width]!, weights: Object.fromEntries(weights) };
}

function keep(weights: Map<string, number>, feature: string, weight: number, least: number): void {
  if (Math.abs(weight) >= least) weights.set(feature, Number(weight.toFixed(DIGITS)));
}

/** Precision and recall along the ranking: the average precision, the best F1 and the middle of the borders that reach about it. */
function rank(margins: readonly number[], labels: readonly number[]) {
  const order = margins.map((_, i) => i).toSorted((a, b) => margins[b]! - margins[a]!);
  const positives = labels.reduce((a, b) => a + b, 0);
  let hits = 0;
  let precisions = 0;
  const curve = order.map((i, n) => {
    hits += labels[i]!;
    if (labels[i]) precisions += hits / (n + 1);
    return (2 * hits) / (n + 1 + positives);
  });
  const best = Math.max(...curve);
  const near = order.filter((_, n) => curve[n]! >= best - NEAR_BEST).map((i) => margins[i]!);
  return {
    averagePrecision: precisions / positives,
    best,
    border: near.reduce((a, b) => a + b, 0) / near.length,
  };
}

function rounded(figure: number): number {
  return Number(figure.toFixed(4));
}

function f1(margins: readonly number[], labels: readonly number[], border: number): number {
  let [hits, found, positives] = [0, 0, 0];
  margins.forEach((margin, i) => {
    if (margin >= border) found++;
    if (labels[i]) positives++;
    if (margin >= border && labels[i]) hits++;
  });
  return (2 * hits) / (found + positives);
}

const examples = readExamples();
const labels = examples.map(({ label }) => label);
const vectors = wordVectors(readCorpus(), VECTOR_SIZE);
print(`${examples.length} sentences, vectors of ${vectors.size} words`);

// Folds are contiguous blocks of each label's sentences, since the file is in order of label.
const fold = new Int32Array(examples.length);
for (const label of [0, 1]) {
  const of = labels.flatMap((each, i) => (each === label ? [i] : []));
  of.forEach((i, n) => (fold[i] = Math.floor((n * FOLDS) / of.length)));
}
const margins = labels.map(() => 0);
for (let out = 0; out < FOLDS; out++) {
  const learned = labels.flatMap((_, i) => (fold[i] === out ? [] : [i]));
  const marginOf = claimModel(train(examples, learned, vectors));
  examples.forEach(({ article, line }, i) => {
    if (fold[i] === out) margins[i] = marginOf(article, line);
  });
}
const all = rank(margins, labels);
const unseenBorders = Array.from({ length: FOLDS }, (_, out) => {
  const others = labels.flatMap((_label, i) => (fold[i] === out ? [] : [i]));
  return rank(
    others.map((i) => margins[i]!),
    others.map((i) => labels[i]!),
  ).border;
});
const crossValidated = {
  f1: rounded(
    f1(
      margins.map((margin, i) => margin - unseenBorders[fold[i]!]!),
      labels,
      0,
    ),
  ),
  averagePrecision: rounded(all.averagePrecision),
};
print(
  `${FOLDS} folds: average precision ${crossValidated.averagePrecision}, F1 ${rounded(all.best)} at the best border, ` +
    `${crossValidated.f1} at borders set on other folds (${all.border.toFixed(3)})`,
);
const model = train(
  examples,
  labels.map((_, i) => i),
  vectors,
);
const weights = Object.fromEntries(
  Object.entries(model.weights).toSorted(([a], [b]) => (a < b ? -1 : 1)),
);
const bias = Number((model.bias - all.border).toFixed(DIGITS + 1));
const json = `${JSON.stringify({ crossValidated, bias, weights })}\n`;
writeFileSync(file, json);
print(`${Object.keys(weights).length} weights, ${json.length} bytes in ${file}`);
