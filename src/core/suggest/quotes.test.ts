import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unicodeText } from '../testing/arbitraries';
import { snapToGraphemes } from '../text/boundaries';
import type { Span } from '../text/quote-selector';
import { analyse } from './analysis';
import { suggestQuotes } from './quotes';
import { Vocabulary } from './vocabulary';

/** What is found in a text, each as: kind, content, speaker, cue. */
function quotesIn(text: string) {
  const part = (span: Span | null) => span && text.slice(span.start, span.end);
  return suggestQuotes(analyse(text, new Vocabulary())).map((quote) => [
    quote.kind,
    part(quote),
    part(quote.speaker),
    part(quote.cue),
  ]);
}

describe('suggestQuotes', () => {
  it.each([
    [
      '"The bridge is safe," Mayor Anna Reyes said.',
      ['direct', '"The bridge is safe,"', 'Mayor Anna Reyes', 'said'],
    ],
    [
      'Mayor Anna Reyes said: “The bridge is safe.”',
      ['direct', '“The bridge is safe.”', 'Mayor Anna Reyes', 'said'],
    ],
    ["'The well is dry,' the mayor said.", ['direct', "'The well is dry,'", 'the mayor', 'said']],
    [
      'The minister said that the bridge would stay closed until Friday.',
      ['indirect', 'that the bridge would stay closed until Friday', 'The minister', 'said'],
    ],
    [
      'The bridge will stay closed until Friday, the minister said.',
      ['indirect', 'The bridge will stay closed until Friday', 'the minister', 'said'],
    ],
    [
      'According to the police, two boats sank near the pier.',
      ['indirect', 'two boats sank near the pier', 'the police', 'According to'],
    ],
    [
      'Reyes believes the repairs will take a year.',
      ['indirect', 'the repairs will take a year', 'Reyes', 'believes'],
    ],
    [
      'The engineer said the dam was “old but sound” and would hold.',
      ['mixed', 'the dam was “old but sound” and would hold', 'The engineer', 'said'],
    ],
  ])('finds who says what: %s', (text, wanted) => {
    expect(quotesIn(text)).toEqual([wanted]);
  });

  it('takes a quote that is broken off by its cue as one, of one speaker', () => {
    const text = '"The bridge is safe," she said. "We checked it twice this spring."';
    expect(quotesIn(text)).toEqual([['direct', text, 'she', 'said']]);
  });

  it('gives what follows without a cue of its own to the same speaker', () => {
    const text =
      'Reyes spoke on Monday.\n\n"We will rebuild," she said.\n\n' +
      '"We will rebuild every house on this street before the winter comes again."\n\nThe street lay quiet.';
    expect(quotesIn(text).map(([, content, speaker]) => [content, speaker])).toEqual([
      ['"We will rebuild,"', 'she'],
      ['"We will rebuild every house on this street before the winter comes again."', 'she'],
    ]);
  });

  it('takes a quote of several paragraphs as one', () => {
    const text = 'He said: “First we dig.\n\n“Then we drink.\n\n“Then we rest.”';
    expect(quotesIn(text)).toEqual([
      ['direct', '“First we dig.\n\n“Then we drink.\n\n“Then we rest.”', 'He', 'said'],
    ]);
  });

  it('leaves a nested quote in the one around it', () => {
    const text = '“My aunt told me ‘never dig at noon’ and she was right,” Reyes said.';
    expect(quotesIn(text)).toEqual([
      ['direct', '“My aunt told me ‘never dig at noon’ and she was right,”', 'Reyes', 'said'],
    ]);
  });

  it.each([
    ['„Der Brunnen ist leer“, sagte die Bürgermeisterin am Montag.', '„Der Brunnen ist leer“'],
    ['« Le puits est vide », a déclaré le maire.', '« Le puits est vide »'],
    ['Dijo el alcalde: «El pozo está seco desde mayo».', '«El pozo está seco desde mayo»'],
    ['»Brønden er tom,« sagde borgmesteren.', '»Brønden er tom,«'],
    ['彼は「井戸は空だ」と言った。', '「井戸は空だ」'],
    ['彼女は『明日また来る』と書いた。', '『明日また来る』'],
  ])('finds direct quotes in the marks of other languages: %s', (text, wanted) => {
    expect(quotesIn(text).map(([kind, content]) => [kind, content])).toEqual([['direct', wanted]]);
  });

  it('relies on marks alone in an article that is not English', () => {
    const text =
      'Der Brunnen im Dorf ist seit Mai leer, und niemand weiß, wann er wieder Wasser führt. ' +
      '"Wir graben seit Tagen tiefer", sagte Anna Weber. Sie nannte ihn "tot".';
    expect(quotesIn(text)).toEqual([['direct', '"Wir graben seit Tagen tiefer"', null, null]]);
  });

  it('does not take names and words in quote marks for quotes', () => {
    expect(quotesIn('They sell "fresh" bread. The film "Night Train" opens today.')).toEqual([]);
  });

  it('finds nothing in nothing', () => {
    expect(quotesIn('')).toEqual([]);
    expect(quotesIn(' \n\n“')).toEqual([]);
  });

  const signs = fc.constantFrom(
    ...'“|”|"|\'|‘|’|„|«|»|「|」|said|that|The mayor|he|according to|,|.|:|\n\n|e\u0301|👩‍🚒|\u0301|\ud83d| '.split(
      '|',
    ),
  );
  const text = fc.oneof(
    unicodeText,
    fc.array(signs, { maxLength: 60 }).map((list) => list.join(' ')),
    fc.array(signs, { maxLength: 60 }).map((list) => list.join('')),
  );

  it('gives spans in the text that split no grapheme cluster, and the same ones each time', () => {
    fc.assert(
      fc.property(text, (any) => {
        const found = suggestQuotes(analyse(any, new Vocabulary()));
        for (const quote of found) {
          for (const span of [quote, quote.speaker ?? quote, quote.cue ?? quote]) {
            const { start, end } = span;
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(any.length);
            expect(snapToGraphemes(any, { start, end })).toEqual({ start, end });
          }
          expect(quote.score).toBeGreaterThan(0);
          expect(quote.score).toBeLessThanOrEqual(1);
        }
        expect(suggestQuotes(analyse(any, new Vocabulary()))).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['one letter', 'a', 1_000_000],
    ['one mark', '"', 1_000_000],
    ['opened words', ' “said', 150_000],
    ['cues', 'he said that ', 30_000],
    ['quotes', '“No,” he said. “Go away now.” ', 30_000],
    ['paragraphs of one quote', '“No, we said so.\n', 50_000],
    ['colons', 'a: ', 300_000],
  ])('ends before the test is given up on a long text of %s', (_, piece, times) => {
    const article = analyse(piece.repeat(times), new Vocabulary());
    suggestQuotes(article);
  });
});
