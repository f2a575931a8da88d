import { ALL, MATCHED, type Grid } from './grid';
import type { SideText } from './side';

/** Clauses `[a, b)` of the left sentence and `[c, d)` of the right one. */
export interface Runs {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** What is known of two sentences as a whole; see `sentenceFacts`. */
export interface SentenceFacts {
  readonly likeness: number;
  readonly rankLeft: number;
  readonly rankRight: number;
  readonly before: number;
  readonly after: number;
  readonly apart: number;
}

const SIDE_NAMES = [
  'words',
  'weight',
  'held',
  'heldLocal',
  'bare',
  'lostOwn',
  'lostOther',
  'share',
  'startKind',
  'endKind',
  'quoted',
  'heldFirst',
  'heldLast',
  'nextBefore',
  'nextAfter',
  'bareNames',
  'bareNumbers',
  'place',
  'rank',
  'startsLight',
  'heldKin',
  'kinFirst',
  'kinLast',
  'verbs',
  'wordsBefore',
  'wordsAfter',
  'sharedBefore',
  'sharedAfter',
  'firstClass',
  'classBefore',
  'lastClass',
  'classAfter',
  'speechAfter',
] as const;
const JOINT_NAMES = [
  'matched',
  'matchedLocal',
  'matchedWords',
  'follow',
  'followShare',
  'names',
  'numbers',
  'dice',
  'diceLocal',
  'same',
  'kin',
  'likeness',
  'before',
  'after',
  'apart',
] as const;
/** The names of the features, in order: one side's, the other's, those of both. */
export const FEATURES: readonly string[] = [
  ...SIDE_NAMES.map((name) => `x.${name}`),
  ...SIDE_NAMES.map((name) => `y.${name}`),
  ...JOINT_NAMES,
];

const SIDE = SIDE_NAMES.length;
/** Those that are the same for all candidates of two sentences. */
export const EXTENTLESS: ReadonlySet<string> = new Set(
  'likeness before after apart x.place y.place x.rank y.rank'.split(' '),
);

/** A clause that is not there. */
const NONE = -1;
const FURTHEST_PLACE = 12;

/**
 * Writes the features of two runs of clauses to `row`. Swapping left and right gives the same row: the side that comes
 * first in it is the one whose own features are smaller, read one after the other.
 */
export function writeFeatures(
  row: Float32Array,
  at: number,
  left: SideText,
  right: SideText,
  match: {
    readonly left: number;
    readonly right: number;
    readonly grid: Grid;
    readonly facts: SentenceFacts;
  },
  { a, b, c, d }: Runs,
): void {
  const { grid, facts } = match;
  const matched = (kind: number) => grid.matched(kind, a, b, c, d);
  sideFeatures(one, left, match.left, facts.rankLeft, grid, false, a, b, c, d);
  sideFeatures(two, right, match.right, facts.rankRight, grid, true, c, d, a, b);
  const swap = comesAfter(one, two);
  row.set(swap ? two : one, at);
  row.set(swap ? one : two, at + SIDE);
  let next = at + 2 * SIDE;
  const plain = matched(MATCHED.plain);
  const words = matched(MATCHED.words);
  row[next++] = plain;
  row[next++] = matched(MATCHED.local);
  row[next++] = words;
  row[next++] = matched(MATCHED.follow);
  row[next++] = ratio(
    matched(MATCHED.follow),
    grid.ownLeft(ALL.words, a, b) + grid.ownRight(ALL.words, c, d),
  );
  row[next++] = matched(MATCHED.names);
  row[next++] = matched(MATCHED.numbers);
  row[next++] = ratio(2 * plain, grid.ownLeft(ALL.plain, a, b) + grid.ownRight(ALL.plain, c, d));
  row[next++] = ratio(
    2 * matched(MATCHED.local),
    grid.ownLeft(ALL.local, a, b) + grid.ownRight(ALL.local, c, d),
  );
  row[next++] = matched(MATCHED.same);
  row[next++] = matched(MATCHED.kin);
  row[next++] = facts.likeness;
  row[next++] = facts.before;
  row[next++] = facts.after;
  row[next++] = Math.round(facts.apart * 8);
}

const one = new Float32Array(SIDE);
const two = new Float32Array(SIDE);

/** The features of one side: clauses `[from, to)` of its sentence beside `[otherFrom, otherTo)` of the other's. */
function sideFeatures(
  out: Float32Array,
  side: SideText,
  sentence: number,
  rank: number,
  grid: Grid,
  isRight: boolean,
  from: number,
  to: number,
  otherFrom: number,
  otherTo: number,
): void {
  const clauses = isRight ? grid.right : grid.left;
  const others = isRight ? grid.countLeft : grid.countRight;
  const own = (kind: number, x: number, y: number) =>
    isRight ? grid.ownRight(kind, x, y) : grid.ownLeft(kind, x, y);
  const held = (kind: number, x: number, y: number) =>
    isRight
      ? grid.matched(kind, otherFrom, otherTo, x, y)
      : grid.matched(kind, x, y, otherFrom, otherTo);
  const anywhere = (kind: number, x: number, y: number) =>
    isRight ? grid.matched(kind, 0, others, x, y) : grid.matched(kind, x, y, 0, others);
  const last = clauses.cuts.length - 1;
  const weight = own(ALL.plain, from, to);
  const matched = held(MATCHED.plain, from, to);
  const words = own(ALL.words, from, to);
  const clause = (x: number) =>
    x < 0 || x >= last ? NONE : ratio(held(MATCHED.plain, x, x + 1), own(ALL.plain, x, x + 1));
  let next = 0;
  out[next++] = words;
  out[next++] = weight;
  out[next++] = ratio(matched, weight);
  out[next++] = ratio(held(MATCHED.local, from, to), own(ALL.local, from, to));
  out[next++] = weight - matched;
  out[next++] = held(MATCHED.plain, 0, last) - matched;
  out[next++] = anywhere(MATCHED.plain, from, to) - matched;
  out[next++] = ratio(words, own(ALL.words, 0, last));
  out[next++] = clauses.kinds[from] as number;
  out[next++] = clauses.kinds[to] as number;
  out[next++] = ratio(own(ALL.quoted, from, to), words);
  out[next++] = clause(from);
  out[next++] = clause(to - 1);
  out[next++] = clause(from - 1);
  out[next++] = clause(to);
  out[next++] = own(ALL.names, from, to) - held(MATCHED.names, from, to);
  out[next++] = own(ALL.numbers, from, to) - held(MATCHED.numbers, from, to);
  out[next++] = Math.min(sentence, FURTHEST_PLACE);
  out[next++] = rank;
  out[next++] = (side.flags[clauses.cuts[from] as number] as number) & 8;
  const kin = (x: number, y: number) =>
    ratio(held(MATCHED.plain, x, y) + held(MATCHED.kin, x, y), own(ALL.plain, x, y));
  out[next++] = kin(from, to);
  out[next++] = kin(from, from + 1);
  out[next++] = kin(to - 1, to);
  const classAt = (token: number) =>
    token < (clauses.cuts[0] as number) || token >= (clauses.cuts[last] as number)
      ? NONE
      : (side.classes[token] as number);
  const first = clauses.cuts[from] as number;
  const end = clauses.cuts[to] as number;
  out[next++] = own(ALL.verbs, from, to);
  out[next++] = own(ALL.words, 0, from);
  out[next++] = own(ALL.words, to, last);
  out[next++] = anywhere(MATCHED.plain, 0, from);
  out[next++] = anywhere(MATCHED.plain, to, last);
  out[next++] = classAt(first);
  out[next++] = classAt(first - 1);
  out[next++] = classAt(end - 1);
  out[next++] = classAt(end);
  out[next] = Math.max(classAt(end), classAt(end + 1), classAt(end + 2));
}

function comesAfter(x: Float32Array, y: Float32Array): boolean {
  for (let i = 0; i < SIDE; i++) if (x[i] !== y[i]) return (x[i] as number) > (y[i] as number);
  return false;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
