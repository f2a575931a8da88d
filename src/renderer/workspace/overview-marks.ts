import { lookupOf } from '../../core/lookup/lookup';
import type { Comparison } from '../../core/model/comparison';
import { SIDES, type Side } from '../../core/model/fields';
import type { Link } from '../../core/model/link';
import type { Span } from '../../core/text/quote-selector';

/** The overview's height in its own unit; its positions are shares of the texts' lengths. */
export const HEIGHT = 1000;
/** Where each article's bar begins, and how wide it is. */
export const BARS: Readonly<Record<Side, number>> = { left: 0, right: 36 };
export const WIDTH = 10;
/** A span is never drawn lower than this. */
export const LOWEST = 4;

/** What is marked in each article, one SVG path for each tag. */
export type Marks = Readonly<
  Record<Side, readonly { readonly tag: string; readonly path: string }[]>
>;

/** Where each tag lies in each article. */
export function marksOf({ annotations, left, right }: Comparison): Marks {
  const spans = { left: new Map<string, Span[]>(), right: new Map<string, Span[]>() };
  for (const annotation of annotations) {
    const list = spans[annotation.side].get(annotation.tag);
    if (list) list.push(annotation);
    else spans[annotation.side].set(annotation.tag, [annotation]);
  }
  const bars = (side: Side, length: number) =>
    Array.from(spans[side], ([tag, list]) => ({ tag, path: pathOf(list, length, side) }));
  return { left: bars('left', left.text.length), right: bars('right', right.text.length) };
}

/** Spans as boxes on their article's bar: one path, of no more boxes than the bar has rows. */
export function pathOf(spans: readonly Span[], length: number, side: Side): string {
  // How many more spans cover a row than cover the one before it.
  const change = new Int32Array(HEIGHT + LOWEST + 1);
  for (const { start, end } of spans) {
    const top = Math.floor(heightOf(start, length));
    const bottom = Math.max(top + LOWEST, Math.ceil(heightOf(end, length)));
    change[top] = (change[top] ?? 0) + 1;
    change[bottom] = (change[bottom] ?? 0) - 1;
  }
  const boxes: string[] = [];
  let [covering, top] = [0, 0];
  change.forEach((by, row) => {
    if (covering === 0 && by > 0) top = row;
    if (covering > 0 && covering + by === 0)
      boxes.push(`M${BARS[side]},${top}h${WIDTH}v${row - top}h-${WIDTH}z`);
    covering += by;
  });
  return boxes.join('');
}

/** All ties between the articles as one SVG path; those from and to the same rows are one. */
export function tiesOf(comparison: Comparison): string {
  const rows = new Map<number, readonly [number, number]>();
  for (const link of comparison.links) {
    const { left, right } = endsOf(comparison, link);
    const [from, to] = [Math.round(left), Math.round(right)];
    rows.set(from * (HEIGHT + 1) + to, [from, to]);
  }
  return Array.from(rows.values(), ([from, to]) => tie(from, to)).join('');
}

/** A tie between two heights. */
export function tie(left: number, right: number): string {
  return `M${BARS.left + WIDTH},${left}L${BARS.right},${right}`;
}

/** So far from a tie a click still means it. */
const REACH = 6;

/** The link whose tie runs past a point, the nearest one; undefined where none does. */
export function tieAt(comparison: Comparison, x: number, y: number): Link | undefined {
  const share = (x - BARS.left - WIDTH) / (BARS.right - BARS.left - WIDTH);
  if (share <= 0 || share >= 1) return undefined;
  let [nearest, distance]: [Link | undefined, number] = [undefined, REACH];
  for (const link of comparison.links) {
    const { left, right } = endsOf(comparison, link);
    const away = Math.abs(left + share * (right - left) - y);
    if (away < distance) [nearest, distance] = [link, away];
  }
  return nearest;
}

function endsOf(comparison: Comparison, link: Link): Readonly<Record<Side, number>> {
  const lookup = lookupOf(comparison);
  const [left = 0, right = 0] = SIDES.map((side) => {
    const annotation = lookup.annotation(link[side]);
    return annotation && middleOf(annotation, comparison[side].text.length);
  });
  return { left, right };
}

/** The height of a span's middle. */
export function middleOf({ start, end }: Span, length: number): number {
  return heightOf((start + end) / 2, length);
}

/** The height of an offset in a text of that length. */
export function heightOf(offset: number, length: number): number {
  return (HEIGHT * offset) / Math.max(1, length);
}
