import { expect, test } from 'vitest';
import { pathOf, tie, tieAt, tiesOf } from './overview-marks';
import type { Comparison } from '../../core/model/comparison';

const spans = (words: string) =>
  words.split(' ').map((word) => {
    const [start = 0, end = 0] = word.split('-').map(Number);
    return { start, end };
  });

// Of a text of 1,000 characters, so that a row is a character.
const cases: [string, string, string][] = [
  ['a span', '100-120', 'M0,100h10v20h-10z'],
  ['a short span is drawn four high', '100-101', 'M0,100h10v4h-10z'],
  ['spans that overlap are one box', '100-120 110-150', 'M0,100h10v50h-10z'],
  ['nested ones too', '100-150 110-120', 'M0,100h10v50h-10z'],
  ['spans that touch are one box', '100-120 120-130', 'M0,100h10v30h-10z'],
  ['others are not', '100-120 121-130', 'M0,100h10v20h-10zM0,121h10v9h-10z'],
  ['the last character', '999-1000', 'M0,999h10v4h-10z'],
];
test.each(cases)('%s', (_name, words, path) => {
  expect(pathOf(spans(words), 1000, 'left')).toBe(path);
});

const TEXT = 'x'.repeat(1000);
const comparison = {
  left: { text: TEXT },
  right: { text: TEXT },
  annotations: [
    { id: 'a', side: 'left', start: 90, end: 110 },
    { id: 'b', side: 'left', start: 790, end: 810 },
    { id: 'c', side: 'right', start: 290, end: 310 },
  ],
  links: [
    { id: 'k', left: 'a', right: 'c' },
    { id: 'l', left: 'b', right: 'c' },
  ],
} as unknown as Comparison;

test('ties run from bar to bar', () => {
  expect(tiesOf(comparison)).toBe(tie(100, 300) + tie(800, 300));
});

const points: [string, number, number, string | undefined][] = [
  ['in the middle of a tie', 23, 200, 'k'],
  ['beside it', 23, 204, 'k'],
  ['too far from it', 23, 210, undefined],
  ['near the other one’s beginning', 11, 780, 'l'],
  ['on a bar', 5, 100, undefined],
];
test.each(points)('a click %s', (_name, x, y, id) => {
  expect(tieAt(comparison, x, y)?.id).toBe(id);
});
