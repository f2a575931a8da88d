import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSpans } from '../text/spans';
import { analysePair, type Analysis } from './analysis';
import { findPartners, suggestLinks } from './links';
import type { SuggestedLink } from './suggestions';

const LEFT = `Harbour bridge to close for repairs

The old harbour bridge in Kiev will be closed for eleven months from Monday, the transport ministry announced.

“We cannot put lives at risk for the sake of convenience,” Minister Olena Marchuk told reporters. The repairs will cost 40 million euros, according to the ministry.

Shop owners near the quay fear that they will lose customers during the works.`;
const RIGHT = `Kyiv shuts its harbour bridge for eleven months

Local football fans celebrated the third victory of the season on Sunday.

Repairs costing 40 million euros begin next week, the ministry said. Marchuk, the minister, defended the closure: "We cannot put lives at risk for the sake of convenience."

The transport ministry announced that the old harbour bridge will be closed for eleven months from Monday.`;

const link = (left: string, right: string) => {
  const pair = analysePair(left, right);
  return suggestLinks(pair.left, pair.right);
};

const mirrored = (links: readonly SuggestedLink[]) =>
  links
    .map(({ left, right, kind, tag, score }) => ({ left: right, right: left, kind, tag, score }))
    .toSorted((x, y) => compareSpans(x.left, y.left) || compareSpans(x.right, y.right));

const bare = (links: readonly SuggestedLink[]) =>
  links.map(({ left, right, kind, tag, score }) => ({ left, right, kind, tag, score }));

describe('suggestLinks', () => {
  const links = link(LEFT, RIGHT);
  const texts = links.map(({ left, right, ...rest }) => ({
    ...rest,
    left: LEFT.slice(left.start, left.end),
    right: RIGHT.slice(right.start, right.end),
  }));

  it('finds a quotation told in both, with its marks, though the marks differ', () => {
    expect(texts).toContainEqual(
      expect.objectContaining({
        kind: 'verbatim',
        tag: 'quote',
        left: expect.stringContaining('We cannot put lives at risk') as string,
        right: expect.stringContaining('for the sake of convenience') as string,
      }),
    );
  });

  it('finds a reordered sentence, whatever the spelling of names', () => {
    const found = texts.find(
      ({ left, right }) =>
        left.includes('eleven months from') && right.includes('eleven months from'),
    );
    expect(found).toBeDefined();
    expect(found?.words).toContain('bridge');
  });

  it('links nothing to what only one side says', () => {
    expect(texts.some(({ right }) => right.includes('football'))).toBe(false);
    expect(texts.some(({ left }) => left.includes('Shop owners'))).toBe(false);
  });

  it('finds nothing between texts that share nothing, and nothing in empty ones', () => {
    expect(
      link('Snow fell on the hills all night.', 'Markets closed higher after the vote.'),
    ).toEqual([]);
    expect(link('', '')).toEqual([]);
    expect(link(LEFT, '')).toEqual([]);
  });

  it('gives the same for the same texts, and mirrors when they are swapped', () => {
    expect(link(LEFT, RIGHT)).toEqual(links);
    expect(bare(link(RIGHT, LEFT))).toEqual(mirrored(links));
  });
});

const WORDS =
  'the a of in minister bridge closed closing repairs said that will “ ” " , . ! and million 40 euros Kiev Kyiv city ' +
  'council voted against for new tunnel not he she announced Monday protest 😀 naïve\u0301 中 文 \ud800 \n';
const prose = fc
  .array(fc.constantFrom(...WORDS.split(' ')), { maxLength: 120 })
  .map((words) => words.join(' '));

describe('suggestLinks, whatever the texts', () => {
  it('mirrors when the sides are swapped', () => {
    fc.assert(
      fc.property(prose, prose, (left, right) => {
        expect(bare(link(right, left))).toEqual(mirrored(link(left, right)));
      }),
      { numRuns: 150 },
    );
  });

  it('mirrors a text beside itself', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const links = link(text, text);
        expect(mirrored(links)).toEqual(bare(links));
      }),
      { numRuns: 60 },
    );
  });

  it('stays inside one paragraph of each text and cuts no word', () => {
    fc.assert(
      fc.property(prose, prose, (left, right) => {
        const pair = analysePair(left, right);
        for (const found of suggestLinks(pair.left, pair.right)) {
          expectSound(pair.left, found.left);
          expectSound(pair.right, found.right);
          expect(found.score).toBeGreaterThan(0);
          expect(found.score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('ends soon on a megabyte of one letter, and on a megabyte of prose', () => {
    const letter = 'a'.repeat(1_000_000);
    const spaced = 'a '.repeat(500_000);
    const sentence = (i: number) =>
      `Officer ${i % 997} reported ${i} crates of ${'oranges apples pears plums'.split(' ')[i % 4]} near gate ${i % 31}. `;
    const long = Array.from(
      { length: 18_000 },
      (_, i) => sentence(i) + (i % 5 === 0 ? '\n' : ''),
    ).join('');
    link(letter, letter);
    link(spaced, spaced);
    link(long, long.slice(500));
  }, 60_000);
});

function expectSound(article: Analysis, { start, end }: { start: number; end: number }): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThan(start);
  expect(end).toBeLessThanOrEqual(article.text.length);
  expect(article.text.slice(start, end)).not.toContain('\n');
  const { tokens } = article;
  for (let i = 0; i < tokens.count; i++) {
    const from = tokens.start[i] as number;
    const to = tokens.end[i] as number;
    expect(start > from && start < to).toBe(false);
    expect(end > from && end < to).toBe(false);
  }
}

describe('findPartners', () => {
  const pair = analysePair(LEFT, RIGHT);
  const span = (text: string, words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };

  it('gives the best partner of a span first and leaves the span as it is', () => {
    const chosen = span(LEFT, 'The repairs will cost 40 million euros');
    const [best] = findPartners(pair, 'left', chosen);
    expect(best?.left).toEqual(chosen);
    expect(RIGHT.slice(best?.right.start, best?.right.end)).toContain(
      'Repairs costing 40 million euros',
    );
  });

  it('does so from the other side', () => {
    const chosen = span(RIGHT, 'Kyiv shuts its harbour bridge');
    const [best] = findPartners(pair, 'right', chosen);
    expect(best?.right).toEqual(chosen);
    expect(LEFT.slice(best?.left.start, best?.left.end)).toContain('harbour bridge');
  });

  it('gives weak partners rather than none, best first, and no more than asked for', () => {
    const found = findPartners(pair, 'left', span(LEFT, 'to close for repairs'), 3);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(3);
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((x, y) => y - x));
  });

  it('gives none for a span without words', () => {
    expect(findPartners(pair, 'left', span(LEFT, '\n\n'))).toEqual([]);
  });
});
