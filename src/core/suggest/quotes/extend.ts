import { SHAPE, type Units } from './units';

/** How far after its cue a quote may go on in the same sentence. */
const AFTER = 12;
/** How far after a quote its own cue may stand. */
const NEAR = 6;

/** The first unit of the quote that goes on, over paragraphs, to the stretch `quote`. */
function chainFrom(units: Units, quote: number): number {
  let first = quote;
  while (first > 0 && units.quotes[first]?.continues) first--;
  return units.quoteFrom[first] as number;
}

/** The last unit of the quote that goes on, over paragraphs, from the stretch `quote`. */
function chainTo(units: Units, quote: number): number {
  let last = quote;
  while (units.quotes[last + 1]?.continues) last++;
  return units.quoteTo[last] as number;
}

/**
 * The units that the words of an attribution reach over: a quote broken off by its own cue ("…", she said. "…") goes on
 * after it unless that has a cue of its own, and one whose mark is opened again at each paragraph is whole. `scores`:
 * the log odds of each unit being a cue.
 */
export function wholeContent(
  units: Units,
  { cue, from, to }: { cue: number; from: number; to: number },
  scores: Float32Array,
): { from: number; to: number } {
  let first = from;
  let last = to;
  if (units.shape[from] === SHAPE.opener) first = chainFrom(units, units.quoted[from] as number);
  if (to < cue) {
    const again = opensAgain(units, cue, scores);
    if (again !== -1) last = units.quoteTo[units.quoted[again] as number] as number;
  }
  if ((units.quoted[last] as number) !== -1) last = chainTo(units, units.quoted[last] as number);
  return { from: first, to: last };
}

/** The opening mark of the quote that goes on after its cue, in the cue's sentence or right after it; or -1. */
function opensAgain(units: Units, cue: number, scores: Float32Array): number {
  const next = units.sentenceFrom[(units.sentence[cue] as number) + 1] as number;
  for (let at = cue + 1; at < next && at <= cue + AFTER; at++) {
    if (units.shape[at] === SHAPE.opener) return at;
    if ((scores[at] as number) > 0) return -1;
  }
  const goesOn =
    next < units.count &&
    units.shape[next] === SHAPE.opener &&
    units.paragraph[next] === units.paragraph[cue] &&
    !hasOwnCue(units, next, scores);
  return goesOn ? next : -1;
}

/** Whether the quote opened at `opener` is followed, in the same sentence, by a cue. */
function hasOwnCue(units: Units, opener: number, scores: Float32Array): boolean {
  const closer = units.quoteTo[units.quoted[opener] as number] as number;
  const sentence = units.sentence[closer];
  for (let at = closer + 1; at <= closer + NEAR && units.sentence[at] === sentence; at++)
    if ((scores[at] as number) > 0) return true;
  return false;
}
