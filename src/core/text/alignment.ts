import type { Span } from './quote-selector';

/** How alike two short texts are, 0..1: one minus Levenshtein's distance over the longer one's length. */
export function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - distance(a, b) / longer;
}

function distance(a: string, b: string): number {
  const costs = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    let diagonal = row - 1;
    costs[0] = row;
    for (let column = 1; column <= b.length; column++) {
      const above = costs[column] as number;
      const change = diagonal + (a.charCodeAt(row - 1) === b.charCodeAt(column - 1) ? 0 : 1);
      costs[column] = Math.min(change, above + 1, (costs[column - 1] as number) + 1);
      diagonal = above;
    }
  }
  return costs[b.length] as number;
}

/** Where a text comes closest to a pattern. */
export interface Closest extends Span {
  /** Code units to add, leave out or change. */
  readonly errors: number;
}

/**
 * Where `text` comes closest to `pattern`, the first such place; Sellers' algorithm (1980), which takes the product of
 * both lengths. Offsets are UTF-16 code units.
 */
export function closestIn(text: string, pattern: string): Closest {
  const size = text.length + 1;
  let [costs, starts] = [new Uint32Array(size), Uint32Array.from({ length: size }, (_, at) => at)];
  let [nextCosts, nextStarts] = [new Uint32Array(size), new Uint32Array(size)];
  for (let row = 1; row <= pattern.length; row++) {
    const unit = pattern.charCodeAt(row - 1);
    nextCosts[0] = row;
    nextStarts[0] = 0;
    for (let column = 1; column < size; column++) {
      let cost = (costs[column - 1] as number) + (text.charCodeAt(column - 1) === unit ? 0 : 1);
      let start = starts[column - 1] as number;
      const without = (costs[column] as number) + 1;
      if (without < cost) {
        cost = without;
        start = starts[column] as number;
      }
      const more = (nextCosts[column - 1] as number) + 1;
      if (more < cost) {
        cost = more;
        start = nextStarts[column - 1] as number;
      }
      nextCosts[column] = cost;
      nextStarts[column] = start;
    }
    [costs, nextCosts] = [nextCosts, costs];
    [starts, nextStarts] = [nextStarts, starts];
  }
  let end = 0;
  for (let at = 1; at < size; at++) if ((costs[at] as number) < (costs[end] as number)) end = at;
  return { start: starts[end] as number, end, errors: costs[end] as number };
}
