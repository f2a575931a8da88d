import { describe, expect, it } from 'vitest';
import { tokenise } from './analysis';
import { foldWord, Vocabulary } from './vocabulary';

describe('foldWord', () => {
  it.each([
    ['Harbour', 'harbour'],
    ['ÉLYSÉE', 'elysee'],
    ['Zoë’s', 'zoe'],
    ["Ines'", 'ines'],
    ['don’t', "don't"],
    ['it’s', 'it'],
    ['3,500', '3500'],
    ['3.5', '3.5'],
    ['a.m', 'am'],
    ['US', 'u.s.'],
    ['U.S', 'u.s.'],
    ['USA', 'u.s.'],
    ['us', 'us'],
    ['U.N', 'un'],
    ['Kiev', 'kyiv'],
    ['Zelenskyy', 'zelensky'],
    ['7', 'seven'],
    ['Straße', 'straße'],
    ['ﬁrst', 'first'],
    ['', ''],
  ])('writes %j as %j', (raw, wanted) => {
    expect(foldWord(raw)).toBe(wanted);
  });

  it('has one form for the spellings of a name', () => {
    expect(foldWord('Kiev')).toBe('kyiv');
    expect(new Set(['Kyiv', 'Kiev', 'KIEV', 'Kiev’s'].map(foldWord)).size).toBe(1);
  });
});

describe('Vocabulary', () => {
  const words = (text: string, vocabulary = new Vocabulary()) => {
    const { word, stem } = tokenise(text, vocabulary);
    return { word: [...word], stem: [...stem], vocabulary };
  };

  it('numbers words and stems in the order in which they are first met', () => {
    const { word, stem, vocabulary } = words('Boats sail. A boat sailed; THE boats.');
    expect(word).toEqual([0, 1, 2, 3, 4, 5, 0]);
    expect(stem).toEqual([0, 1, 2, 0, 1, 3, 0]);
    expect(vocabulary.wordCount).toBe(6);
    expect(vocabulary.stemCount).toBe(4);
    expect(vocabulary.word(0)).toBe('boats');
    expect(vocabulary.stem(0)).toBe('boat');
  });

  it('gives the same numbers whatever was read before or in between', () => {
    const text = 'One pear, two pears and three apples.';
    const first = words(text);
    const other = new Vocabulary();
    words('Apples and pears, pear by pear.', other);
    const second = words(text);
    words('Apples, three.', first.vocabulary);
    expect([second.word, second.stem]).toEqual([first.word, first.stem]);
    expect(words(text, first.vocabulary).word).toEqual(first.word);
    expect(words('apples', other).word).toEqual([0]);
  });

  it('holds many words', () => {
    const all = Array.from({ length: 30_000 }, (_, i) => `w${i.toString(36)}x`);
    const { word, vocabulary } = words(all.join(' '));
    expect(word).toEqual(all.map((_, i) => i));
    expect(words(all.toReversed().join(' '), vocabulary).word).toEqual(word.toReversed());
    expect(all.every((each, i) => vocabulary.word(i) === each)).toBe(true);
  });
});
