import { describe, expect, it } from 'vitest';
import { Features, dot } from './linear';
import { PARTS, quoteModels, readLinear } from './model';

describe('readLinear', () => {
  it('reads gaps, also long ones, and signed weights', () => {
    const bytes = Buffer.from([1, 5, 0, 0xfe, 255, 3, 100]).toString('base64').replace(/=+$/, '');
    const { weights, scale } = readLinear({ bits: 9, scale: 2, bytes });
    const set = [...weights].flatMap((weight, at) => (weight === 0 ? [] : [[at, weight]]));
    expect(set).toEqual([
      [1, 5],
      [2, -2],
      [261, 100],
    ]);
    expect(scale).toBe(2);
  });
});

describe('quoteModels', () => {
  it('has weights for every part', () => {
    const models = quoteModels();
    for (const part of PARTS)
      expect(models[part].weights.some((weight) => weight !== 0)).toBe(true);
  });
});

describe('Features', () => {
  it('gives the same place for the same feature, and sums the weights there', () => {
    const features = new Features(4);
    features.add(1, 2, 3);
    features.add(1, 2, 3);
    expect(features.at[0]).toBe(features.at[1]);
    const weights = new Int8Array(16);
    weights[features.at[0] as number] = 3;
    expect(dot({ bits: 4, weights, scale: 2 }, features)).toBe(3);
    features.clear();
    expect(dot({ bits: 4, weights, scale: 2 }, features)).toBe(0);
  });
});
