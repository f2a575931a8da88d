import model from '../models/passages.json';
import type { Candidate } from './extend';

/** A copy of this many words at least is one; what else is alike in the pair must show more then. */
const COPY_WORDS = 40;

/**
 * What speaks for each candidate of a pair: the weight and number of words that only its two stretches have, the
 * weight they share, and how literal the best of the other candidates is.
 */
export function featuresOf(candidates: readonly Candidate[]): readonly (readonly number[])[] {
  const copies = candidates.map(({ box, verbatim }) => {
    const words = Math.min(box[0].to - box[0].from, box[1].to - box[1].from);
    return verbatim * Math.min(1, words / COPY_WORDS);
  });
  const [best = 0, second = 0] = copies.toSorted((a, b) => b - a);
  return candidates.map(({ likeness }, i) => [
    Math.log1p(likeness.exclusive),
    Math.log1p(likeness.exclusiveWords),
    likeness.ofLighter,
    likeness.ofHeavier,
    copies[i] === best ? second : best,
  ]);
}

/** The log odds that a candidate is a passage, by a logistic regression. Above 0 it is taken for one. */
export function evidence(features: readonly number[]): number {
  return features.reduce((sum, value, i) => sum + value * (model.weights[i] ?? 0), model.bias);
}
