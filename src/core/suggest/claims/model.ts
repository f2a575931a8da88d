import type { Analysis, Sentence } from '../analysis';
import { readFeatures } from './features';

/** A linear model as it is stored: a bias, and the weights of features; two words in a row are written `a b`. */
export interface ClaimWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Scores sentences: above 0 one is worth checking. */
export type ClaimModel = (article: Analysis, sentence: Sentence) => number;

/** A model ready for use. The weights of a sentence's features are summed and divided by the root of its length. */
export function claimModel({ bias, weights }: ClaimWeights): ClaimModel {
  const ones = new Map<string, number>();
  // Two maps one after the other, since joining two words for one look-up costs more.
  const pairs = new Map<string, Map<string, number>>();
  for (const [feature, weight] of Object.entries(weights)) {
    const [first = '', second] = feature.split(' ');
    if (second === undefined) ones.set(first, weight);
    else {
      const seconds = pairs.get(first) ?? new Map<string, number>();
      pairs.set(first, seconds.set(second, weight));
    }
  }
  let sum = 0;
  const reader = {
    one: (feature: string) => {
      sum += ones.get(feature) ?? 0;
    },
    pair: (first: string, second: string) => {
      sum += pairs.get(first)?.get(second) ?? 0;
    },
  };
  return (article, sentence) => {
    sum = 0;
    const units = readFeatures(article, sentence, reader);
    return bias + sum / Math.sqrt(Math.max(1, units));
  };
}

/** The logistic function, which makes a margin a share of 1. */
export function share(margin: number): number {
  return 1 / (1 + Math.exp(-margin));
}
