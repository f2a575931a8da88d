// Gradient-boosted trees for a logistic loss (Friedman 2001), histograms over binned features, best leaf first.
import type { Forest } from '../../src/core/suggest/links/forest';
import { randomFrom } from './random';

export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Share of the features tried for each tree. */
  readonly columns: number;
  /** Share of the rows each tree sees. */
  readonly rows: number;
  readonly leastWeight: number;
  readonly ridge: number;
}

/** Rows of features, one after the other, their targets 0..1 and weights. */
export interface Rows {
  readonly width: number;
  readonly features: Float32Array;
  readonly targets: Float32Array;
  readonly weights: Float32Array;
}

const BINS = 64;

interface Leaf {
  from: number;
  to: number;
  node: number;
  grad: number;
  hess: number;
  histogram: Float64Array;
  gain: number;
  feature: number;
  bin: number;
}

/** Trains a forest whose summed leaves are the log odds of the target, on the columns of `use`. */
export function boost(
  rows: Rows,
  options: BoostOptions,
  use?: readonly number[],
  seed = 1,
): Forest {
  const { width, features, targets, weights } = rows;
  const count = targets.length;
  const random = randomFrom(seed);
  const edges = Array.from({ length: width }, (_, f) => binEdges(features, width, f, count));
  const bins = Array.from({ length: width }, (_, f) => {
    const column = new Uint8Array(count);
    const list = edges[f] as Float32Array;
    for (let i = 0; i < count; i++) column[i] = binOf(list, features[i * width + f] as number);
    return column;
  });
  let sum = 0;
  let all = 0;
  for (let i = 0; i < count; i++) {
    sum += (targets[i] as number) * (weights[i] as number);
    all += weights[i] as number;
  }
  const base = Math.log(sum / (all - sum));
  const margin = new Float64Array(count).fill(base);
  const grad = new Float64Array(count);
  const hess = new Float64Array(count);
  const order = new Int32Array(count);
  const scratch = new Int32Array(count);
  const trees: Forest['trees'][number][] = [];
  for (let t = 0; t < options.trees; t++) {
    let used = 0;
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-(margin[i] as number)));
      const w = weights[i] as number;
      grad[i] = w * ((targets[i] as number) - p);
      hess[i] = w * p * (1 - p);
      if (random() < options.rows) order[used++] = i;
    }
    const columns = (use ?? Array.from({ length: width }, (_, f) => f)).filter(
      () => random() < options.columns,
    );
    const feature: number[] = [-1];
    const threshold: number[] = [0];
    const left: number[] = [0];
    const right: number[] = [0];
    const value: number[] = [0];
    const splitBins: number[] = [0];
    const histogramOf = (from: number, to: number) => {
      const histogram = new Float64Array(columns.length * BINS * 2);
      columns.forEach((f, c) => {
        const column = bins[f] as Uint8Array;
        const offset = c * BINS * 2;
        for (let k = from; k < to; k++) {
          const i = order[k] as number;
          const at = offset + (column[i] as number) * 2;
          histogram[at] = (histogram[at] as number) + (grad[i] as number);
          histogram[at + 1] = (histogram[at + 1] as number) + (hess[i] as number);
        }
      });
      return histogram;
    };
    const leafOf = (from: number, to: number, node: number, histogram: Float64Array): Leaf => {
      let g = 0;
      let h = 0;
      for (let k = from; k < to; k++) {
        g += grad[order[k] as number] as number;
        h += hess[order[k] as number] as number;
      }
      const leaf: Leaf = {
        from,
        to,
        node,
        grad: g,
        hess: h,
        histogram,
        gain: 0,
        feature: -1,
        bin: 0,
      };
      const own = (g * g) / (h + options.ridge);
      columns.forEach((f, c) => {
        let gl = 0;
        let hl = 0;
        for (let b = 0; b < BINS - 1; b++) {
          const at = (c * BINS + b) * 2;
          gl += histogram[at] as number;
          hl += histogram[at + 1] as number;
          const hr = h - hl;
          if (hl < options.leastWeight) continue;
          if (hr < options.leastWeight) break;
          const gain =
            (gl * gl) / (hl + options.ridge) + (g - gl) ** 2 / (hr + options.ridge) - own;
          if (gain > leaf.gain) Object.assign(leaf, { gain, feature: f, bin: b });
        }
      });
      return leaf;
    };
    const leaves: Leaf[] = [leafOf(0, used, 0, histogramOf(0, used))];
    while (leaves.length < options.leaves) {
      const best = leaves.reduce((x, y) => (y.gain > x.gain ? y : x));
      if (best.gain <= 1e-6) break;
      leaves.splice(leaves.indexOf(best), 1);
      const column = bins[best.feature] as Uint8Array;
      let low = best.from;
      let high = 0;
      for (let k = best.from; k < best.to; k++) {
        const i = order[k] as number;
        if ((column[i] as number) <= best.bin) order[low++] = i;
        else scratch[high++] = i;
      }
      order.set(scratch.subarray(0, high), low);
      const node = best.node;
      feature[node] = best.feature;
      threshold[node] = (edges[best.feature] as Float32Array)[best.bin] as number;
      splitBins[node] = best.bin;
      left[node] = feature.length;
      right[node] = feature.length + 1;
      for (let k = 0; k < 2; k++) {
        feature.push(-1);
        threshold.push(0);
        left.push(0);
        right.push(0);
        value.push(0);
        splitBins.push(0);
      }
      const smallLeft = low - best.from < best.to - low;
      const small = smallLeft ? histogramOf(best.from, low) : histogramOf(low, best.to);
      const large = best.histogram;
      for (let k = 0; k < large.length; k++) large[k] = (large[k] as number) - (small[k] as number);
      leaves.push(
        leafOf(best.from, low, left[node], smallLeft ? small : large),
        leafOf(low, best.to, right[node], smallLeft ? large : small),
      );
    }
    for (const { node, grad: g, hess: h } of leaves)
      value[node] = (options.rate * g) / (h + options.ridge);
    for (let i = 0; i < count; i++) {
      let node = 0;
      while ((feature[node] as number) >= 0)
        node = (
          ((bins[feature[node] as number] as Uint8Array)[i] as number) <=
          (splitBins[node] as number)
            ? left[node]
            : right[node]
        ) as number;
      margin[i] = (margin[i] as number) + (value[node] as number);
    }
    trees.push({ feature, threshold, left, right, value });
  }
  return { base, trees };
}

/** Upper edges of bins of about equal size; a value belongs to the first bin whose edge it does not pass. */
function binEdges(features: Float32Array, width: number, f: number, count: number): Float32Array {
  const step = Math.max(1, Math.floor(count / 20000));
  const sample: number[] = [];
  for (let i = 0; i < count; i += step) sample.push(features[i * width + f] as number);
  sample.sort((x, y) => x - y);
  const edges: number[] = [];
  for (let b = 1; b < BINS; b++) {
    const edge = sample[Math.floor((b * sample.length) / BINS)] as number;
    if (edges.at(-1) !== edge) edges.push(edge);
  }
  const found = new Float32Array(BINS - 1).fill(Infinity);
  found.set(edges);
  return found;
}

function binOf(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value <= (edges[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
