import { closestIn, likeness } from './alignment';
import { snapToGraphemes, snapToWords } from './boundaries';
import { gramIndexOf, type GramIndex } from './grams';
import { describeQuote, type QuoteSelector, type Span } from './quote-selector';
import { findIn, searchable, type Searchable } from './search';

/** What is looked for in a text: a quote with its context ('' where that is not known), and where it began, if known. */
export interface Selector extends QuoteSelector {
  readonly start?: number;
}

/**
 * What came of looking for a quote: its place, found where it was, by its words, or by nearly the same words in the same
 * context; a likely place, with a score of 0..1, that somebody should look at; or nothing. Offsets are UTF-16 code units.
 */
export type Anchored =
  | {
      readonly kind: 'placed';
      readonly span: Span;
      readonly by: 'position' | 'quote' | 'approximate';
    }
  | { readonly kind: 'uncertain'; readonly span: Span; readonly score: number }
  | { readonly kind: 'lost' };

/** Finds a quote in one text; with `isFree`, only among the spans for which that holds. */
export type Anchor = (selector: Selector, isFree?: (span: Span) => boolean) => Anchored;

/** One side of the context is the same from this likeness on; two unlike texts come to about .3. */
const SAME_CONTEXT = 0.6;
/** How much better than the next one a place must be. */
const MARGIN = 0.15;
/** Other words are taken for the quote, between the same contexts, from this likeness on. */
const SAME_QUOTE = 0.8;
/** What scores less is no guess worth a look. */
const WORTH_A_LOOK = 0.6;
/** Contexts are compared in full for so many places at most: those that agree furthest next to the quote. */
const MOST_COMPARED = 16;

/**
 * Makes a text ready for finding quotes in it. A quote is placed only where nothing else fits about as well: where it
 * was, if its context is there too; where its words stand (typographic differences aside, see `findIn`) in the same
 * context, of which one side will do where they stand only once; else where nearly its words stand between the same
 * contexts. What is less sure is uncertain, or lost: it is never placed by a guess. The score weighs words and context
 * as the client of Hypothesis does (`match-quote.ts`).
 */
export function anchoring(text: string): Anchor {
  let ready: Searchable | null = null;
  let grams: GramIndex | null = null;
  return (selector, isFree = () => true) => {
    if (selector.exact.trim() === '') return LOST;
    const there = atPosition(text, selector);
    if (there && isFree(there)) return { kind: 'placed', span: there, by: 'position' };
    ready ??= searchable(text, true);
    const found = findIn(ready, selector.exact, false).filter(isFree);
    if (found.length > 0) return byQuote(text, selector, found);
    grams ??= gramIndexOf(text);
    const near = placesNear(text, selector, grams).filter(({ span }) => isFree(span));
    return byLikeness(near, isKnown(selector));
  };
}

const LOST: Anchored = { kind: 'lost' };

/** The quote where it began, when its context is there too, or nothing is known of that. */
function atPosition(text: string, selector: Selector): Span | null {
  const { exact, start } = selector;
  if (start === undefined || !text.startsWith(exact, start)) return null;
  const span = { start, end: start + exact.length };
  const { start: from, end: to } = snapToGraphemes(text, span);
  if (from !== span.start || to !== span.end) return null;
  const { prefix, suffix } = contextAt(text, span, selector);
  // The same words may stand there by chance.
  return !isKnown(selector) || Math.min(prefix, suffix) >= SAME_CONTEXT ? span : null;
}

function isKnown({ prefix, suffix }: Selector): boolean {
  return prefix !== '' || suffix !== '';
}

/** How alike the context of a span is to a selector's, on each side. */
interface Context {
  readonly prefix: number;
  readonly suffix: number;
}

/** A side of which nothing is known says neither yes nor no: it counts as the other one does. */
function contextAt(text: string, span: Span, { prefix, suffix }: Selector): Context {
  const around = describeQuote(text, span);
  const before =
    prefix === '' ? null : likeness(prefix.slice(-MOST), around.prefix.slice(-prefix.length));
  const after =
    suffix === '' ? null : likeness(suffix.slice(0, MOST), around.suffix.slice(0, suffix.length));
  return { prefix: before ?? after ?? 0, suffix: after ?? before ?? 0 };
}

const MOST = 64;

