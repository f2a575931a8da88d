import { classOf } from './around';
import type { Attribution } from './find';
import type { Features } from './linear';
import { isWord } from './candidates';
import { SHAPE, type Units } from './units';

const STEP = 2;
/** A log odds or log probability in classes of half its unit. */
function level(score: number): number {
  return Math.max(-12, Math.min(12, Math.round(score * STEP)));
}

/** The features by which a cue and what it seems to introduce are an attribution at all. */
export function wholeFeatures(units: Units, found: Attribution, out: Features): void {
  const { cue, from, to, cueScore, startScore, endScore } = found;
  out.clear();
  const stem = units.stem[cue] as number;
  const first = units.word[from] as number;
  const side = from > cue ? 1 : 0;
  const length = classOf(to - from);
  const opened = units.shape[from] === SHAPE.opener ? 1 : 0;
  const closed = units.shape[to] === SHAPE.closer ? 1 : 0;
  const marks = opened + closed * 2 + side * 4;
  const cueLevel = level(cueScore);
  const startLevel = level(startScore);
  const endLevel = level(endScore);
  const gap = side === 1 ? Math.min(9, from - cue) : 10 + Math.min(9, Math.max(0, cue - to));
  const ended = units.sentenceFrom[(units.sentence[to] as number) + 1] as number;
  const atEnd = to >= ended - 2 ? 1 : 0;
  const beyond = (units.sentence[from] as number) - (units.sentence[cue] as number);
  out.add(0, 0);
  out.add(1, cueLevel);
  out.add(2, cueLevel, marks);
  out.add(3, startLevel, cueLevel);
  out.add(4, endLevel, cueLevel);
  out.add(5, startLevel, endLevel);
  out.add(6, marks, length);
  out.add(7, stem, marks);
  out.add(8, stem, length);
  out.add(9, stem, first);
  out.add(10, stem, gap);
  out.add(11, first, length);
  out.add(12, gap, marks);
  out.add(13, length, cueLevel);
  out.add(14, atEnd, marks, length);
  out.add(15, stem, atEnd);
  out.add(16, units.shape[from] as number, length, side);
  out.add(17, (units.quoted[cue] as number) === -1 ? 0 : 1, cueLevel);
  out.add(18, beyond, side, cueLevel);
  out.add(19, first, units.suffix[cue]);
  out.add(20, gap, cueLevel);
  out.add(21, startLevel, side, opened);
}

/** The features by which a stretch in quote marks `[from, to]` is somebody's words where no cue claims it. */
export function aloneFeatures(units: Units, from: number, to: number, out: Features): void {
  out.clear();
  const sentence = units.sentence[from] as number;
  const first = units.sentenceFrom[sentence] as number;
  const paragraph = units.paragraph[from] as number;
  const starts = from === 0 || units.paragraph[from - 1] !== paragraph ? 2 : from === first ? 1 : 0;
  const ends =
    to + 1 >= units.count || units.paragraph[to + 1] !== paragraph
      ? 2
      : units.sentence[to + 1] !== units.sentence[to]
        ? 1
        : 0;
  const length = classOf(to - from - 1);
  const inner = to - 1 > from && !isWord(units.shape[to - 1] as number) ? 1 : 0;
  const titled = from + 1 < to && units.shape[from + 1] !== SHAPE.lower ? 1 : 0;
  const before = from > 0 ? (units.word[from - 1] as number) : 0;
  const beforeShape = from > 0 ? (units.shape[from - 1] as number) : 0;
  const after = to + 1 < units.count ? (units.word[to + 1] as number) : 0;
  const afterShape = to + 1 < units.count ? (units.shape[to + 1] as number) : 0;
  out.add(0, 0);
  out.add(1, length);
  out.add(2, starts, ends, length);
  out.add(3, starts, ends, inner);
  out.add(4, before);
  out.add(5, after);
  out.add(6, beforeShape, afterShape, inner);
  out.add(7, length, inner, titled);
  out.add(8, before, length);
  out.add(9, beforeShape, starts, length);
  out.add(10, afterShape, ends, length);
  out.add(11, units.word[from + 1] ?? 0, titled);
  out.add(12, units.quotes[units.quoted[from] as number]?.continues ? 1 : 0);
  out.add(13, from >= 2 ? (units.word[from - 2] as number) : 0, before);
}
