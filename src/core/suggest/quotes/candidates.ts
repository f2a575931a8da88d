import { SHAPE, type Units } from './units';

/** How many units a decision looks to the left and to the right of the cue, and how long one sentence's content may be. */
const LEFT = 60;
const RIGHT = 40;
const LONGEST = 80;
/** How near before a cue the quote that it follows ends. */
const NEAR = 12;
/** How many sentences of a paragraph one attribution may go on for, and how many units a speaker may have. */
const SENTENCES = 12;
const SPEAKER = 40;

/** Whether a shape is a word's. */
export function isWord(shape: number): boolean {
  return (shape >= SHAPE.lower && shape <= SHAPE.number) || shape === SHAPE.owner;
}

function mayStart(units: Units, at: number): boolean {
  const shape = units.shape[at] as number;
  if (!isWord(shape) && shape !== SHAPE.opener && shape !== SHAPE.bracket && shape !== SHAPE.other)
    return false;
  const quote = units.quoted[at] as number;
  return quote === -1 || shape === SHAPE.opener;
}

/** Whether a quote ends before the cue and in its sentence, or just before that: a cue that follows its quote. */
function followsQuote(units: Units, cue: number): boolean {
  const from = units.sentenceFrom[units.sentence[cue] as number] as number;
  for (let at = cue - 1; at >= from && at >= cue - NEAR; at--)
    if (units.quoted[at] !== -1) return true;
  const before = from - 1;
  return (
    before >= 0 &&
    cue - from < NEAR &&
    units.quoted[before] !== -1 &&
    units.paragraph[before] === units.paragraph[from]
  );
}

/** Where what the cue introduces may begin: in its sentence, at the quote just before it, at the next sentence. */
export function startCandidates(units: Units, cue: number): number[] {
  const sentence = units.sentence[cue] as number;
  const from = units.sentenceFrom[sentence] as number;
  const to = units.sentenceFrom[sentence + 1] as number;
  const found: number[] = [];
  const near = units.quoted[from] !== -1 && units.shape[from] !== SHAPE.opener ? from : from - 1;
  if (near >= 0 && units.quoted[near] !== -1)
    found.push(units.quoteFrom[units.quoted[near] as number] as number);
  for (let at = Math.max(from, cue - LEFT); at < Math.min(to, cue + RIGHT); at++)
    if (at !== cue && mayStart(units, at)) found.push(at);
  if (to < units.count && !(followsQuote(units, cue) && units.shape[to - 1] !== SHAPE.colon))
    found.push(to);
  return found;
}

/** Where what begins at `start` may end: in its sentence, at its quote's end, at the ends of its paragraph's sentences. */
export function endCandidates(units: Units, cue: number, start: number): number[] {
  const found: number[] = [];
  const limit = start < cue ? cue : units.count;
  const mayEnd = (at: number) => {
    const shape = units.shape[at] as number;
    if (shape === SHAPE.comma || shape === SHAPE.semicolon || shape === SHAPE.colon) return false;
    if (shape === SHAPE.opener) return false;
    const quote = units.quoted[at] as number;
    if (quote === -1 || shape === SHAPE.closer) return true;
    // Not inside quote marks, unless it begins there without one, or the mark never closes.
    return quote === units.quoted[start] && units.shape[start] !== SHAPE.opener;
  };
  let sentence = units.sentence[start] as number;
  const paragraph = units.paragraph[start] as number;
  const to = units.sentenceFrom[sentence + 1] as number;
  for (let at = start; at < Math.min(to, limit, start + LONGEST); at++)
    if (mayEnd(at)) found.push(at);
  if (units.shape[start] === SHAPE.opener) {
    const closer = units.quoteTo[units.quoted[start] as number] as number;
    if (closer >= to || units.shape[closer] !== SHAPE.closer || closer >= start + LONGEST)
      if (closer < limit && found.at(-1) !== closer) found.push(closer);
  }
  for (let more = 0; more < SENTENCES; more++) {
    sentence++;
    const first = units.sentenceFrom[sentence] as number;
    if (first >= Math.min(limit, units.count) || units.paragraph[first] !== paragraph) break;
    const last = (units.sentenceFrom[sentence + 1] as number) - 1;
    if (last >= limit) break;
    if (mayEnd(last) && !found.includes(last)) found.push(last);
  }
  if (found.length === 0) found.push(start);
  return found;
}

/** The words that may be the speaker's nearest to the cue: in its sentence, outside of what is said. */
export function speakerCandidates(units: Units, cue: number, from: number, to: number): number[] {
  const sentence = units.sentence[cue] as number;
  const first = Math.max(units.sentenceFrom[sentence] as number, cue - LEFT);
  const last = Math.min(units.sentenceFrom[sentence + 1] as number, cue + RIGHT);
  const found: number[] = [];
  for (let at = first; at < last; at++) {
    if (at >= from && at <= to) at = Math.min(to, last);
    else if (at !== cue && isWord(units.shape[at] as number)) found.push(at);
  }
  return found;
}

/** How far the speaker may reach from the unit `near` that is nearest to the cue: away from it, up to what is said. */
export function reachCandidates(
  units: Units,
  cue: number,
  from: number,
  to: number,
  near: number,
): number[] {
  const on = near > cue ? 1 : -1;
  const sentence = units.sentence[near];
  const found: number[] = [];
  for (let at = near, length = 0; length < SPEAKER; at += on, length++) {
    if (at < 0 || at >= units.count || units.sentence[at] !== sentence) break;
    if (at >= from && at <= to) break;
    const shape = units.shape[at] as number;
    if (isWord(shape) || shape === SHAPE.bracket || shape === SHAPE.closer) found.push(at);
  }
  return found;
}
