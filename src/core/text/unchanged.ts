import { longestRise } from './longest-rise';

/** A stretch that two versions of a text share, by where it begins in each; all in UTF-16 code units. */
export interface Unchanged {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** A piece of a text that is compared whole. */
interface Token {
  readonly text: string;
  readonly at: number;
}

type Compare = (before: readonly Token[], after: readonly Token[], found: Unchanged[]) => void;

const LINES = /[^\n]*\n|[^\n]+/g;
/** Words, white space, and single characters where there are no spaces between words. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{M}\p{N}_]+|\s+|[^]/gu;
/** The most comparisons of one word with another that are made where no word occurs only once, per gap. */
const MOST_COMPARED = 1_000_000;

/**
 * What stays of a text in another version of it, in order: first whole lines, then words in the lines that changed. Lines
 * and words that each version has once are tied first, and then what lies between the ties ("patience diff", Cohen).
 */
export function unchangedRuns(before: string, after: string): readonly Unchanged[] {
  const found: Unchanged[] = [];
  compareLines(tokensOf(before, LINES), tokensOf(after, LINES), found);
  return withoutSpecks(joined(found), before, after);
}

function tokensOf(text: string, pattern: RegExp, from = 0): readonly Token[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    text: match[0],
    at: from + match.index,
  }));
}

const compareLines: Compare = (before, after, found) =>
  compare(before, after, found, (a, b) => compareWords(wordsOf(a), wordsOf(b), found));

const compareWords: Compare = (before, after, found) =>
  compare(before, after, found, longestCommon);

function wordsOf(lines: readonly Token[]): readonly Token[] {
  return tokensOf(lines.map(({ text }) => text).join(''), WORDS, lines[0]?.at);
}

/** Ties tokens at both ends and those that occur once on each side; `rest` compares what has none of these. */
function compare(
  before: readonly Token[],
  after: readonly Token[],
  found: Unchanged[],
  rest: Compare,
): void {
  const most = Math.min(before.length, after.length);
  const same = (a: number, b: number) => before[a]?.text === after[b]?.text;
  let head = 0;
  while (head < most && same(head, head)) head++;
  let tail = 0;
  while (tail < most - head && same(before.length - 1 - tail, after.length - 1 - tail)) tail++;
  keep(before.slice(0, head), after.slice(0, head), found);
  const a = before.slice(head, before.length - tail);
  const b = after.slice(head, after.length - tail);
  if (a.length > 0 && b.length > 0) {
    const ties = longestRise(uniqueTies(a, b));
    if (ties.length === 0) rest(a, b, found);
    else {
      let from = { left: -1, right: -1 };
      for (const tie of [...ties, { left: a.length, right: b.length }]) {
        const gap = [a.slice(from.left + 1, tie.left), b.slice(from.right + 1, tie.right)] as const;
        compare(...gap, found, rest);
        keep(a.slice(tie.left, tie.left + 1), b.slice(tie.right, tie.right + 1), found);
        from = tie;
      }
    }
  }
  keep(before.slice(before.length - tail), after.slice(after.length - tail), found);
}

function keep(before: readonly Token[], after: readonly Token[], found: Unchanged[]): void {
  for (const [index, { text, at }] of before.entries())
    found.push({ before: at, after: (after[index] as Token).at, length: text.length });
}

/** Where tokens stand that each side has exactly once. */
function uniqueTies(before: readonly Token[], after: readonly Token[]) {
  const places = new Map<string, { left: number; right: number; count: number }>();
  for (const [index, { text }] of before.entries()) {
    const place = places.get(text);
    if (place) place.count = 3;
    else places.set(text, { left: index, right: -1, count: 1 });
  }
  for (const [index, { text }] of after.entries()) {
    const place = places.get(text);
    if (!place) continue;
    place.right = index;
    place.count++;
  }
  return [...places.values()].filter(({ count, right }) => count === 2 && right >= 0);
}

/** The longest common subsequence, by the table of the lengths of all of them. */
const longestCommon: Compare = (before, after, found) => {
  const [rows, columns] = [before.length, after.length];
  if (rows * columns > MOST_COMPARED) return;
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  const at = (a: number, b: number) => lengths[a * width + b] as number;
  for (let a = rows - 1; a >= 0; a--)
    for (let b = columns - 1; b >= 0; b--)
      lengths[a * width + b] =
        before[a]?.text === after[b]?.text
          ? at(a + 1, b + 1) + 1
          : Math.max(at(a + 1, b), at(a, b + 1));
  for (let a = 0, b = 0; a < rows && b < columns;) {
    if (before[a]?.text === after[b]?.text) {
      keep(before.slice(a, a + 1), after.slice(b, b + 1), found);
      a++;
      b++;
    } else if (at(a + 1, b) >= at(a, b + 1)) a++;
    else b++;
  }
};

/** Stretches that follow each other on both sides as one. */
function joined(runs: readonly Unchanged[]): readonly Unchanged[] {
  const out: Unchanged[] = [];
  for (const run of runs.toSorted((a, b) => a.before - b.before)) {
    const last = out.at(-1);
    const goesOn =
      last && last.before + last.length === run.before && last.after + last.length === run.after;
    if (goesOn) out[out.length - 1] = { ...last, length: last.length + run.length };
    else out.push(run);
  }
  return out;
}

/** Without the spaces and points that two different stretches happen to share. */
function withoutSpecks(
  runs: readonly Unchanged[],
  before: string,
  after: string,
): readonly Unchanged[] {
  return runs.filter((run) => {
    const atStart = run.before === 0 && run.after === 0;
    const atEnd =
      run.before + run.length === before.length && run.after + run.length === after.length;
    return (
      atStart || atEnd || /[\p{L}\p{N}]/u.test(before.slice(run.before, run.before + run.length))
    );
  });
}
