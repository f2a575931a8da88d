/** What a key does in a list of blocks: where it goes, and whether it takes what it goes over as where it began is. */
export interface Step {
  readonly to: number;
  readonly extends: boolean;
}

/** Where a key leads from block `at` of `count`, with `page` blocks in view; null for a key that moves nothing. */
export function stepFor(
  key: string,
  extend: boolean,
  { at, count, page }: { readonly at: number; readonly count: number; readonly page: number },
): Step | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const to = targets[key];
  if (to === undefined) return null;
  return { to: Math.max(0, Math.min(count - 1, to)), extends: extend };
}

/** The kept blocks after those from `first` to `last`, in either order, became `value`. */
export function withRange(
  kept: readonly boolean[],
  first: number,
  last: number,
  value: boolean,
): readonly boolean[] {
  const [from, to] = [Math.min(first, last), Math.max(first, last)];
  return kept.map((each, index) => (index >= from && index <= to ? value : each));
}
