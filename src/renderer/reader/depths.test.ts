import { expect, test } from 'vitest';
import { Lookup } from '../../core/lookup/lookup';
import type { Comparison } from '../../core/model/comparison';
import { depthsIn } from './depths';

/** The depths of spans given as `start-end`, in that order, looked at within a stretch. */
function depths(words: string, start: number, end: number): string {
  const annotations = words.split(' ').map((id) => {
    const [from, to] = id.split('-').map(Number);
    return { id, side: 'left', start: from, end: to };
  });
  const lookup = new Lookup({ annotations, links: [] } as unknown as Comparison);
  return depthsIn(lookup, 'left', { start, end })
    .map(({ annotation, depth }) => `${annotation.id}:${depth}`)
    .join(' ');
}

const cases: [string, string, number, number, string][] = [
  ['one after the other', '0-5 5-9', 0, 99, '0-5:0 5-9:0'],
  ['one inside the other', '0-9 2-5', 0, 99, '0-9:0 2-5:1'],
  ['a chain of overlaps', '0-5 3-8 6-9', 0, 99, '0-5:0 3-8:1 6-9:1'],
  ['several deep', '0-20 1-19 2-18 3-17', 0, 99, '0-20:0 1-19:1 2-18:2 3-17:3'],
  ['the same beginning', '0-5 0-9', 0, 99, '0-5:0 0-9:1'],
  ['only what is in the stretch', '0-5 10-15 20-25', 9, 16, '10-15:0'],
  ['inside what ended before the stretch', '0-5 3-20 30-40', 10, 25, '3-20:1'],
  ['the same in any stretch', '0-5 3-20 12-14', 10, 25, '3-20:1 12-14:1'],
];
test.each(cases)('%s: %s from %i to %i', (_name, words, start, end, expected) => {
  expect(depths(words, start, end)).toBe(expected);
});
