import { describe, expect, it } from 'vitest';
import { MOST_RECENT, without, withOpened, withTitle } from './recent';

const A = { id: 'a', title: 'A' };
const B = { id: 'b', title: 'B' };
const MANY = Array.from({ length: MOST_RECENT }, (_, at) => ({ id: `m${at}`, title: `M ${at}` }));

describe('recent comparisons', () => {
  it.each([
    { before: [], opened: A, after: [A] },
    { before: [A], opened: B, after: [B, A] },
    { before: [A, B], opened: B, after: [B, A] },
    { before: [A], opened: { id: 'a', title: 'New' }, after: [{ id: 'a', title: 'New' }] },
    { before: MANY, opened: A, after: [A, ...MANY.slice(0, -1)] },
    { before: MANY, opened: MANY[4] ?? A, after: [MANY[4], ...MANY.filter((_, at) => at !== 4)] },
  ])('opening $opened.id leads the list', ({ before, opened, after }) => {
    expect(withOpened(before, opened)).toEqual(after);
  });

  it('keeps only what a list shows', () => {
    const opened = { ...A, revision: 4 };
    expect(withOpened([], opened)).toEqual([A]);
  });

  it('takes a new title where the comparison stands', () => {
    expect(withTitle([B, A], { id: 'a', title: 'New' })).toEqual([B, { id: 'a', title: 'New' }]);
  });

  it('is the same list when nothing changes', () => {
    const list = [A, B];
    expect(withTitle(list, A)).toBe(list);
    expect(withTitle(list, { id: 'c', title: 'C' })).toBe(list);
    expect(without(list, 'c')).toBe(list);
  });

  it('forgets a comparison', () => {
    expect(without([A, B], 'a')).toEqual([B]);
  });
});
