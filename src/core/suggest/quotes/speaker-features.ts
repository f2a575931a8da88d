import { classOf, shapeAt, suffixAt, wordAt } from './around';
import type { Features } from './linear';
import { SHAPE, type Units } from './units';

/**
 * The features by which unit `at` is the nearest to the cue of the words that name the speaker: the last one of a
 * speaker before the cue, the first one of a speaker after it. `[from, to]` is what is said.
 */
export function speakerFeatures(
  units: Units,
  cue: number,
  from: number,
  to: number,
  at: number,
  out: Features,
): void {
  out.clear();
  const c = units.stem[cue] as number;
  const w = wordAt(units, at);
  const shape = shapeAt(units, at);
  const side = at > cue ? 1 : 0;
  const towards = side === 1 ? -1 : 1;
  const near = wordAt(units, at + towards);
  const nearShape = shapeAt(units, at + towards);
  const far = wordAt(units, at - towards);
  const farShape = shapeAt(units, at - towards);
  const distance = Math.abs(at - cue);
  const offset = (side === 1 ? 20 : 0) + Math.min(9, distance);
  const far10 = (side === 1 ? 20 : 0) + classOf(distance);
  const order = (from > cue ? 1 : 0) + (at > from ? 2 : 0) + (units.quoted[at] === -1 ? 0 : 4);
  const adjacent = (at === to + 1 ? 1 : at === to + 2 ? 2 : at === from - 1 ? 3 : 0) + order * 4;
  const sentence = units.sentence[at] as number;
  const first = at === units.sentenceFrom[sentence] ? 1 : 0;
  out.add(0, offset, order);
  out.add(1, c, offset, order);
  out.add(2, far10, order, shape);
  out.add(3, w, order, side);
  out.add(4, near, side, shape);
  out.add(5, near, w, side);
  out.add(6, shape, nearShape, farShape + order * 16);
  out.add(7, c, near, side);
  out.add(8, far, side, shape);
  out.add(9, adjacent, shape);
  out.add(10, adjacent, nearShape, far10);
  out.add(11, wordAt(units, cue - 1), offset, order);
  out.add(12, units.suffix[cue] as number, order, offset);
  out.add(13, wordAt(units, cue + 1), order, offset);
  out.add(14, suffixAt(units, at), shape, nearShape + side * 16);
  out.add(15, suffixAt(units, at + towards), side, offset);
  out.add(16, w, far10, order);
  out.add(17, first, shape, offset);
  out.add(18, nearShape, shapeAt(units, at + 2 * towards), shape);
  out.add(19, near, wordAt(units, at + 2 * towards), side);
  out.add(20, c, side, order);
  // What stands between: its words, and how many of each look.
  let commas = 0;
  let titles = 0;
  let lowers = 0;
  const low = Math.min(at, cue) + 1;
  const high = Math.max(at, cue);
  for (let i = low; i < high; i++) {
    const between = units.shape[i] as number;
    if (between === SHAPE.comma || between === SHAPE.dash) commas++;
    else if (between === SHAPE.title || between === SHAPE.capitals) titles++;
    else if (between === SHAPE.lower) lowers++;
    if (i - low < BETWEEN) out.add(21, wordAt(units, i), side);
  }
  out.add(22, Math.min(3, commas), Math.min(3, titles), Math.min(5, lowers) + order * 8);
  out.add(23, Math.min(3, commas), nearShape, order);
}

/** How many of the words between speaker and cue are features. */
const BETWEEN = 8;

/** The features by which nobody is named as the one who says it. */
export function noSpeakerFeatures(units: Units, cue: number, from: number, out: Features): void {
  out.clear();
  const c = units.stem[cue] as number;
  const side = from > cue ? 1 : 0;
  out.add(40, side);
  out.add(41, c, side);
  out.add(42, wordAt(units, cue - 1), side);
  out.add(43, wordAt(units, cue - 1), c);
  out.add(44, units.suffix[cue] as number, side);
  out.add(45, wordAt(units, cue + 1), side);
}

/** The features by which a speaker reaches from the unit `near` nearest to the cue to the unit `at` and no further. */
export function reachFeatures(
  units: Units,
  cue: number,
  near: number,
  at: number,
  out: Features,
): void {
  out.clear();
  const side = near > cue ? 1 : 0;
  const on = side === 1 ? 1 : -1;
  const w = wordAt(units, at);
  const next = wordAt(units, at + on);
  const shape = shapeAt(units, at);
  const nextShape = shapeAt(units, at + on);
  const length = classOf(Math.abs(at - near));
  const nearShape = shapeAt(units, near);
  const sentence = units.sentence[at] as number;
  const edge =
    side === 0 && at === units.sentenceFrom[sentence]
      ? 1
      : side === 1 && at + 2 >= (units.sentenceFrom[sentence + 1] as number)
        ? 1
        : 0;
  const key = side + edge * 2;
  out.add(0, length, key);
  out.add(1, next, side);
  out.add(2, w, nextShape, side);
  out.add(3, shape, nextShape, key);
  out.add(4, shape, nextShape, length + side * 16);
  out.add(5, wordAt(units, near), length, side);
  out.add(6, nearShape, length, shape);
  out.add(7, w, next, side);
  out.add(8, next, wordAt(units, at + 2 * on), side);
  out.add(9, suffixAt(units, at), nextShape, side);
  out.add(10, suffixAt(units, at + on), shape, side);
  out.add(11, nextShape, shapeAt(units, at + 2 * on), nearShape + side * 16);
  out.add(12, w, side);
  out.add(13, nearShape, nextShape, key);
  // Between commas: the words that say who the one before them is.
  let commas = 0;
  for (let i = near; i !== at; i += on) if (units.shape[i] === SHAPE.comma) commas++;
  const gap = shapeAt(units, near - on);
  const parts = Math.min(3, commas) + key * 4;
  out.add(14, gap, parts, nextShape);
  out.add(15, gap, parts, length);
  out.add(16, gap, parts, shape);
  out.add(17, parts, nextShape, shape);
  out.add(18, wordAt(units, near - on), parts, shape);
  out.add(19, gap, parts, next);
}
