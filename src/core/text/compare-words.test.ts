import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkKind } from './compare-words';

describe('linkKind', () => {
  it.each([
    { left: 'The bridge is open.', right: 'The bridge is open.', wanted: 'verbatim' },
    { left: 'The bridge is open.', right: '“the BRIDGE is open”', wanted: 'verbatim' },
    { left: 'It doesn’t work', right: "It doesn't work!", wanted: 'verbatim' },
    { left: 'one\ntwo', right: 'one  two', wanted: 'verbatim' },
    { left: 'well-known', right: 'well known', wanted: 'verbatim' },
    { left: 'МОСТ открыт', right: 'мост открыт', wanted: 'verbatim' },
    { left: 'a b c', right: 'c b a', wanted: 'near' },
    // 2 · 7 shared of 10 + 10 words is .7, which is near; 6 of them is not.
    { left: 'a b c d e f g h i j', right: 'a b c d e f g 1 2 3', wanted: 'near' },
    { left: 'a b c d e f g h i j', right: 'a b c d e f 0 1 2 3', wanted: 'reworded' },
    // A word counts as often as it stands in both.
    { left: 'no no no no', right: 'no yes yes yes', wanted: 'reworded' },
    { left: 'doesn’t', right: 'does', wanted: 'reworded' },
    { left: '12 dead', right: '13 dead', wanted: 'reworded' },
    { left: 'The bridge opened', right: 'A crossing was inaugurated', wanted: 'reworded' },
    { left: 'words', right: '…', wanted: 'reworded' },
    { left: '…', right: ' … ', wanted: 'verbatim' },
    { left: '…', right: '!', wanted: 'reworded' },
    { left: '', right: '', wanted: 'verbatim' },
  ])('finds “$left” and “$right” $wanted', ({ left, right, wanted }) => {
    expect(linkKind(left, right)).toBe(wanted);
  });

  it('does not depend on the side, and finds every text verbatim to itself', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'c', 'Don’t', '7', 'мост', '!'), { maxLength: 12 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(words, words, (left, right) => {
        expect(linkKind(left, right)).toBe(linkKind(right, left));
        expect(linkKind(left, `“${left.toUpperCase()}”`)).toBe(
          /[a-z\d]/i.test(left) || left.includes('мост') ? 'verbatim' : 'reworded',
        );
        expect(linkKind(left, left)).toBe('verbatim');
      }),
    );
  });
});
