/** A place of the left article and one of the right that belong together, as offsets. */
export interface Tie {
  readonly left: number;
  readonly right: number;
}

/**
 * As many ties as can be chosen so that both sides rise strictly from each to the next, in order: what is left when the
 * parts that stand in another order are taken out. With `through`, the most that can be chosen together with it.
 * Patience sorting (Fredman, 1975): n log n.
 */
export function longestRise<T extends Tie>(ties: readonly T[], through?: Tie): readonly T[] {
  const fitting = through ? ties.filter((tie) => tie === through || rises(tie, through)) : ties;
  // Of ties that begin together on the left the one furthest right comes first, so that a rise holds only one of them.
  const sorted = fitting.toSorted((a, b) => a.left - b.left || b.right - a.right);
  const before: number[] = [];
  /** For each length of a rise, the index of the tie that ends such a one furthest to the left on the right side. */
  const ends: number[] = [];
  for (const [index, { right }] of sorted.entries()) {
    const length = firstEndFrom(ends, sorted, right);
    before[index] = ends[length - 1] ?? -1;
    ends[length] = index;
  }
  const rise: T[] = [];
  for (let index = ends.at(-1) ?? -1; index !== -1; index = before[index] ?? -1)
    rise.push(sorted[index] as T);
  return rise.toReversed();
}

function rises(a: Tie, b: Tie): boolean {
  return (a.left < b.left && a.right < b.right) || (a.left > b.left && a.right > b.right);
}

function firstEndFrom(ends: readonly number[], ties: readonly Tie[], right: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ties[ends[middle] as number] as Tie).right < right) low = middle + 1;
    else high = middle;
  }
  return low;
}
