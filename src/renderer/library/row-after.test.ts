import { describe, expect, it } from 'vitest';
import { rowAfter, typedRow } from './row-after';

describe('rowAfter', () => {
  it.each([
    { key: 'ArrowDown', row: 3, next: 4 },
    { key: 'ArrowDown', row: 9, next: 9 },
    { key: 'ArrowUp', row: 0, next: 0 },
    { key: 'PageDown', row: 3, next: 7 },
    { key: 'PageUp', row: 3, next: 0 },
    { key: 'Home', row: 3, next: 0 },
    { key: 'End', row: 3, next: 9 },
    { key: 'x', row: 3, next: null },
    { key: 'constructor', row: 3, next: null },
  ])('$key from $row leads to $next', ({ key, row, next }) => {
    expect(rowAfter(key, row, { rows: 10, page: 4 })).toBe(next);
  });
});

describe('typedRow', () => {
  const entries = ['Bridge', 'École', 'bread', 'Bridges'].map((title) => ({ title }));
  it.each([
    { typed: 'b', row: 0, found: 2 },
    { typed: 'b', row: 3, found: 0 },
    { typed: 'bri', row: 0, found: 0 },
    { typed: 'BRIDGES', row: 0, found: 3 },
    { typed: 'e', row: 0, found: 1 },
    { typed: 'x', row: 0, found: null },
  ])('$typed from $row finds $found', ({ typed, row, found }) => {
    expect(typedRow(entries, typed, row)).toBe(found);
  });
});
