import { expect, it } from 'vitest';
import { cellAfter } from './cell-after';

const SIZE = { rows: 30, columns: 4, page: 10 };

it.each([
  ['ArrowDown', false, [3, 1], [4, 1]],
  ['ArrowDown', false, [29, 1], [29, 1]],
  ['ArrowUp', false, [0, 1], [0, 1]],
  ['PageDown', false, [25, 2], [29, 2]],
  ['PageUp', false, [12, 2], [2, 2]],
  ['ArrowRight', false, [3, 3], [3, 3]],
  ['ArrowLeft', false, [3, 3], [3, 2]],
  ['Home', false, [3, 2], [3, 0]],
  ['End', false, [3, 2], [3, 3]],
  ['Home', true, [3, 2], [0, 2]],
  ['End', true, [3, 2], [29, 2]],
  ['x', false, [3, 2], null],
] as const)('%s (main: %s) leads from %j to %j', (key, main, [row, column], to) => {
  expect(cellAfter(key, main, { row, column }, SIZE)).toEqual(to && { row: to[0], column: to[1] });
});
