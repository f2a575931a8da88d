import { expect, test } from 'vitest';
import { ribbonShape } from './ribbon-shape';

const STRIP = { width: 80, height: 600 };

test('between two ends that are seen it is whole', () => {
  expect(ribbonShape(100, 400, STRIP)).toEqual({
    path: 'M0,100 C40,100 40,400 80,400',
    away: null,
    strength: 1,
  });
});

test.each([
  ['the right end lies above', 100, -50, 'right', 'up'],
  ['the right end lies below', 100, 700, 'right', 'down'],
  ['the left end lies above', -1, 300, 'left', 'up'],
  ['the left end lies below', 601, 300, 'left', 'down'],
] as const)('it ends in an arrow where %s', (_name, left, right, side, towards) => {
  expect(ribbonShape(left, right, STRIP)?.away).toMatchObject({ side, towards });
});

test('it fades with the distance, to a limit', () => {
  const strengths = [601, 1_200, 2_400, 9_000].map(
    (right) => ribbonShape(100, right, STRIP)?.strength ?? 0,
  );
  expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
  expect(strengths[0]).toBeCloseTo(1, 2);
  expect(strengths[2]).toBeGreaterThanOrEqual(0.25);
  expect(strengths.at(-1)).toBe(0.25);
});

test('where neither end is seen there is none', () => {
  expect(ribbonShape(-10, 700, STRIP)).toBeNull();
});
