import { classOf, quoteEndsBefore, quoteOpensAfter, shapeAt, suffixAt, wordAt } from './around';
import type { Features } from './linear';
import { SHAPE, type Units } from './units';

/** The features by which unit `at` is where what the cue `cue` introduces begins. */
export function startFeatures(units: Units, cue: number, at: number, out: Features): void {
  out.clear();
  const c = units.stem[cue] as number;
  const cueNext = wordAt(units, cue + 1);
  const w = wordAt(units, at);
  const before = wordAt(units, at - 1);
  const shape = shapeAt(units, at);
  const beforeShape = shapeAt(units, at - 1);
  const sentence = units.sentence[at] as number;
  const from = units.sentenceFrom[sentence] as number;
  const here = units.sentence[cue] as number;
  const end = units.sentenceFrom[here + 1] as number;
  const side = at > cue ? 1 : 0;
  const place = (at === from ? 1 : 0) + (sentence < here ? 2 : sentence > here ? 4 : 0) + side * 8;
  const offset = at > cue ? Math.min(12, at - cue) : -classOf(cue - at) - 1;
  const quoted = (units.quoted[at] as number) === -1 ? 0 : shape === SHAPE.opener ? 2 : 1;
  const key = place + quoted * 16;
  const cueRight = shapeAt(units, cue + 1);
  const cueLeft = shapeAt(units, cue - 1);
  out.add(0, offset, quoted);
  out.add(1, c, key);
  out.add(2, c, offset);
  out.add(3, w, side, at === cue + 1 ? 1 : 0);
  out.add(4, before, side, quoted);
  out.add(5, before, w, side);
  out.add(6, c, w, offset);
  out.add(7, c, before, side);
  out.add(8, key, offset);
  out.add(9, shape, beforeShape, key);
  out.add(10, shape, beforeShape, offset);
  out.add(11, cueNext, offset);
  out.add(12, cueNext, key);
  out.add(13, cueRight, cueLeft, key);
  out.add(14, c, cueRight, key);
  out.add(15, units.suffix[cue] as number, offset, key);
  out.add(16, wordAt(units, cue - 1), c, key);
  out.add(17, wordAt(units, cue - 1), offset);
  out.add(18, wordAt(units, at - 2), before, side);
  out.add(19, w, wordAt(units, at + 1), side);
  out.add(20, cue === end - 1 || shapeAt(units, end - 1) === shapeAt(units, cue + 1) ? 1 : 0, key);
  out.add(21, suffixAt(units, at), side, offset);
  out.add(22, c, cueNext, offset);
  out.add(
    23,
    quoteEndsBefore(units, cue, units.sentenceFrom[here] as number),
    quoteOpensAfter(units, cue),
    key,
  );
  out.add(24, before, offset);
  out.add(25, suffixAt(units, at - 1), side, shape);
}

/** The features by which unit `at` is the last of what begins at `start` and the cue `cue` introduces. */
export function endFeatures(
  units: Units,
  cue: number,
  start: number,
  at: number,
  out: Features,
): void {
  out.clear();
  const c = units.stem[cue] as number;
  const w = wordAt(units, at);
  const next = wordAt(units, at + 1);
  const next2 = wordAt(units, at + 2);
  const shape = shapeAt(units, at);
  const nextShape = shapeAt(units, at + 1);
  const sentence = units.sentence[at] as number;
  const to = units.sentenceFrom[sentence + 1] as number;
  const side = start > cue ? 1 : 0;
  const last = at === to - 1 ? 2 : at === to - 2 && nextShape === SHAPE.stop ? 1 : 0;
  const beyond = sentence - (units.sentence[start] as number);
  const length = classOf(at - start);
  const startQuoted = shapeAt(units, start) === SHAPE.opener ? 1 : 0;
  const inQuote = (units.quoted[at] as number) === -1 ? 0 : shape === SHAPE.closer ? 2 : 1;
  const key = last + side * 4 + Math.min(1, beyond) * 8 + startQuoted * 16 + inQuote * 32;
  const gap = side === 0 ? Math.min(12, Math.max(0, cue - at)) : 15;
  const cueShape = shapeAt(units, cue);
  out.add(0, key, length);
  out.add(1, key, gap);
  out.add(2, nextShape, key);
  out.add(3, next, side, length);
  out.add(4, next, next2, side);
  out.add(5, w, side, nextShape);
  out.add(6, w, next);
  out.add(7, c, key, nextShape);
  out.add(8, c, length);
  out.add(9, nextShape, shapeAt(units, at + 2), key);
  out.add(10, nextShape, next2, side);
  out.add(11, wordAt(units, start), key, nextShape);
  out.add(12, wordAt(units, start), length);
  out.add(13, shape, nextShape, length);
  out.add(14, c, next);
  out.add(15, gap, nextShape, shape);
  out.add(16, suffixAt(units, at), nextShape, length);
  out.add(17, suffixAt(units, at), suffixAt(units, at + 1));
  out.add(18, next2, wordAt(units, at + 3), nextShape);
  out.add(19, wordAt(units, at - 1), w, side);
  out.add(20, cueShape, key, Math.min(3, beyond));
  out.add(21, suffixAt(units, at + 1), shape, side);
}
