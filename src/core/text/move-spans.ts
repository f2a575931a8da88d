import { firstNot } from '../model/sorted';
import { likeness } from './alignment';
import { anchoring, type Anchored, type Selector } from './anchor';
import { snapToGraphemes, snapToWords } from './boundaries';
import { describeQuote, type Span } from './quote-selector';
import { sharedLength } from './spans';
import type { Unchanged } from './unchanged';

/** A span that stays must have so many code units beside it that stay too, on one side. */
const BESIDE = 16;
/** Or it must be so long, and its text stand once in both versions. */
const LONG = 24;
/** Between the same neighbours, a span is still the same from this likeness of its words on. */
const SAME_WORDS = 0.75;
/** From this likeness on, what stands between the same neighbours is worth a look. */
const WORTH_A_LOOK = 0.3;
/** The context of a span is the same from this likeness on. */
const SAME_CONTEXT = 0.6;
/** How sure a place is whose words are the same, but not what stands around them. */
const ALONE = 0.9;
/** Longer texts are compared by the words they share, not letter by letter. */
const LONGEST_COMPARED = 2_000;

/** Two versions of a text, and what they share. */
export interface Versions {
  readonly before: string;
  readonly after: string;
  readonly runs: readonly Unchanged[];
}

/** Finds in the later version what stood in the earlier one, or what had no place there. */
export interface SpanMover {
  readonly move: (span: Span) => Anchored;
  readonly find: (selector: Selector) => Anchored;
}

/**
 * Where spans of a text stand in a later version of it: what the change does not touch moves with the text around it; the
 * rest is looked for in what the change brought in, for all else is the later form of other text. Offsets are UTF-16 code
 * units.
 */
export function spanMover(versions: Versions): SpanMover {
  const anchor = anchoring(versions.after);
  const find = (selector: Selector) => anchor(selector, (span) => isNew(versions, span));
  const move = (span: Span): Anchored => {
    const there = whereItWas(versions, span);
    if (there?.kind === 'placed') return there;
    const found = find(describeQuote(versions.before, span));
    if (found.kind === 'placed' || !there) return sure(versions, span, found);
    return found.kind === 'uncertain' && found.score > there.score ? found : there;
  };
  return { move, find };
}

/** A long text that stands once in both versions is the same wherever it went, with its whole context changed. */
function sure({ before, after }: Versions, { start, end }: Span, found: Anchored): Anchored {
  if (found.kind !== 'uncertain') return found;
  const exact = before.slice(start, end);
  const isSame = after.slice(found.span.start, found.span.end) === exact;
  return isSame && isOnlyOne(before, exact) && isOnlyOne(after, exact)
    ? { kind: 'placed', span: found.span, by: 'quote' }
    : found;
}

function isOnlyOne(text: string, exact: string): boolean {
  return exact.length >= LONG && text.indexOf(exact) === text.lastIndexOf(exact);
}

type Found = Exclude<Anchored, { readonly kind: 'lost' }>;

/** The span between the same neighbours as before; null where these are gone, or nothing like it is between them. */
function whereItWas(versions: Versions, span: Span): Found | null {
  const [first, last] = [runAt(versions.runs, span.start), runAt(versions.runs, span.end - 1)];
  if (first && first === last) return inRun(versions, span, first);
  const { after } = versions;
  const start = first ? imageOf(span.start, first) : startAfterChange(versions, span.start);
  const end = last ? imageOf(span.end, last) : endBeforeChange(versions, span.end);
  if (start === null || end === null || start >= end) return null;
  const found = snapToWords(after, { start, end });
  if (!found) return null;
  const score = sameness(versions, span, found);
  if (score < WORTH_A_LOOK) return null;
  return score >= SAME_WORDS && isContextSame(versions, span, found)
    ? { kind: 'placed', span: found, by: 'approximate' }
    : { kind: 'uncertain', span: found, score };
}

/** A span whose text stays as it is. */
function inRun(versions: Versions, span: Span, run: Unchanged): Found {
  const { before, after } = versions;
  const moved = { start: imageOf(span.start, run), end: imageOf(span.end, run) };
  const whole = snapToGraphemes(after, moved);
  const isWhole = whole.start === moved.start && whole.end === moved.end;
  const startsBoth = run.before === 0 && run.after === 0;
  const [runEnd, imageEnd] = [run.before + run.length, run.after + run.length];
  const endsBoth = runEnd === before.length && imageEnd === after.length;
  const exact = before.slice(span.start, span.end);
  const isHeld =
    startsBoth ||
    endsBoth ||
    span.start - run.before >= BESIDE ||
    runEnd - span.end >= BESIDE ||
    (isOnlyOne(before, exact) && isOnlyOne(after, exact));
  return isWhole && isHeld
    ? { kind: 'placed', span: moved, by: 'position' }
    : { kind: 'uncertain', span: whole, score: ALONE };
}

function imageOf(offset: number, run: Unchanged): number {
  return offset - run.before + run.after;
}

/** The run that holds the code unit at `offset`. */
function runAt(runs: readonly Unchanged[], offset: number): Unchanged | null {
  const run = runs[firstNot(runs, ({ before, length }) => before + length <= offset)];
  return run && run.before <= offset ? run : null;
}

/** Where what replaces a changed stretch begins, when `offset` is where the stretch begins. */
function startAfterChange({ runs }: Versions, offset: number): number | null {
  if (offset === 0) return 0;
  const run = runAt(runs, offset - 1);
  return run && imageOf(offset, run);
}

/** Where what replaces a changed stretch ends, when `offset` is where the stretch ends. */
function endBeforeChange({ before, after, runs }: Versions, offset: number): number | null {
  if (offset === before.length) return after.length;
  const run = runAt(runs, offset);
  return run && imageOf(offset, run);
}

/** How far two spans say the same, 0..1: by letters, or for long ones by the words that stayed. */
function sameness({ before, after, runs }: Versions, span: Span, found: Span): number {
  const [length, foundLength] = [span.end - span.start, found.end - found.start];
  if (length <= LONGEST_COMPARED && foundLength <= LONGEST_COMPARED)
    return likeness(before.slice(span.start, span.end), after.slice(found.start, found.end));
  const from = firstNot(runs, (run) => run.before + run.length <= span.start);
  let shared = 0;
  for (let at = from; (runs[at]?.before ?? Infinity) < span.end; at++) {
    const { before: start, length: size } = runs[at] as Unchanged;
    shared += sharedLength({ start, end: start + size }, span);
  }
  return shared / Math.max(length, foundLength);
}

function isContextSame({ before, after }: Versions, span: Span, found: Span): boolean {
  const [was, is] = [describeQuote(before, span), describeQuote(after, found)];
  return (
    likeness(was.prefix, is.prefix) >= SAME_CONTEXT &&
    likeness(was.suffix, is.suffix) >= SAME_CONTEXT
  );
}

/** Whether a span of the later version lies, for the most part, in what the change brought in. */
function isNew({ runs }: Versions, span: Span): boolean {
  let old = 0;
  const from = firstNot(runs, ({ after, length }) => after + length <= span.start);
  for (let at = from; (runs[at]?.after ?? Infinity) < span.end; at++) {
    const { after: start, length } = runs[at] as Unchanged;
    old += sharedLength({ start, end: start + length }, span);
  }
  return 2 * old <= span.end - span.start;
}
