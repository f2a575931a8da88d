import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapToGraphemes } from '../text/boundaries';
import { compareSpans } from '../text/spans';
import { analysePair } from './analysis';
import { suggestPassages } from './passages';

const passagesOf = (left: string, right: string) => {
  const pair = analysePair(left, right);
  return suggestPassages(pair.left, pair.right);
};

const FERRY = [
  'The night ferry to the northern islands was stopped on Tuesday after the crew smelled smoke below deck.',
  'Forty passengers waited in the saloon while engineers searched the generator room for the source.',
  'The captain, Ines Albrecht, said a pump had overheated and that nobody had been in danger.',
  'The harbour authority promised a report before the end of the month.',
];
const GARDEN = [
  'Volunteers planted three hundred pear trees along the old railway line over the weekend.',
  'The orchard belongs to the parish, which bought the land for a symbolic price in spring.',
  'Schools may pick the fruit from the third year on, according to the chairwoman of the society.',
  'A beekeeper from the valley has offered to place twelve hives between the rows.',
];
const MARKET = [
  'Shares of the cement maker fell sharply when its largest customer delayed a bridge contract.',
  'Analysts had expected a small profit for the quarter and were told of a loss instead.',
  'The board will meet on Friday to discuss whether the dividend can be paid.',
  'Two of the five kilns have been cold since the middle of winter.',
];
const MUSEUM = [
  'A clay tablet that had lain unread in a drawer for ninety years turned out to be a recipe.',
  'Curators at the museum asked a baker to try it, and the loaf was served at the opening.',
  'The script names barley, onions and a spice that no dictionary lists.',
];
const text = (...parts: readonly (readonly string[])[]) => parts.flat().join(' ');

describe('suggestPassages', () => {
  it('finds a copied stretch to the letter, its full stop included', () => {
    const left = text(GARDEN, FERRY, MARKET);
    const right = text(MUSEUM, FERRY);
    const [found, ...others] = passagesOf(left, right);
    expect(others).toEqual([]);
    expect(left.slice(found?.left.start, found?.left.end)).toBe(text(FERRY));
    expect(right.slice(found?.right.start, found?.right.end)).toBe(text(FERRY));
    expect(found?.score).toBeCloseTo(1, 1);
  });

  it('finds a copied stretch in another order and across lines', () => {
    const left = text(GARDEN, FERRY, MARKET);
    const right = `${text(MUSEUM)}\n\n${FERRY.toReversed().join('\n')}`;
    const [found] = passagesOf(left, right);
    expect(left.slice(found?.left.start, found?.left.end)).toBe(text(FERRY));
    expect(right.slice(found?.right.start, found?.right.end)).toBe(FERRY.toReversed().join('\n'));
  });

  it('finds a reworded stretch', () => {
    const left = text(GARDEN, FERRY, MARKET);
    const reworded =
      'On Tuesday a night ferry bound for the northern islands had to stop because its crew noticed smoke below deck. ' +
      'While engineers searched the generator room, forty passengers were kept waiting in the saloon. ' +
      'Captain Ines Albrecht said that an overheated pump was to blame and nobody was in danger.';
    const right = `${text(MUSEUM)} ${reworded}`;
    const [found] = passagesOf(left, right);
    expect(left.slice(found?.left.start, found?.left.end)).toContain('Forty passengers');
    expect(right.slice(found?.right.start, found?.right.end)).toContain('kept waiting');
    expect(found?.score).toBeGreaterThan(0.4);
    expect(found?.score).toBeLessThan(1);
  });

  it('finds several, in the order of the left article', () => {
    const found = passagesOf(text(GARDEN, MUSEUM, FERRY), text(FERRY, MARKET, GARDEN));
    expect(found.map(({ left }) => left.start)).toEqual([0, text(GARDEN, MUSEUM).length + 1]);
  });

  it('finds nothing in articles that have nothing in common', () => {
    expect(passagesOf(text(GARDEN, FERRY), text(MUSEUM, MARKET))).toEqual([]);
  });

  it.each([
    ['nothing', '', ''],
    ['nothing on one side', text(FERRY), ''],
    ['white space and marks', ' \n\t …', '—'],
    ['one word', 'Rain', 'Rain'],
  ])('finds nothing in %s', (_, left, right) => {
    expect(passagesOf(left, right)).toEqual([]);
  });

  it('takes two equal articles of two sentences for one passage', () => {
    const both = text(FERRY.slice(0, 2));
    const span = { start: 0, end: both.length };
    expect(passagesOf(both, both)).toEqual([{ left: span, right: span, score: 1 }]);
  });

  it('finds the same passages in the mirrored pair', () => {
    const sentence = fc.constantFrom(...FERRY, ...GARDEN, ...MARKET, ...MUSEUM);
    const article = fc.array(sentence, { maxLength: 14 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(article, article, (left, right) => {
        const mirrored = passagesOf(right, left)
          .map((passage) => ({ ...passage, left: passage.right, right: passage.left }))
          .toSorted((a, b) => compareSpans(a.left, b.left) || compareSpans(a.right, b.right));
        expect(mirrored).toEqual(passagesOf(left, right));
      }),
    );
  });

  it('keeps to the text, whole graphemes and scores of 0 to 1, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...FERRY,
        '\n',
        '。',
        '👩‍👩‍👧',
        'e\u0301',
        '\ud83d',
        '\u200d',
        'नमस्ते',
        '東京は大きい。',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    const article = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(article, article, (left, right) => {
        for (const [one, other] of [
          [left, right],
          [left, left],
        ] as const) {
          const found = passagesOf(one, other);
          expect(passagesOf(one, other)).toEqual(found);
          for (const passage of found) {
            expect(passage.score).toBeGreaterThanOrEqual(0);
            expect(passage.score).toBeLessThanOrEqual(1);
            for (const [article_, span] of [
              [one, passage.left],
              [other, passage.right],
            ] as const) {
              expect(span.start).toBeLessThan(span.end);
              expect(span.end).toBeLessThanOrEqual(article_.length);
              expect(snapToGraphemes(article_, span)).toEqual(span);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['one word', 'word '.repeat(200_000)],
    ['one sentence', `${FERRY[0] as string} `.repeat(10_000)],
    ['four sentences', `${text(FERRY)} `.repeat(2_500)],
    ['one sign', '。'.repeat(500_000)],
    ['lone surrogates', '\ud83d'.repeat(500_000)],
  ])('ends before the test is given up on a megabyte of %s', (_, endless) => {
    passagesOf(endless, endless);
  });
});
