/** Word vectors from the words that stand beside each other, by the truncated SVD of their mutual information. */

import { randomFrom } from './random';

/** Contexts are the most frequent words, to the left and to the right apart. */
const CONTEXTS = 3000;
const REACH = 3;
const LEAST_SEEN = 5;
/** Context counts are raised to this power (Levy, Goldberg and Dagan, 2015). */
const SMOOTHING = 0.75;
const ROUNDS = 5;
const SPARE = 10;

/** Vectors of length 1 with `size` numbers for every word seen often enough in `sentences`. */
export function wordVectors(
  sentences: readonly (readonly string[])[],
  size: number,
): Map<string, Float64Array> {
  const seen = new Map<string, number>();
  for (const words of sentences)
    for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
  const vocabulary = [...seen]
    .filter(([, times]) => times >= LEAST_SEEN)
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word);
  const index = new Map(vocabulary.map((word, i) => [word, i]));
  const columns = 2 * CONTEXTS;
  const counts = new Map<number, number>();
  const add = (row: number, column: number, by: number) => {
    const key = row * columns + column;
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  for (const words of sentences) {
    const ids = words.map((word) => index.get(word) ?? -1);
    for (let i = 0; i < ids.length; i++)
      for (let d = 1; d <= REACH && i + d < ids.length; d++) {
        const [a, b] = [ids[i]!, ids[i + d]!];
        if (a < 0 || b < 0) continue;
        if (b < CONTEXTS) add(a, b, 1 / d);
        if (a < CONTEXTS) add(b, a + CONTEXTS, 1 / d);
      }
  }
  const rowSum = new Float64Array(vocabulary.length);
  const columnSum = new Float64Array(columns);
  for (const [key, value] of counts) {
    rowSum[Math.floor(key / columns)]! += value;
    columnSum[key % columns]! += value;
  }
  let total = 0;
  for (let c = 0; c < columns; c++) total += columnSum[c] = columnSum[c]! ** SMOOTHING;
  const rows: number[] = [];
  const cols: number[] = [];
  const values: number[] = [];
  for (const [key, value] of counts) {
    const row = Math.floor(key / columns);
    const information = Math.log((value * total) / (rowSum[row]! * columnSum[key % columns]!));
    if (information > 0) {
      rows.push(row);
      cols.push(key % columns);
      values.push(information);
    }
  }
  return left(vocabulary, columns, rows, cols, values, size);
}

/** The left singular vectors, by subspace iteration (Halko, Martinsson and Tropp, 2011), each row made of length 1. */
function left(
  vocabulary: readonly string[],
  columns: number,
  rows: readonly number[],
  cols: readonly number[],
  values: readonly number[],
  size: number,
): Map<string, Float64Array> {
  const wide = size + SPARE;
  const next = randomFrom(1);
  let right = Float64Array.from({ length: columns * wide }, () => next() - 0.5);
  let leftSide = new Float64Array(vocabulary.length * wide);
  const multiply = (
    from: Float64Array,
    fromIndex: readonly number[],
    toIndex: readonly number[],
    length: number,
  ) => {
    const to = new Float64Array(length * wide);
    for (let n = 0; n < values.length; n++) {
      const f = fromIndex[n]! * wide;
      const t = toIndex[n]! * wide;
      const value = values[n]!;
      for (let k = 0; k < wide; k++) to[t + k]! += value * from[f + k]!;
    }
    return to;
  };
  let norms: Float64Array = new Float64Array(wide);
  for (let round = 0; round < ROUNDS; round++) {
    leftSide = multiply(right, cols, rows, vocabulary.length);
    orthonormalise(leftSide, wide);
    right = multiply(leftSide, rows, cols, columns);
    norms = orthonormalise(right, wide);
  }
  const result = new Map<string, Float64Array>();
  vocabulary.forEach((word, row) => {
    const vector = new Float64Array(size);
    let length = 1e-9;
    for (let k = 0; k < size; k++) {
      vector[k] = leftSide[row * wide + k]! * Math.sqrt(norms[k]!);
      length += vector[k]! ** 2;
    }
    result.set(
      word,
      vector.map((value) => value / Math.sqrt(length)),
    );
  });
  return result;
}

/** Makes the columns of a matrix of `wide` columns orthonormal (Gram-Schmidt); answers their lengths before. */
function orthonormalise(matrix: Float64Array, wide: number): Float64Array {
  const norms = new Float64Array(wide);
  for (let k = 0; k < wide; k++) {
    for (let j = 0; j < k; j++) {
      let dot = 0;
      for (let at = 0; at < matrix.length; at += wide) dot += matrix[at + k]! * matrix[at + j]!;
      for (let at = 0; at < matrix.length; at += wide) matrix[at + k]! -= dot * matrix[at + j]!;
    }
    let length = 0;
    for (let at = k; at < matrix.length; at += wide) length += matrix[at]! ** 2;
    length = Math.sqrt(length) || 1;
    for (let at = k; at < matrix.length; at += wide) matrix[at]! /= length;
    norms[k] = length;
  }
  return norms;
}
