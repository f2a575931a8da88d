import { describe, expect, test } from 'vitest';
import {
  distanceLeft,
  levelWith,
  lineOf,
  maxTop,
  topOfLine,
  withEnds,
  type Extent,
} from './levels';

const LONG: Extent = { height: 600, content: 4_000 };
const SHORT: Extent = { height: 600, content: 900 };
const FITTING: Extent = { height: 600, content: 600 };

test.each<[string, Extent, number, number]>([
  ['the first line at the top', LONG, 0, 0],
  ['below the top, less than the middle', LONG, 100, 200],
  ['the middle from half a pane on', LONG, 300, 600],
  ['the middle', LONG, 1_500, 1_800],
  ['the middle until half a pane before the end', LONG, 3_100, 3_400],
  ['the last line at the end', LONG, 3_400, 4_000],
  ['shares of a content that hardly scrolls', SHORT, 150, 450],
  ['its end', SHORT, 300, 900],
])('the line that is read: %s', (_name, pane, top, line) => {
  expect(lineOf(pane, top)).toBeCloseTo(line);
  expect(topOfLine(pane, line)).toBeCloseTo(top);
});

test('what fits its pane stays', () => {
  expect(maxTop(FITTING)).toBe(0);
  expect(lineOf(FITTING, 0)).toBe(0);
  expect(topOfLine(FITTING, 400)).toBe(0);
});

describe('levels', () => {
  const levels = withEnds(
    [
      { from: 100, to: 1_000 },
      { from: 105, to: 1_500 },
      { from: 600, to: 1_200 },
      { from: 995, to: 1_300 },
    ],
    { from: 1_000, to: 2_000 },
  );

  test('those on one line of either side, or at an end, count once', () => {
    expect(levels).toEqual([
      { from: 0, to: 0 },
      { from: 100, to: 1_000 },
      { from: 600, to: 1_200 },
      { from: 1_000, to: 2_000 },
    ]);
  });

  test.each([
    [-5, 0],
    [0, 0],
    [50, 500],
    [100, 1_000],
    [350, 1_100],
    [800, 1_600],
    [1_000, 2_000],
    [1_200, 2_000],
  ])('%d is level with %d', (at, expected) => {
    expect(levelWith(levels, at)).toBeCloseTo(expected);
  });
});

test.each([
  [0, 40, 0],
  [100, 40, 60],
  [-100, 40, -60],
  [-100, -40, -60],
  [30, -40, 0],
])('a distance of %d is %d later %d', (distance, moved, left) => {
  expect(distanceLeft(distance, moved)).toBeCloseTo(left);
});
