import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { anchoring, type Anchored, type Selector } from './anchor';
import { spanMover } from './move-spans';
import type { Span } from './quote-selector';
import { unchangedRuns } from './unchanged';

// The frozen set: texts as they were and as they were corrected, with selectors stored on the former. `place` is where a
// person says that the selector's text stands now, null where it is gone; `moved` and `found` are what came of it, knowing
// both texts and knowing only the selector.
interface Stored extends Span, Selector {
  readonly id: string;
  readonly start: number;
  readonly place: readonly [number, number] | null;
  readonly moved: Outcome;
  readonly found: Outcome;
}
type Outcome = 'position' | 'quote' | 'approximate' | 'uncertain' | 'lost';
interface Corrected {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly selectors: readonly Stored[];
}

const SET = JSON.parse(
  readFileSync(new URL('corrected-texts.json', import.meta.url), 'utf8'),
) as readonly Corrected[];

const WAYS = {
  moved: ({ before, after }: Corrected) => {
    const { move } = spanMover({ before, after, runs: unchangedRuns(before, after) });
    return (stored: Stored) => move(stored);
  },
  found: ({ after }: Corrected) => {
    const anchor = anchoring(after);
    return (stored: Stored) => anchor(stored);
  },
};

function outcomeOf(anchored: Anchored): Outcome {
  return anchored.kind === 'placed' ? anchored.by : anchored.kind;
}

test('the set says of each selector what its text holds', () => {
  for (const { before, selectors } of SET)
    for (const { start, end, exact, prefix, suffix } of selectors) {
      expect(before.slice(start, end)).toBe(exact);
      expect(before.slice(0, start).endsWith(prefix)).toBe(true);
      expect(before.slice(end).startsWith(suffix)).toBe(true);
    }
});

describe.each(['moved', 'found'] as const)('%s', (way) => {
  it.each(SET.map((corrected) => [corrected.name, corrected] as const))(
    '%s',
    (_name, corrected) => {
      const place = WAYS[way](corrected);
      const outcomes = corrected.selectors.map((stored) => [stored.id, outcomeOf(place(stored))]);
      expect(outcomes).toEqual(corrected.selectors.map((stored) => [stored.id, stored[way]]));
    },
  );
});

it.each([
  ['moved', { right: 138, wrong: 0, asked: 2, gone: 26 }],
  ['found', { right: 137, wrong: 0, asked: 3, gone: 26 }],
] as const)('%s: nothing is placed wrongly', (way, expected) => {
  const counts = { right: 0, wrong: 0, asked: 0, gone: 0 };
  for (const corrected of SET) {
    const place = WAYS[way](corrected);
    for (const stored of corrected.selectors) {
      const anchored = place(stored);
      const isPlaced = anchored.kind === 'placed';
      const isRight =
        isPlaced && stored.place?.join() === [anchored.span.start, anchored.span.end].join();
      if (isPlaced) counts[isRight ? 'right' : 'wrong']++;
      else counts[stored.place ? 'asked' : 'gone']++;
    }
  }
  expect(counts).toEqual(expected);
});
