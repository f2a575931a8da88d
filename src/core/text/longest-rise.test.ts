import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestRise, type Tie } from './longest-rise';

const ties = (...pairs: readonly (readonly [number, number])[]): readonly Tie[] =>
  pairs.map(([left, right]) => ({ left, right }));

test.each<[string, readonly Tie[], readonly Tie[]]>([
  ['nothing of nothing', [], []],
  ['all that rise, in order', ties([5, 6], [1, 2]), ties([1, 2], [5, 6])],
  [
    'without a part that was moved',
    ties([1, 1], [2, 9], [3, 3], [4, 4]),
    ties([1, 1], [3, 3], [4, 4]),
  ],
  ['one of those that share an end', ties([1, 1], [1, 2], [2, 2]), ties([1, 1], [2, 2])],
  ['one of those that cross', ties([1, 3], [2, 2], [3, 1]), ties([3, 1])],
])('%s', (_name, given, expected) => {
  expect(longestRise(given)).toEqual(expected);
});

test('it goes through the tie that it is to go through', () => {
  const all = ties([1, 1], [2, 9], [3, 3], [4, 4]);
  expect(longestRise(all, all[1])).toEqual(ties([1, 1], [2, 9]));
});

test('it rises on both sides and is as long as any choice that does', () => {
  const few = fc.array(fc.record({ left: fc.nat(8), right: fc.nat(8) }), { maxLength: 8 });
  fc.assert(
    fc.property(few, (all) => {
      const rise = longestRise(all);
      expect(isRise(rise)).toBe(true);
      let longest = 0;
      for (let choice = 0; choice < 1 << all.length; choice++) {
        const chosen = all
          .filter((_tie, index) => (choice >> index) & 1)
          .toSorted((a, b) => a.left - b.left);
        if (isRise(chosen)) longest = Math.max(longest, chosen.length);
      }
      expect(rise).toHaveLength(longest);
    }),
  );
});

function isRise(chosen: readonly Tie[]): boolean {
  return chosen.every(({ left, right }, index) => {
    const before = chosen[index - 1];
    return !before || (before.left < left && before.right < right);
  });
}
