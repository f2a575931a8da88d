import { describe, expect, it } from 'vitest';
import { stepFor, withRange } from './block-keys';

const PLACE = { at: 2, count: 5, page: 3 };

describe('stepFor', () => {
  it.each([
    { key: 'ArrowDown', to: 3 },
    { key: 'ArrowUp', to: 1 },
    { key: 'PageDown', to: 4 },
    { key: 'PageUp', to: 0 },
    { key: 'Home', to: 0 },
    { key: 'End', to: 4 },
  ])('$key goes to $to', ({ key, to }) => {
    expect(stepFor(key, true, PLACE)).toEqual({ to, extends: true });
  });

  it('leaves other keys alone', () => expect(stepFor('a', false, PLACE)).toBeNull());
});

describe('withRange', () => {
  it.each([
    { first: 1, last: 2, wanted: [true, false, false, true] },
    { first: 2, last: 1, wanted: [true, false, false, true] },
    { first: 3, last: 3, wanted: [true, true, true, false] },
  ])('takes out $first to $last', ({ first, last, wanted }) => {
    expect(withRange([true, true, true, true], first, last, false)).toEqual(wanted);
  });
});