interface Place {
  readonly span: Span;
  readonly context: Context;
  /** How alike the words are, 0..1. */
  readonly quote: number;
}

function byQuote(text: string, selector: Selector, found: readonly Span[]): Anchored {
  const [only] = found;
  if (found.length === 1 && only && !isKnown(selector))
    return { kind: 'placed', span: only, by: 'quote' };
  const places = mostAgreeing(text, found, selector)
    .map((span): Place => ({ span, context: contextAt(text, span, selector), quote: 1 }))
    .toSorted((a, b) => agreement(b) - agreement(a));
  const [best, next] = places;
  if (!best) return LOST;
  const isSure =
    // Where the words stand once, one side will do; of several places, one that lost a side may be another's.
    next
      ? bothSides(best) >= SAME_CONTEXT && agreement(best) - agreement(next) >= MARGIN
      : Math.max(best.context.prefix, best.context.suffix) >= SAME_CONTEXT;
  return isSure
    ? { kind: 'placed', span: best.span, by: 'quote' }
    : { kind: 'uncertain', span: best.span, score: scoreOf(best) };
}

/** How far both sides of the context agree. */
function bothSides({ context: { prefix, suffix } }: Place): number {
  return Math.min(prefix, suffix);
}

function agreement({ context: { prefix, suffix } }: Place): number {
  return (prefix + suffix) / 2;
}

/** The score of a place: its words count more than both sides of its context together. */
function scoreOf({ quote, context }: Place): number {
  const score = 0.6 * quote + 0.2 * context.prefix + 0.2 * context.suffix;
  return Math.round(score * 1000) / 1000;
}

/** The spans whose context agrees furthest, character by character, next to the quote; ties go to what is nearest. */
function mostAgreeing(text: string, spans: readonly Span[], selector: Selector): readonly Span[] {
  const hint = selector.start ?? 0;
  return spans
    .map((span) => ({ span, run: runAround(text, span, selector) }))
    .toSorted(
      (a, b) => b.run - a.run || Math.abs(a.span.start - hint) - Math.abs(b.span.start - hint),
    )
    .slice(0, MOST_COMPARED)
    .map(({ span }) => span);
}

function runAround(text: string, { start, end }: Span, { prefix, suffix }: Selector): number {
  let before = 0;
  while (before < prefix.length && prefix.at(-1 - before) === text[start - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && suffix[after] === text[end + after]) after++;
  return before + after;
}

function byLikeness(places: readonly Place[], known: boolean): Anchored {
  const [best, next] = places.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  if (!best || scoreOf(best) < WORTH_A_LOOK) return LOST;
  const isSure =
    known &&
    best.quote >= SAME_QUOTE &&
    bothSides(best) >= SAME_CONTEXT &&
    (!next || scoreOf(best) - scoreOf(next) >= MARGIN);
  return isSure
    ? { kind: 'placed', span: best.span, by: 'approximate' }
    : { kind: 'uncertain', span: best.span, score: scoreOf(best) };
}

/** Long quotes are found by their two ends, of so many code units each. */
const END = 256;

/** The places where nearly the words of a quote stand, near where its words and its context are found in pieces. */
function placesNear(text: string, selector: Selector, grams: GramIndex): readonly Place[] {
  const { exact, prefix, suffix } = selector;
  const whole = `${prefix}${exact}${suffix}`.slice(0, 2 * END);
  return grams.placesLike(whole).flatMap((at) => {
    const from = Math.max(0, at);
    const slack = Math.ceil(exact.length / 4) + prefix.length + suffix.length + 2 * MOST;
    const window = text.slice(from, from + exact.length + slack);
    const head = closestIn(window.slice(0, END + slack), exact.slice(0, END));
    const rest = exact.length <= END ? null : exact.slice(-END);
    const back = Math.max(0, window.length - END - slack);
    const tail = rest === null ? head : closestIn(window.slice(back), rest);
    const end = rest === null ? head.end : back + tail.end;
    if (end <= head.start) return [];
    const span = snapToWords(text, { start: from + head.start, end: from + end });
    if (!span) return [];
    const compared = rest === null ? exact.length : 2 * END;
    const errors = rest === null ? head.errors : head.errors + tail.errors;
    return {
      span,
      context: contextAt(text, span, selector),
      quote: Math.max(0, 1 - errors / compared),
    };
  });
}
