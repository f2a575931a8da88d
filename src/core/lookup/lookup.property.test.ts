import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '../edit/apply';
import type { Change } from '../edit/edit';
import { summarise } from '../measure/summary';
import type { Comparison } from '../model/comparison';
import { SIDES, type Side } from '../model/fields';
import {
  comparisonOf,
  comparisons,
  deepFreeze,
  editSteps,
  idMaker,
  makeEdit,
} from '../testing/arbitraries';
import { annotationRecord } from '../testing/records';
import type { Span } from '../text/quote-selector';
import { Lookup, lookupOf } from './lookup';

const RUNS = { numRuns: 200 };
const spans = fc.array(fc.tuple(fc.nat(90), fc.nat(30)), { minLength: 1, maxLength: 8 });

/** The answers worked out by going through everything. */
function naive({ annotations, links }: Comparison) {
  const overlapping = (side: Side, { start, end }: Span) =>
    annotations.filter((each) => each.side === side && each.start < end && each.end > start);
  const linksOf = (id: string) => links.filter(({ left, right }) => left === id || right === id);
  return {
    annotation: (id: string) => annotations.find((each) => each.id === id),
    link: (id: string) => links.find((each) => each.id === id),
    linksOf,
    partnersOf: (id: string) =>
      [...new Set(linksOf(id).map(({ left, right }) => (left === id ? right : left)))].map(
        (partner) => annotations.find((each) => each.id === partner),
      ),
    overlapping,
    at: (side: Side, offset: number) =>
      overlapping(side, { start: offset, end: offset + 1 }).toSorted(
        (a, b) => a.end - a.start - (b.end - b.start),
      ),
  };
}

function expectRight(
  lookup: Lookup,
  comparison: Comparison,
  ids: ReadonlySet<string>,
  places: readonly (readonly [number, number])[],
): void {
  const expected = naive(comparison);
  for (const id of ids) {
    expect(lookup.annotation(id)).toBe(expected.annotation(id));
    expect(lookup.link(id)).toBe(expected.link(id));
    expect(lookup.linksOf(id)).toEqual(expected.linksOf(id));
    expect(lookup.partnersOf(id)).toEqual(expected.partnersOf(id));
  }
  for (const side of SIDES)
    for (const [start, length] of places) {
      const span = { start, end: start + length };
      expect(lookup.overlapping(side, span)).toEqual(expected.overlapping(side, span));
      expect(lookup.at(side, start)).toEqual(expected.at(side, start));
    }
  expect(lookup.summary).toStrictEqual(summarise(comparison));
}

test('carried along edits and their undoing, a lookup answers as going through everything does', () => {
  fc.assert(
    fc.property(comparisons, editSteps, spans, (start, steps, places) => {
      const newId = idMaker();
      const ids = new Set(['missing']);
      let current = deepFreeze(start);
      // Asked for once, so that every part is there to be carried along.
      expectRight(lookupOf(current), current, ids, places);
      for (const numbers of steps) {
        const outcome = apply(current, makeEdit(current, numbers, newId));
        if (!outcome.ok) continue;
        const { comparison: next, inverse } = outcome.value;
        const back = apply(next, inverse);
        if (!back.ok) throw new Error(back.problem);
        for (const { id } of [...next.annotations, ...next.links]) ids.add(id);
        for (const each of [next, back.value.comparison, current])
          expectRight(lookupOf(each), each, ids, places);
        current = next;
      }
      expectRight(new Lookup(current), current, ids, places);
    }),
    RUNS,
  );
});

function addition(text: string, id: string, start: number, end: number): Change {
  const annotation = annotationRecord({ id, start, end, exact: text.slice(start, end) });
  return { type: 'add-annotation', annotation };
}

test('hundreds of annotations of one article are found by place while they come and go', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(400), fc.nat(40), fc.boolean()), { minLength: 200, maxLength: 600 }),
      fc.array(fc.tuple(fc.nat(420), fc.nat(30)), { minLength: 5, maxLength: 5 }),
      (steps, places) => {
        const text = 'word '.repeat(100);
        let current = deepFreeze(comparisonOf(text, text));
        lookupOf(current).at('left', 0);
        for (const [index, [from, length, goes]] of steps.entries()) {
          const gone = goes ? current.annotations[from % (current.annotations.length + 1)] : null;
          const change = gone
            ? ({ type: 'delete-annotation', id: gone.id } as const)
            : addition(text, `a${(index * 389) % 1000}-${index}`, from, from + length + 1);
          const outcome = apply(current, { name: 'Edit', changes: [change] });
          if (!outcome.ok) throw new Error(outcome.problem);
          current = outcome.value.comparison;
        }
        const ids = new Set(current.annotations.slice(0, 20).map(({ id }) => id));
        expectRight(lookupOf(current), current, ids, places);
        expectRight(new Lookup(current), current, ids, places);
      },
    ),
    { numRuns: 20 },
  );
});
