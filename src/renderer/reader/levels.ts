/** A scrolled pane, in pixels: what of it is seen, and all that it holds. */
export interface Extent {
  readonly height: number;
  readonly content: number;
}

/** Heights of the two contents that belong together, in pixels. */
export interface Level {
  readonly from: number;
  readonly to: number;
}

/** How far a pane can be scrolled. */
export function maxTop({ height, content }: Extent): number {
  return Math.max(0, content - height);
}

/**
 * The line of the content that is being read when it is scrolled to `top`: the pane's middle, but from the first line
 * to the last near the content's ends, so that both ends can be reached. It rises with `top`.
 */
export function lineOf(pane: Extent, top: number): number {
  const { height, content } = pane;
  const max = maxTop(pane);
  if (max < height) return max === 0 ? 0 : (top * content) / max;
  if (top < height / 2) return 2 * top;
  if (top > max - height / 2) return content - 2 * (max - top);
  return top + height / 2;
}

/** How far a pane must be scrolled for `line` to be the one that is being read; the inverse of `lineOf`. */
export function topOfLine(pane: Extent, line: number): number {
  const { height, content } = pane;
  const max = maxTop(pane);
  if (max < height) return content === 0 ? 0 : (line * max) / content;
  if (line < height) return line / 2;
  if (line > max) return max - (content - line) / 2;
  return line - height / 2;
}

/** Levels nearer to each other than this, in pixels, count as one: between them the other text would leap. */
const NEAREST = 12;

/** The levels with both contents' ends around them and without those that lie on one line; they must rise. */
export function withEnds(levels: readonly Level[], end: Level): readonly Level[] {
  const kept: Level[] = [{ from: 0, to: 0 }];
  for (const level of levels) {
    const last = kept.at(-1) as Level;
    if (liesBeyond(level, last) && liesBeyond(end, level)) kept.push(level);
  }
  return [...kept, end];
}

function liesBeyond(level: Level, before: Level): boolean {
  return level.from >= before.from + NEAREST && level.to >= before.to + NEAREST;
}

/** The height in the other content that belongs to `at`: straight from each level to the next. */
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
