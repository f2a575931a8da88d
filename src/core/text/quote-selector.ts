/** A span of text, half-open, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span by what it says: its text and up to 32 code points before and after it (W3C TextQuoteSelector). */
export interface QuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

const CONTEXT = 32;

/** Describes a span by its words, so that it can be found again where offsets have moved. */
export function describeQuote(text: string, { start, end }: Span): QuoteSelector {
  return {
    exact: text.slice(start, end),
    // Two code units at most make a code point, so a window twice as wide is enough.
    prefix: Array.from(text.slice(Math.max(0, start - 2 * CONTEXT), start))
      .slice(-CONTEXT)
      .join(''),
    suffix: Array.from(text.slice(end, end + 2 * CONTEXT))
      .slice(0, CONTEXT)
      .join(''),
  };
}

/**
 * Finds the span a selector describes: at `hint` when its text stands there, else where the text occurs with the most
 * of its context around it. Returns null when it does not occur, or when two places fit equally well.
 */
export function matchQuote(text: string, selector: QuoteSelector, hint?: number): Span | null {
  const { exact } = selector;
  if (exact === '') return null;
  if (hint !== undefined && hint >= 0 && text.startsWith(exact, hint)) return spanAt(hint, exact);
  let best: { start: number; context: number } | null = null;
  let tied = false;
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    const context = sharedContext(text, start, selector);
    if (best === null || context > best.context) {
      best = { start, context };
      tied = false;
    } else if (context === best.context) tied = true;
  }
  return best === null || tied ? null : spanAt(best.start, exact);
}

function spanAt(start: number, exact: string): Span {
  return { start, end: start + exact.length };
}

function sharedContext(
  text: string,
  start: number,
  { exact, prefix, suffix }: QuoteSelector,
): number {
  const end = start + exact.length;
  let before = 0;
  while (before < prefix.length && prefix.at(-1 - before) === text[start - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && suffix[after] === text[end + after]) after++;
  return before + after;
}
