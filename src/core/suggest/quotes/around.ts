import { SHAPE, type Units } from './units';

/** Units beyond the sentences' ends and the text's have this in place of a word. */
const NOTHING = 0x5eed;

/** The word of unit `i`. */
export const wordAt = (units: Units, i: number) =>
  i >= 0 && i < units.count ? (units.word[i] as number) : NOTHING;
/** The shape of unit `i`. */
export const shapeAt = (units: Units, i: number) =>
  i >= 0 && i < units.count ? (units.shape[i] as number) : SHAPE.none;
/** The ending of unit `i`. */
export const suffixAt = (units: Units, i: number) =>
  i >= 0 && i < units.count ? (units.suffix[i] as number) : NOTHING;

/** A length or distance in classes of growing width, 0..11. */
export function classOf(length: number): number {
  if (length < 5) return Math.max(0, length);
  if (length < 7) return 5;
  if (length < 10) return 6;
  if (length < 15) return 7;
  if (length < 22) return 8;
  if (length < 32) return 9;
  return length < 50 ? 10 : 11;
}

/** How many units away quote marks are looked for. */
const REACH = 12;

/** How near before unit `i`, in its sentence, a quote ends: 0 nowhere, else 1..4. */
export function quoteEndsBefore(units: Units, i: number, from: number): number {
  for (let k = 1; k <= REACH && i - k >= Math.max(0, from - 1); k++)
    if (units.shape[i - k] === SHAPE.closer) return k === 1 ? 1 : k < 4 ? 2 : k < 7 ? 3 : 4;
  return 0;
}

/** How near after unit `i` a quote opens, at most at the start of the next sentence: 0 nowhere, else 1..4. */
export function quoteOpensAfter(units: Units, i: number): number {
  const next = units.sentenceFrom[(units.sentence[i] as number) + 1] as number;
  for (let k = 1; k <= REACH && i + k <= next && i + k < units.count; k++)
    if (units.shape[i + k] === SHAPE.opener)
      return i + k === next ? 4 : k === 1 ? 1 : k < 4 ? 2 : 3;
  return 0;
}
