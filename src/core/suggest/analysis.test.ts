import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, analysePair, tokenise } from './analysis';
import { Vocabulary } from './vocabulary';

const wordsOf = (text: string) => {
  const { start, end } = tokenise(text, new Vocabulary());
  return Array.from(start, (from, i) => text.slice(from, end[i]));
};

describe('tokenise', () => {
  it.each([
    ['The ferry, late again: gone!', ['The', 'ferry', 'late', 'again', 'gone']],
    ["don’t can't “quoted” 'so'", ['don’t', "can't", 'quoted', 'so']],
    ['3,500 people, 2.5 per cent, 1,2.', ['3,500', 'people', '2.5', 'per', 'cent', '1,2']],
    ['U.S. and U.N. and e.g. this', ['U.S', 'and', 'U.N', 'and', 'e.g', 'this']],
    ['example.com and.then', ['example', 'com', 'and', 'then']],
    ['A12 12b', ['A12', '12b']],
    ['well-known – yes', ['well', 'known', 'yes']],
    ['東京は大きい。', ['東', '京', 'は', '大', 'き', 'い']],
    ['города, e\u0301tude', ['города', 'e\u0301tude']],
    ['😀 smile 𝐀', ['smile']],
    [' \n…—', []],
    ['', []],
  ])('splits %j', (text, wanted) => {
    expect(wordsOf(text)).toEqual(wanted);
  });

  it('cuts endless words', () => {
    expect(wordsOf('a'.repeat(250)).map((word) => word.length)).toEqual([100, 100, 50]);
  });
});

describe('analyse', () => {
  it('gives each sentence its paragraph and words', () => {
    const { paragraphs, sentences, tokens } = analyse(
      'Rain fell. It stopped.\n\n  \nThen sun.',
      new Vocabulary(),
    );
    expect(paragraphs).toEqual([
      { start: 0, end: 22 },
      { start: 27, end: 36 },
    ]);
    expect(sentences).toEqual([
      { start: 0, end: 10, paragraph: 0, from: 0, to: 2 },
      { start: 11, end: 22, paragraph: 0, from: 2, to: 4 },
      { start: 27, end: 36, paragraph: 1, from: 4, to: 6 },
    ]);
    expect(tokens.count).toBe(6);
  });

  it('reads both articles of a pair with one vocabulary', () => {
    const { left, right } = analysePair('Pears fell.', 'A pear.');
    expect(right.vocabulary).toBe(left.vocabulary);
    expect(right.tokens.stem[1]).toBe(left.tokens.stem[0]);
  });

  it('keeps words in order, inside the text, and every word in one sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { tokens, sentences } = analyse(text, new Vocabulary());
        let at = 0;
        for (let i = 0; i < tokens.count; i++) {
          expect(tokens.start[i]).toBeGreaterThanOrEqual(at);
          expect(tokens.end[i]).toBeGreaterThan(tokens.start[i] as number);
          at = tokens.end[i] as number;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        let next = 0;
        for (const { from, to } of sentences) {
          expect(from).toBe(next);
          expect(to).toBeGreaterThanOrEqual(from);
          next = to;
        }
        expect(next).toBe(tokens.count);
      }),
    );
  });
});
