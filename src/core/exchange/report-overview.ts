import { lookupOf } from '../lookup/lookup';
import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import { SIDES, type Side } from '../model/fields';
import { paintOf } from '../model/tags';
import type { WriteContext } from './format';

const WIDTH = 176;
const HEIGHT = 224;
/** Where each text's bar stands, in the drawing's units. */
const BARS: Readonly<Record<Side, number>> = { left: 20, right: WIDTH - 50 };
const BAR_WIDTH = 30;
const TOP = 16;
const LENGTH = HEIGHT - TOP - 4;
/** The least height of a mark, so that it can be seen. */
const LEAST = 1.5;

/** Both texts as bars with their annotations where they stand, and a curve for each link: an SVG element. */
export function overviewOf(
  comparison: Comparison,
  { settings }: Pick<WriteContext, 'settings'>,
): string {
  const longest = Math.max(comparison.left.text.length, comparison.right.text.length, 1);
  const heightOf = (characters: number) => (characters / longest) * LENGTH;
  const middle = ({ start, end }: Annotation) => round(TOP + heightOf((start + end) / 2));
  const texts = SIDES.map(
    (side) =>
      `<rect class="text" x="${BARS[side]}" y="${TOP}" width="${BAR_WIDTH}" height="${round(heightOf(comparison[side].text.length))}"/>` +
      `<text x="${BARS[side]}" y="${TOP - 5}">${side}</text>`,
  );
  const marks = comparison.annotations.map(({ side, start, end, tag }) => {
    const height = round(Math.max(LEAST, heightOf(end - start)));
    return `<rect class="${paintOf(tag, settings)}" x="${BARS[side]}" y="${round(TOP + heightOf(start))}" width="${BAR_WIDTH}" height="${height}"/>`;
  });
  const lookup = lookupOf(comparison);
  const ties = comparison.links.flatMap((link) => {
    const [left, right] = [lookup.annotation(link.left), lookup.annotation(link.right)];
    if (!left || !right) return [];
    const [from, to] = [BARS.left + BAR_WIDTH, BARS.right];
    const bend = (from + to) / 2;
    const [y, other] = [middle(left), middle(right)];
    return [`<path class="tie" d="M${from} ${y}C${bend} ${y} ${bend} ${other} ${to} ${other}"/>`];
  });
  const { length: annotations } = comparison.annotations;
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Where ${annotations} annotations stand in the two texts, and ${ties.length} links between them">${[...texts, ...marks, ...ties].join('')}</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
