import type { Linear } from './model';

/** The features of one decision: places in a table of weights, taken from numbers by hashing. */
export class Features {
  readonly at = new Int32Array(256);
  count = 0;
  readonly #mask: number;

  /** `bits`: the table has 2 ** bits weights. */
  constructor(bits: number) {
    this.#mask = 2 ** bits - 1;
  }

  clear(): void {
    this.count = 0;
  }

  /** Adds the feature of template `template` with values `a`, `b`, `c`. */
  add(template: number, a: number, b = 0, c = 0): void {
    let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
    hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
    this.at[this.count++] = (hash ^ (hash >>> 15)) & this.#mask;
  }
}

/** The sum of the weights of the features. */
export function dot({ weights, scale }: Linear, features: Features): number {
  let sum = 0;
  for (let i = 0; i < features.count; i++) sum += weights[features.at[i] as number] as number;
  return sum / scale;
}

/** 1 / (1 + e^-x). */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
