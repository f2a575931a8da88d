import { describe, expect, test } from 'vitest';
import { distanceLeft, levelWith, maxTop, withEnds } from './levels';

test.each([
  [600, 4_000, 3_400],
  [600, 500, 0],
])('a pane of %d with a content of %d can be scrolled by %d', (height, content, top) => {
  expect(maxTop({ height, content })).toBe(top);
});

describe('levels', () => {
  const levels = withEnds(
    [
      { from: -50, to: -100 },
      { from: 50, to: -20 },
      { from: 100, to: 1_000 },
      { from: 105, to: 1_500 },
      { from: 600, to: 1_200 },
      { from: 995, to: 1_300 },
      { from: 1_100, to: 2_300 },
    ],
    { from: 1_000, to: 2_000 },
  );

  test('those that cannot be reached, or stand on one line with another, are left out', () => {
    expect(levels).toEqual([
      { from: 0, to: 0 },
      { from: 50, to: 0 },
      { from: 100, to: 1_000 },
      { from: 600, to: 1_200 },
      { from: 1_000, to: 2_000 },
    ]);
  });

  test.each([
    [-5, 0],
    [0, 0],
    [50, 0],
    [75, 500],
    [100, 1_000],
    [350, 1_100],
    [800, 1_600],
    [1_000, 2_000],
    [1_200, 2_000],
  ])('%d is level with %d', (at, expected) => {
    expect(levelWith(levels, at)).toBeCloseTo(expected);
  });

  test('where the following pane cannot be scrolled it stays', () => {
    expect(levelWith(withEnds([], { from: 500, to: 0 }), 250)).toBe(0);
    expect(levelWith(withEnds([], { from: 0, to: 500 }), 0)).toBe(500);
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
