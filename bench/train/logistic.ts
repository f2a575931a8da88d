/** Rows of a sparse matrix: the column and value of every entry, row by row; row `i` is `[starts[i], starts[i + 1])`. */
export interface Rows {
  readonly width: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

const MEMORY = 8;
const MOST_ROUNDS = 120;
const SMALLEST_GAIN = 1e-6;

/** Logistic regression with a quadratic penalty, by L-BFGS; the last weight is the bias. `of` are the rows to learn from. */
export function fitLogistic(
  rows: Rows,
  labels: readonly number[],
  of: readonly number[],
  penalty: number,
): Float64Array {
  const size = rows.width + 1;
  const loss = (weights: Float64Array, gradient: Float64Array): number => {
    let sum = 0;
    for (let k = 0; k < rows.width; k++) {
      gradient[k] = penalty * weights[k]!;
      sum += (penalty * weights[k]! ** 2) / 2;
    }
    gradient[rows.width] = 0;
    for (const row of of) {
      const z = margin(rows, row, weights);
      const label = labels[row]!;
      sum += (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z))) - label * z;
      const error = 1 / (1 + Math.exp(-z)) - label;
      for (let n = rows.starts[row]!; n < rows.starts[row + 1]!; n++)
        gradient[rows.columns[n]!]! += error * rows.values[n]!;
      gradient[rows.width]! += error;
    }
    return sum;
  };
  return minimise(loss, new Float64Array(size));
}

/** The margin of a row: above 0 the label is rather 1 than 0. */
export function margin(rows: Rows, row: number, weights: Float64Array): number {
  let z = weights[rows.width]!;
  for (let n = rows.starts[row]!; n < rows.starts[row + 1]!; n++)
    z += weights[rows.columns[n]!]! * rows.values[n]!;
  return z;
}

const dot = (a: Float64Array, b: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** Minimises a smooth convex function (Liu and Nocedal, 1989), with steps halved until they gain. */
function minimise(
  loss: (at: Float64Array, gradient: Float64Array) => number,
  start: Float64Array,
): Float64Array {
  let at = start;
  let gradient = new Float64Array(at.length);
  let value = loss(at, gradient);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const direction = gradient.map((g) => -g);
    const alphas: number[] = [];
    for (const { s, y, rho } of steps.toReversed()) {
      const alpha = rho * dot(s, direction);
      alphas.unshift(alpha);
      for (let i = 0; i < direction.length; i++) direction[i]! -= alpha * y[i]!;
    }
    const last = steps.at(-1);
    const scale = last
      ? 1 / (last.rho * dot(last.y, last.y))
      : 1 / Math.sqrt(dot(gradient, gradient));
    for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
    steps.forEach(({ s, y, rho }, k) => {
      const beta = rho * dot(y, direction);
      for (let i = 0; i < direction.length; i++) direction[i]! += (alphas[k]! - beta) * s[i]!;
    });
    const slope = dot(gradient, direction);
    let step = 1;
    let nextAt = at;
    let nextGradient = new Float64Array(at.length);
    let nextValue = Infinity;
    while (step > 1e-10) {
      nextAt = at.map((x, i) => x + step * direction[i]!);
      nextValue = loss(nextAt, nextGradient);
      if (nextValue <= value + 1e-4 * step * slope) break;
      step /= 2;
    }
    if (!(value - nextValue > SMALLEST_GAIN * Math.abs(value))) break;
    const s = nextAt.map((x, i) => x - at[i]!);
    const y = nextGradient.map((x, i) => x - gradient[i]!);
    const curvature = dot(s, y);
    if (curvature > 1e-12) steps.push({ s, y, rho: 1 / curvature });
    if (steps.length > MEMORY) steps.shift();
    [at, gradient, value] = [nextAt, nextGradient, nextValue];
    nextGradient = new Float64Array(at.length);
  }
  return at;
}
