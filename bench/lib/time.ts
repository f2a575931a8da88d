/** The value that `share` of the values lie below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Milliseconds that a function takes. */
export function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** Milliseconds for each item, in each of `rounds` rounds over all items, after one round that does not count. */
export function rounds<T>(
  items: readonly T[],
  count: number,
  work: (item: T) => unknown,
): number[][] {
  for (const item of items) work(item);
  return Array.from({ length: count }, () => items.map((item) => timed(() => work(item))));
}

/** Milliseconds for all items together: the median of `count` rounds. */
export function medianRound<T>(
  items: readonly T[],
  count: number,
  work: (item: T) => unknown,
): number {
  return median(rounds(items, count, work).map((times) => times.reduce((sum, ms) => sum + ms, 0)));
}
