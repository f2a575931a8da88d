import { describe, expect, test } from 'vitest';
import { graphemeEnd, graphemeStart, sentenceSelection, snapSelection } from './boundaries';

const FAMILY = '👩‍👩‍👧';
const TEXT = `ab\n  \ne\u0301${FAMILY}c\n`;
const E = TEXT.indexOf('e');
const C = TEXT.indexOf('c');

describe('grapheme clusters, paragraph by paragraph', () => {
  test.each([
    ['on within a word', 0, true, 1],
    [
      'from the last of a paragraph to the first of the next, past a line of white space',
      1,
      true,
      E,
    ],
    ['on over a letter and its accent', E, true, E + 2],
    ['on over joined emoji', E + 2, true, C],
    ['nowhere from the last', C, true, C],
    ['back over joined emoji', C, false, E + 2],
    ['back to the paragraph before', E, false, 1],
    ['nowhere from the first', 0, false, 0],
  ])('%s', (_name, offset, forward, start) => {
    expect(graphemeStart(TEXT, offset, forward)).toBe(start);
  });
  test.each([
    ['of a letter', 0, 1],
    ['of joined emoji', E + 2, C],
    ['at the end of a paragraph: of the next one’s first', 2, E + 2],
    ['of the last', C, C + 1],
    ['beyond the last', C + 1, TEXT.length],
  ])('the end %s', (_name, offset, end) => {
    expect(graphemeEnd(TEXT, offset)).toBe(end);
  });
});

describe('selecting sentences', () => {
  const text = 'One is here. Two is too.\n\nThree ends it.';
  const [one, two, three] = [0, text.indexOf('Two'), text.indexOf('Three')];
  const said = (offset: number, selected: { start: number; end: number } | null) => {
    const span = sentenceSelection(text, offset, selected);
    return span && text.slice(span.start, span.end);
  };
  test.each([
    ['the one at the offset', 3, null, 'One is here.'],
    ['a part of one grows to it', 3, { start: 0, end: 3 }, 'One is here.'],
    ['a whole one takes the next', 3, { start: one, end: 12 }, 'One is here. Two is too.'],
    ['two take the third, in the next paragraph', 3, { start: one, end: three - 2 }, text],
    ['the last stays', 40, { start: two, end: text.length }, text.slice(two)],
  ])('%s', (_name, offset, selected, sentence) => {
    expect(said(offset, selected)).toBe(sentence);
  });
  test('in a text without words there is none', () => {
    expect(sentenceSelection('\n \n', 0, null)).toBeNull();
  });
});

test.each([
  ['whole words', { start: 1, end: 6 }, false, 'some words'],
  ['exact ends', { start: 1, end: 6 }, true, 'ome w'],
  ['exact ends keep white space', { start: 0, end: 5 }, true, 'some '],
  ['a cluster is never split', { start: 11, end: 12 }, true, FAMILY],
  ['white space alone is nothing', { start: 4, end: 5 }, true, null],
  ['nor are words found in it', { start: 4, end: 5 }, false, null],
])('%s', (_name, span, exact, expected) => {
  const text = `some words ${FAMILY}`;
  const snapped = snapSelection(text, span, exact);
  expect(snapped && text.slice(snapped.start, snapped.end)).toBe(expected);
});
