import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unicodeText } from '../testing/arbitraries';
import { snapToGraphemes } from './boundaries';
import { findIn, searchable, type SearchOptions } from './search';

const ANY: SearchOptions = { matchCase: false, wholeWords: false };
const CASE: SearchOptions = { matchCase: true, wholeWords: false };
const WORDS: SearchOptions = { matchCase: false, wholeWords: true };

function found(
  text: string,
  query: string,
  { matchCase, wholeWords }: SearchOptions,
): readonly string[] {
  return findIn(searchable(text, matchCase), query, wholeWords).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('what is found', () => {
  test.each<[string, string, string, SearchOptions, readonly string[]]>([
    ['letters in either case', 'The end. THE end', 'the', ANY, ['The', 'THE']],
    ['letters in this case only', 'The end. THE end', 'The', CASE, ['The']],
    ['a part of a word', 'a thesis on the sea', 'the', ANY, ['the', 'the']],
    ['whole words only', 'a thesis on the sea', 'the', WORDS, ['the']],
    ['a word before an apostrophe', 'Kiev’s talks', 'kiev', WORDS, ['Kiev']],
    ['no word that goes on with a digit', 'G20 and G', 'g', WORDS, ['G']],
    ['no overlap', 'aaaa', 'aa', ANY, ['aa', 'aa']],
    ['a straight apostrophe for a curly one', "don’t, don't", "don't", ANY, ['don’t', "don't"]],
    ['straight quote marks for curly ones', '“seize it”', '"seize it"', ANY, ['“seize it”']],
    ['curly for straight', 'say "no"', '“no”', ANY, ['"no"']],
    [
      'a space for any white space',
      'peace \n\n\u00A0talks',
      'peace talks',
      ANY,
      ['peace \n\n\u00A0talks'],
    ],
    ['white space for a space', 'peace talks', 'peace \n talks', ANY, ['peace talks']],
    ['nothing for white space alone', 'a b', '  ', ANY, []],
    ['nothing for nothing', 'a b', '', ANY, []],
    ['ß for ss', 'Straße, STRASSE', 'strasse', ANY, ['Straße', 'STRASSE']],
    ['ß and ẞ for each other', 'straße STRAẞE', 'STRAẞE', ANY, ['straße', 'STRAẞE']],
    ['not half of ß', 'ß', 's', ANY, []],
    ['the whole of ß before more', 'ßs', 'sss', ANY, ['ßs']],
    ['ß as itself in this case', 'Straße Strasse', 'straße', CASE, []],
    [
      'every i of Turkish',
      'İstanbul ıstanbul Istanbul',
      'istanbul',
      ANY,
      ['İstanbul', 'ıstanbul', 'Istanbul'],
    ],
    ['a final sigma', 'ΟΔΟΣ οδος', 'οδοσ', ANY, ['ΟΔΟΣ', 'οδος']],
    ['a ligature', 'an oﬃce', 'office', ANY, ['oﬃce']],
    ['é however it is typed', 'café cafe\u0301', 'CAFÉ', ANY, ['café', 'cafe\u0301']],
    ['no e under an accent', 'cafe\u0301', 'cafe', ANY, []],
    ['offsets beyond what folds longer', 'ßİ𝒳 end', 'END', ANY, ['end']],
    ['an emoji', 'a 👍🏽 b 👍', '👍', ANY, ['👍']],
    ['not a part of a family', '👨‍👩‍👧', '👩', ANY, []],
    ['not half of two flags', '🇫🇷🇩🇪', '🇷🇩', ANY, []],
    ['a word with a soft hyphen', 'nego\u00ADtiate', 'negotiate', ANY, ['nego\u00ADtiate']],
    ['words of a script without spaces', '東京都の記者', '東京', WORDS, ['東京']],
    ['Hebrew', 'שלום עולם', 'עולם', WORDS, ['עולם']],
    ['not a part of a Korean syllable', '각 가', '가', ANY, ['가']],
  ])('%s', (_name, text, query, options, expected) => {
    expect(found(text, query, options)).toEqual(expected);
  });
});

test('matches stand in order, apart, on grapheme boundaries; and what a text says is found in it', () => {
  const place = fc.tuple(fc.nat(), fc.nat(40));
  fc.assert(
    fc.property(unicodeText, place, fc.boolean(), (text, [from, length], matchCase) => {
      const start = from % (text.length + 1);
      const end = Math.min(text.length, start + length);
      const { start: first, end: last } = snapToGraphemes(text, { start, end });
      const query = text.slice(first, last);
      const matches = findIn(searchable(text, matchCase), query, false);
      expect(matches.length > 0).toBe(query.trim() !== '');
      let before = 0;
      for (const match of matches) {
        expect(match.start).toBeGreaterThanOrEqual(before);
        expect(match.end).toBeGreaterThan(match.start);
        expect(snapToGraphemes(text, match)).toEqual(match);
        before = match.end;
      }
    }),
    { numRuns: 500 },
  );
});
