import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from './analysis';
import { scoreSentences } from './claims';
import { readUnits, unitOf } from './claims/units';
import { Vocabulary } from './vocabulary';

const scored = (text: string, furniture: readonly boolean[] = []) =>
  scoreSentences(analyse(text, new Vocabulary()), furniture);
const score = (sentence: string) =>
  Math.max(...scored(sentence).map(({ checkworthiness }) => checkworthiness));

const units = (text: string) => {
  const article = analyse(text, new Vocabulary());
  const read: string[] = [];
  readUnits(
    article,
    { start: 0, end: text.length, paragraph: 0, from: 0, to: article.tokens.count },
    ({ word }, group) => read.push(word === group ? word : `${word}/${group}`),
  );
  return read.join(' ');
};

describe('scoreSentences', () => {
  it.each([
    ['Unemployment rose by 12 percent in 2009.', 'I hope it will get better.'],
    ['We cut taxes for 3 million families last year.', 'We will do that.'],
    ['The senator voted against the bill five times.', 'The senator is a nice man, I think.'],
    ['Exports to China fell by $40 billion.', 'What do you think about exports?'],
    ['Crime has doubled in the last four years.', 'Thank you very much.'],
    ['They spent $2 billion on the war in 2003.', 'They should spend less.'],
  ])('finds %j more worth checking than %j', (claim, talk) => {
    expect(score(claim)).toBeGreaterThan(0.5);
    expect(score(talk)).toBeLessThan(0.5);
  });

  it('leaves the furniture out', () => {
    const text = 'One fell. Two rose.\nRead more\nThree stood.';
    expect(
      scored(text, [false, true, false]).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['One fell.', 'Two rose.', 'Three stood.']);
  });

  it('scores a sentence alike wherever it stands', () => {
    const alone = score('Exports fell by 40 percent.');
    const [, second] = scored('It rained.\nExports fell by 40 percent.');
    expect(second?.checkworthiness).toBe(alone);
  });

  it('gives every sentence of any text a score from 0 to 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const article = analyse(text, new Vocabulary());
        const found = scoreSentences(article, []);
        expect(found).toHaveLength(article.sentences.length);
        for (const { start, end, checkworthiness } of found) {
          expect(start).toBeLessThan(end);
          expect(checkworthiness).toBeGreaterThanOrEqual(0);
          expect(checkworthiness).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it.each(['a', 'a ', '.', '-', '$', '…', '“', '1', '漢', '\ud83d'])(
    'ends before the test is given up with many of %j',
    (unit) => {
      const article = analyse(unit.repeat(300_000 / unit.length), new Vocabulary());
      scoreSentences(article, []);
    },
  );
});

describe('readUnits', () => {
  it.each([
    ['He doubled 1,200 jobs.', 'he doubled/~ed #B jobs/~s .'],
    ["It's the U.S. in 1984 - 3.5% more!", "it 's the u.s./@C . in #Y -- #D % more !"],
    ['Ask Jane and NATO now…', 'ask/~ jane/@C and nato/@A now ...'],
    ['“Twelve,” $12 (12th)?', '" twelve/#W , " $ #S ( #O ) ?'],
    ['We don’t pay €5.', "we don't pay/~ $ #S ."],
  ])('of %j', (text, wanted) => expect(units(text)).toBe(wanted));

  it.each([
    ['quickly', '~ly'],
    ['1990s', '#T'],
    ['100', '#N'],
    ['3rd', '#O'],
    ['2x', '#X'],
    ['would', 'would'],
    ['bed', '~'],
  ])('puts %j into the group %j', (word, group) => expect(unitOf(word).group).toBe(group));
});
