/** A scrolled pane, in pixels: what of it is seen, and all that it holds. */
export interface Extent {
  readonly height: number;
  readonly content: number;
}

/** How far two panes are scrolled, in pixels, when what belongs together stands in the middle of both. */
export interface Level {
  readonly from: number;
  readonly to: number;
}

/** How far a pane can be scrolled. */
export function maxTop({ height, content }: Extent): number {
  return Math.max(0, content - height);
}

/** Levels nearer to each other than this on the leading side, in pixels, count as one: between them the other would leap. */
const NEAREST = 12;

/**
 * The places that lead scrolling from the start of both panes to the end of both: those that rise, as far as they can be
 * reached.
 */
export function withEnds(levels: readonly Level[], end: Level): readonly Level[] {
  const kept: Level[] = [{ from: 0, to: 0 }];
  for (const { from, to } of levels) {
    const last = kept.at(-1) as Level;
    const reached = Math.min(Math.max(to, 0), end.to);
    if (from >= last.from + NEAREST && from + NEAREST <= end.from && reached >= last.to)
      kept.push({ from, to: reached });
  }
  return [...kept, end];
}

/** Where the following pane belongs when the leading one is at `at`: straight from each level to the next. */
export function levelWith(levels: readonly Level[], at: number): number {
  let low = 0;
  let high = levels.length - 1;
  while (low < high - 1) {
    const middle = (low + high) >>> 1;
    if ((levels[middle] as Level).from <= at) low = middle;
    else high = middle;
  }
  const [before, after] = [levels[low], levels[high]];
  if (!before || !after || after.from <= before.from) return after?.to ?? 0;
  const share = (at - before.from) / (after.from - before.from);
  return before.to + Math.min(Math.max(share, 0), 1) * (after.to - before.to);
}

/**
 * How far the following pane is still from its place after the leading one moved by `moved`: a distance is made up for
 * as the user scrolls, at most as fast, so that nothing leaps.
 */
export function distanceLeft(distance: number, moved: number): number {
  return Math.sign(distance) * Math.max(0, Math.abs(distance) - Math.abs(moved));
}
