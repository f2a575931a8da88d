import type { Analysis, Sentence } from '../analysis';
import { readUnits } from './units';

/** How long a sentence is counted in steps of this many units, up to `MOST_STEPS` of them. */
const STEP = 4;
const MOST_STEPS = 11;
/** More numbers, names or past forms than this say no more. */
const MOST_COUNTED = 5;

const COUNTS = ['=long', '=numbers', '=names', '=past'] as const;
const BEGIN = '^';

/** What is told of a sentence, each feature as often as it occurs: a word, group or count; and two words or groups in a row. */
export interface FeatureReader {
  one(feature: string): void;
  pair(first: string, second: string): void;
}

/** Tells `reader` the features of a sentence and answers how many units it has. */
export function readFeatures(article: Analysis, sentence: Sentence, reader: FeatureReader): number {
  let units = 0;
  let numbers = 0;
  let names = 0;
  let past = 0;
  let lastWord = BEGIN;
  let lastGroup = BEGIN;
  readUnits(article, sentence, ({ word }, group) => {
    units++;
    reader.one(word);
    reader.pair(lastWord, word);
    if (group !== word) reader.one(group);
    if (group !== word || lastGroup !== lastWord) reader.pair(lastGroup, group);
    lastWord = word;
    lastGroup = group;
    const sign = group.charCodeAt(0);
    if (sign === NUMBER_SIGN) numbers++;
    else if (sign === NAME_SIGN) names++;
    else if (group === '~ed') past++;
  });
  const times = [
    Math.min(MOST_STEPS, Math.floor(units / STEP)),
    Math.min(MOST_COUNTED, numbers),
    Math.min(MOST_COUNTED, names),
    Math.min(MOST_COUNTED, past),
  ];
  COUNTS.forEach((count, i) => {
    for (let n = 1; n <= (times[i] as number); n++) reader.pair(count, ORDINALS[n] as string);
  });
  return units;
}

const NUMBER_SIGN = '#'.charCodeAt(0);
const NAME_SIGN = '@'.charCodeAt(0);
const ORDINALS = Array.from({ length: MOST_STEPS + 1 }, (_, n) => String(n));
