import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestApart, type Reach } from './select';

const overlap = (a: Reach, b: Reach) => a.from <= b.to && b.from <= a.to;
const worth = (list: readonly Reach[]) => list.reduce((sum, { gain }) => sum + gain, 0);

/** The most that any choice without overlaps is worth, by trying them all. */
function most(list: readonly Reach[]): number {
  const [first, ...rest] = list;
  if (!first) return 0;
  return Math.max(most(rest), first.gain + most(rest.filter((each) => !overlap(first, each))));
}

describe('bestApart', () => {
  it('takes two that are worth more than the one that holds both', () => {
    const one = { from: 0, to: 9, gain: 5 };
    const two = { from: 0, to: 3, gain: 3 };
    const three = { from: 5, to: 9, gain: 3 };
    expect(bestApart([one, two, three])).toEqual([two, three]);
    expect(bestApart([{ ...one, gain: 7 }, two, three])).toEqual([{ ...one, gain: 7 }]);
  });

  it('leaves out what is worth nothing', () => {
    expect(
      bestApart([
        { from: 0, to: 1, gain: 0 },
        { from: 2, to: 3, gain: -1 },
      ]),
    ).toEqual([]);
  });

  it('is best and without overlaps', () => {
    const reach = fc
      .tuple(fc.nat(20), fc.nat(6), fc.integer({ min: -3, max: 9 }))
      .map(([from, length, gain]) => ({ from, to: from + length, gain }));
    fc.assert(
      fc.property(fc.array(reach, { maxLength: 9 }), (list) => {
        const chosen = bestApart(list);
        expect(worth(chosen)).toBe(most(list.filter(({ gain }) => gain > 0)));
        chosen.forEach((one, i) =>
          expect(chosen.slice(i + 1).some((other) => overlap(one, other))).toBe(false),
        );
      }),
    );
  });
});
