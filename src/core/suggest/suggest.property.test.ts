import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapToGraphemes } from '../text/boundaries';
import type { Span } from '../text/quote-selector';
import { unicodeText } from '../testing/arbitraries';
import { suggest } from './suggest';
import type { SuggestedLink, Suggestions } from './suggestions';

// News-like texts: sentences of a small vocabulary, so that the two articles share some.
const word = fc.constantFrom(
  ...'The the minister police said that bridge closed Friday Kyiv Kiev 31,000 cars “never again” she told reporters injured two people'.split(
    ' ',
  ),
);
const sentence = fc
  .array(word, { minLength: 3, maxLength: 14 })
  .map((words) => `${words.join(' ')}.`);
const news = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  .map((paragraphs) => paragraphs.map((each) => each.join(' ')).join('\n\n'));
const anyText = fc.oneof(
  news,
  unicodeText,
  fc.tuple(news, unicodeText).map(([a, b]) => a + b),
);

function spansOf(found: Suggestions, side: 'left' | 'right'): readonly Span[] {
  return [
    ...found.links.map((link) => link[side]),
    ...found.passages.map((passage) => passage[side]),
    ...found.quotes[side].flatMap((quote) => [quote, quote.speaker ?? quote, quote.cue ?? quote]),
    ...found.sentences[side],
    ...found.furniture[side],
  ];
}

const RUNS = { numRuns: 150 };

describe('suggest', () => {
  it('never leaves the text, is never empty and splits no grapheme cluster', () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        const found = suggest(left, right);
        for (const [side, text] of [
          ['left', left],
          ['right', right],
        ] as const)
          for (const { start, end } of spansOf(found, side)) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(snapToGraphemes(text, { start, end })).toEqual({ start, end });
          }
      }),
      RUNS,
    );
  });

  it('gives scores of 0..1', () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        const { links, passages, quotes, sentences } = suggest(left, right);
        const scores = [
          ...[...links, ...passages, ...quotes.left].map(({ score }) => score),
          ...sentences.left.map(({ checkworthiness }) => checkworthiness),
        ];
        for (const score of scores) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
      RUNS,
    );
  });

  it('proposes the same for the same texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        const first = suggest(left, right);
        suggest(right, left);
        expect(suggest(left, right)).toEqual(first);
      }),
      RUNS,
    );
  });

  it('mirrors its links when the articles change places', () => {
    fc.assert(
      fc.property(news, news, (left, right) => {
        const ends = ({ left: a, right: b, kind, tag, score }: SuggestedLink, turned: boolean) => {
          const [x, y] = turned ? [b, a] : [a, b];
          return `${x.start}-${x.end} ${y.start}-${y.end} ${kind} ${tag} ${score.toFixed(9)}`;
        };
        const there = suggest(left, right).links.map((link) => ends(link, false));
        const back = suggest(right, left).links.map((link) => ends(link, true));
        expect(back.toSorted()).toEqual(there.toSorted());
      }),
      RUNS,
    );
  });

  it.each([
    { what: 'one letter', text: 'a'.repeat(1_000_000) },
    { what: 'one word', text: 'word '.repeat(200_000) },
    { what: 'one line of full stops', text: 'A. '.repeat(330_000) },
    { what: 'quote marks', text: '“'.repeat(500_000) + '"'.repeat(500_000) },
    { what: 'line ends', text: '\n'.repeat(1_000_000) },
    { what: 'emoji', text: '👩‍👩‍👧'.repeat(125_000) },
    { what: 'lone surrogates', text: '\ud83d'.repeat(1_000_000) },
  ])(
    'comes to an end with 1 MB of $what',
    ({ text }) => {
      const found = suggest(text, text);
      expect(Array.isArray(found.links)).toBe(true);
    },
    30_000,
  );
});
