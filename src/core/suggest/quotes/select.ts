/** Something that reaches over the units `[from, to]` and is worth `gain`. */
export interface Reach {
  readonly from: number;
  readonly to: number;
  readonly gain: number;
}

/** The choice of reaches that overlap nowhere and are worth most together, in order (weighted interval scheduling). */
export function bestApart<T extends Reach>(reaches: readonly T[]): T[] {
  const order = reaches
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => a.to - b.to || a.from - b.from);
  /** Of the first n in order: the most they are worth. */
  const worth = new Float64Array(order.length + 1);
  const before = new Int32Array(order.length);
  order.forEach(({ from, gain }, i) => {
    let low = 0;
    let high = i;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((order[middle] as T).to < from) low = middle + 1;
      else high = middle;
    }
    before[i] = low;
    worth[i + 1] = Math.max(worth[i] as number, (worth[low] as number) + gain);
  });
  const chosen: T[] = [];
  for (let i = order.length; i > 0;) {
    if ((worth[i] as number) > (worth[i - 1] as number)) {
      chosen.push(order[i - 1] as T);
      i = before[i - 1] as number;
    } else i--;
  }
  return chosen.toReversed();
}
