/** Below zero when `a` comes before `b`. */
type Order<T> = (a: T, b: T) => number;

/** Where an item stands in a sorted list, or where it would. */
export function placeIn<T>(sorted: readonly T[], item: T, order: Order<T>): number {
  return firstNot(sorted, (each) => order(each, item) < 0);
}

/** The first position of a list at which `holds` does not; it must hold for all before and for none after. */
export function firstNot<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(list[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The record with an id, in a list in id order. */
export function byId<T extends { readonly id: string }>(
  sorted: readonly T[],
  id: string,
): T | undefined {
  const found = sorted[firstNot(sorted, (each) => each.id < id)];
  return found?.id === id ? found : undefined;
}
