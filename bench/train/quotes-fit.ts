import { Features } from '../../src/core/suggest/quotes/linear';
import { LONG_GAP, type StoredLinear } from '../../src/core/suggest/quotes/model';

/** What AdaGrad's sums of squares begin with, and the largest weight that is stored. */
const FIRST_SQUARE = 1e-2;
const LARGEST = 127;

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

/** Weights learnt by AdaGrad for the features that several articles have; what counts is the average of the snapshots. */
export class Learner {
  readonly weights: Float64Array;
  readonly features: Features;
  readonly #squares: Float64Array;
  readonly #sum: Float64Array;
  readonly #articles: Uint16Array;
  readonly #lastArticle: Int32Array;
  #snapshots = 0;

  constructor(
    readonly bits: number,
    readonly rate: number,
    readonly leastArticles: number,
  ) {
    const size = 2 ** bits;
    this.features = new Features(bits);
    this.weights = new Float64Array(size);
    this.#squares = new Float64Array(size).fill(FIRST_SQUARE);
    this.#sum = new Float64Array(size);
    this.#articles = new Uint16Array(size);
    this.#lastArticle = new Int32Array(size).fill(-1);
  }

  /** Counts the features in the buffer as seen in article `article`. */
  see(article: number): void {
    for (let i = 0; i < this.features.count; i++) {
      const f = this.features.at[i] as number;
      if (this.#lastArticle[f] === article) continue;
      this.#lastArticle[f] = article;
      this.#articles[f] = (this.#articles[f] as number) + 1;
    }
  }

  /** The sum of the weights of some features. */
  score(at: ArrayLike<number>, count = at.length): number {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += this.weights[at[i] as number] as number;
    return sum;
  }

  /** One step down the slope `slope` of the loss for each feature. */
  step(at: ArrayLike<number>, count: number, slope: number): void {
    for (let i = 0; i < count; i++) {
      const f = at[i] as number;
      if ((this.#articles[f] as number) < this.leastArticles) continue;
      const square = (this.#squares[f] as number) + slope * slope;
      this.#squares[f] = square;
      this.weights[f] = (this.weights[f] as number) - (this.rate * slope) / Math.sqrt(square);
    }
  }

  /** Remembers the weights as they are now for the average. */
  snapshot(): void {
    this.#snapshots++;
    this.weights.forEach((weight, i) => {
      this.#sum[i] = (this.#sum[i] as number) + weight;
    });
  }

  /** Begins anew with no features but the `keep` whose weights so far do most over all articles. */
  narrow(keep: number): void {
    const worth = this.#means().map(
      (mean, at) => Math.abs(mean) * Math.sqrt(this.#articles[at] as number),
    );
    const least = worth.toSorted((a, b) => b - a)[keep] ?? 0;
    this.#articles.forEach((articles, at) => {
      this.#articles[at] = (worth[at] as number) > least ? articles : 0;
    });
    this.weights.fill(0);
    this.#sum.fill(0);
    this.#squares.fill(FIRST_SQUARE);
    this.#snapshots = 0;
  }

  #means(): Float64Array {
    return this.#sum.map((sum) => sum / this.#snapshots);
  }

  /** The average of the snapshots, as it is stored. */
  settled(): StoredLinear {
    const means = this.#means();
    const sizes = means
      .map(Math.abs)
      .filter((size) => size > 0)
      .toSorted();
    const top = sizes[Math.floor(sizes.length * 0.999)] ?? 1;
    const scale = Number((LARGEST / top).toPrecision(6));
    const bytes: number[] = [];
    let last = -1;
    means.forEach((mean, at) => {
      const value = Math.round(mean * scale);
      if (value === 0) return;
      let gap = at - last - 1;
      for (; gap >= LONG_GAP; gap -= LONG_GAP) bytes.push(LONG_GAP);
      bytes.push(gap, Math.max(-LARGEST, Math.min(LARGEST, value)) & 0xff);
      last = at;
    });
    const text = Buffer.from(bytes).toString('base64').replace(/=+$/, '');
    return { bits: this.bits, scale, bytes: text };
  }
}
