import type { Span } from './quote-selector';

/** Orders spans by start, then end. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** How many code units two spans share. */
export function sharedLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** How far two spans are the same place: intersection over union, 0..1. */
export function overlap(a: Span, b: Span): number {
  const shared = sharedLength(a, b);
  return shared === 0 ? 0 : shared / (a.end - a.start + b.end - b.start - shared);
}
