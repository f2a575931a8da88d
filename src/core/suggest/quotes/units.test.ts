import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis';
import { Vocabulary } from '../vocabulary';
import { SHAPE, unitsOf } from './units';

const read = (text: string) => {
  const units = unitsOf(analyse(text, new Vocabulary()));
  const all = Array.from({ length: units.count }, (_, i) => i);
  return { units, words: all.map((i) => text.slice(units.start[i], units.end[i])) };
};

describe('unitsOf', () => {
  it('reads words and signs in one order', () => {
    expect(read('“Dig!” said Ann’s aunt (70) — twice...').words).toEqual(
      '“|Dig|!|”|said|Ann’s|aunt|(|70|)|—|twice|...'.split('|'),
    );
  });

  it('says what each looks like', () => {
    const { units } = read('“Dig,” said Ann’s NASA aunt: 70 (or so); no.');
    expect(Array.from(units.shape.subarray(0, units.count))).toEqual([
      SHAPE.opener,
      SHAPE.title,
      SHAPE.comma,
      SHAPE.closer,
      SHAPE.lower,
      SHAPE.owner,
      SHAPE.capitals,
      SHAPE.lower,
      SHAPE.colon,
      SHAPE.number,
      SHAPE.bracket,
      SHAPE.lower,
      SHAPE.lower,
      SHAPE.bracket,
      SHAPE.semicolon,
      SHAPE.lower,
      SHAPE.stop,
    ]);
  });

  it('knows the quote, sentence and paragraph of each', () => {
    const { units } = read('He said “no”. She left.\nAll did.');
    const list = (array: ArrayLike<number>) => Array.from(array).slice(0, units.count).join(' ');
    expect(list(units.quoted)).toBe('-1 -1 0 0 0 -1 -1 -1 -1 -1 -1 -1');
    expect(list(units.sentence)).toBe('0 0 0 0 0 0 1 1 1 2 2 2');
    expect(list(units.paragraph)).toBe('0 0 0 0 0 0 0 0 0 1 1 1');
    expect([...units.sentenceFrom]).toEqual([0, 6, 9, 12]);
    expect([units.quoteFrom[0], units.quoteTo[0]]).toEqual([2, 4]);
  });
});
