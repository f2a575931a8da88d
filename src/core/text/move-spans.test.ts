import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unicodeText } from '../testing/arbitraries';
import { anchoring } from './anchor';
import { snapToGraphemes } from './boundaries';
import { changedParts } from './changed-parts';
import { spanMover } from './move-spans';
import { describeQuote } from './quote-selector';
import { unchangedRuns } from './unchanged';

const RUNS = { numRuns: 200 };

/** A text, and what a few random changes make of it. */
const versions = fc
  .tuple(
    unicodeText,
    fc.array(fc.tuple(fc.nat(200), fc.nat(12), fc.oneof(fc.constant(''), unicodeText)), {
      maxLength: 3,
    }),
  )
  .map(([before, changes]) => ({
    before,
    after: changes.reduce((text, [at, length, put]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + put + text.slice(from + length);
    }, before),
  }));

test('what is unchanged is the same in both versions, in order, and never told twice', () => {
  fc.assert(
    fc.property(versions, ({ before, after }) => {
      let at = { before: 0, after: 0 };
      for (const run of unchangedRuns(before, after)) {
        const end = { before: run.before + run.length, after: run.after + run.length };
        expect(before.slice(run.before, end.before)).toBe(after.slice(run.after, end.after));
        expect(run.before).toBeGreaterThanOrEqual(at.before);
        expect(run.after).toBeGreaterThanOrEqual(at.after);
        expect(run.length).toBeGreaterThan(0);
        at = end;
      }
    }),
    RUNS,
  );
});

test('the parts shown make up both versions, but for what is folded away', () => {
  fc.assert(
    fc.property(versions, ({ before, after }) => {
      const parts = changedParts(before, after, unchangedRuns(before, after));
      const told = (hidden: string) =>
        parts.map((part) => (part.kind === 'folded' || part.kind === hidden ? '' : part.text));
      fc.pre(parts.every(({ kind }) => kind !== 'folded'));
      expect(told('inserted').join('')).toBe(before);
      expect(told('deleted').join('')).toBe(after);
    }),
    RUNS,
  );
});

test('paragraphs without changes are folded away between changes', () => {
  const [before, after] = ['a b\n\nc\n\nd\n\ne f\n\ng', 'a x\n\nc\n\nd\n\ne y\n\ng'];
  expect(changedParts(before, after, unchangedRuns(before, after))).toEqual([
    { kind: 'same', text: 'a ' },
    { kind: 'deleted', text: 'b' },
    { kind: 'inserted', text: 'x' },
    { kind: 'folded', paragraphs: 2 },
    { kind: 'same', text: 'e ' },
    { kind: 'deleted', text: 'f' },
    { kind: 'inserted', text: 'y' },
    { kind: 'folded', paragraphs: 1 },
  ]);
});

test('a place is a span of the later version that cuts no character, and by position it has the same text', () => {
  fc.assert(
    fc.property(versions, fc.nat(200), fc.nat(30), ({ before, after }, from, length) => {
      const start = from % before.length;
      const span = snapToGraphemes(before, {
        start,
        end: Math.min(before.length, start + 1 + length),
      });
      const { move } = spanMover({ before, after, runs: unchangedRuns(before, after) });
      for (const anchored of [move(span), anchoring(after)(describeQuote(before, span))]) {
        if (anchored.kind === 'lost') continue;
        const { start: at, end } = anchored.span;
        expect(at).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(after.length);
        expect(snapToGraphemes(after, anchored.span)).toEqual({ start: at, end });
        if (anchored.kind === 'placed' && anchored.by === 'position')
          expect(after.slice(at, end)).toBe(before.slice(span.start, span.end));
      }
    }),
    RUNS,
  );
});

test('where nothing changed, everything stays where it is', () => {
  fc.assert(
    fc.property(unicodeText, fc.nat(200), fc.nat(30), (text, from, length) => {
      const start = from % text.length;
      const span = snapToGraphemes(text, { start, end: Math.min(text.length, start + 1 + length) });
      const { move } = spanMover({ before: text, after: text, runs: unchangedRuns(text, text) });
      expect(move(span)).toEqual({ kind: 'placed', span, by: 'position' });
      fc.pre(text.slice(span.start, span.end).trim() !== '');
      const selector = { ...describeQuote(text, span), start: span.start };
      expect(anchoring(text)(selector)).toEqual({ kind: 'placed', span, by: 'position' });
    }),
    RUNS,
  );
});
