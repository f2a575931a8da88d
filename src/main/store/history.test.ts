import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysToRemove } from './history';

const dayOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

describe('daysToRemove', () => {
  it('keeps seven days, and one day of each of four weeks before', () => {
    const days = Array.from({ length: 60 }, (_, index) => dayOf(19_900 + index));
    const removed = daysToRemove(days, dayOf(19_959));
    const kept = days.filter((day) => !removed.includes(day));
    expect(kept).toHaveLength(11);
    expect(kept.slice(-7)).toEqual(days.slice(-7));
    const gaps = kept.slice(0, 4).map((day) => new Date(day).getUTCDay());
    // The newest day of each whole week is its Sunday.
    expect(gaps.slice(0, 3)).toEqual([0, 0, 0]);
  });

  it('removes nothing from few days, however far apart', () => {
    expect(daysToRemove([], '2024-01-01')).toEqual([]);
    expect(daysToRemove(['2024-01-01', '2034-01-01', '2014-01-01'], '2024-01-01')).toEqual([]);
  });

  it.each([
    { name: 'ahead', wrong: 23_000, kept: 22 },
    { name: 'behind', wrong: 16_000, kept: 11 },
  ])('keeps the days of a right clock when it was $name for a month', ({ wrong, kept }) => {
    const right = Array.from({ length: 60 }, (_, index) => 19_900 + index);
    const month = Array.from({ length: 30 }, (_, index) => wrong + index);
    let days: readonly string[] = [];
    for (const number of [...right.slice(0, 30), ...month, ...right.slice(30)]) {
      days = [...days, dayOf(number)];
      const removed = daysToRemove(days, dayOf(number));
      days = days.filter((day) => !removed.includes(day));
    }
    expect(days).toHaveLength(kept);
    expect(days).toEqual(expect.arrayContaining(right.slice(-7).map(dayOf)));
  });

  it('keeps the newest, and nothing comes back when it is asked day by day', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 80 }),
        (numbers) => {
          let days: readonly string[] = [];
          for (const number of numbers.toSorted((a, b) => a - b)) {
            days = [...days, dayOf(number)];
            const removed = daysToRemove(days, dayOf(number));
            expect(removed).not.toContain(dayOf(number));
            days = days.filter((day) => !removed.includes(day));
            expect(days.length).toBeLessThanOrEqual(11);
          }
        },
      ),
    );
  });
});
