import { describe, expect, it } from 'vitest';
import { guessTitle, headingText } from './guess-title';

const POLITICO = 'Top US general’s comments on peace talks angered Ukraine – Politico';

describe('guessTitle', () => {
  it.each([
    {
      name: 'skips weather and date',
      text: `31.1 C\nSunday, July 14, 2024\n\n${POLITICO}\n\nBody.`,
      wanted: POLITICO,
    },
    {
      name: 'takes the first line',
      text: 'The mayor opened the bridge\nIt rained on Monday.',
      wanted: 'The mayor opened the bridge',
    },
    {
      name: 'allows a date in a title',
      text: 'The mayor opened the bridge on Monday',
      wanted: 'The mayor opened the bridge on Monday',
    },
    {
      name: 'drops a heading’s marks',
      text: '# Bridge opens at last\n\nBody text.',
      wanted: 'Bridge opens at last',
    },
    {
      name: 'drops deep heading marks',
      text: '###### Bridge opens at last',
      wanted: 'Bridge opens at last',
    },
    { name: 'keeps a hashtag', text: '#bridge opens at last', wanted: '#bridge opens at last' },
    {
      name: 'drops white space around',
      text: ' \n\t  Bridge opens at last  \n',
      wanted: 'Bridge opens at last',
    },
    {
      name: 'skips lines of two words',
      text: 'World News\nBridge opens at last',
      wanted: 'Bridge opens at last',
    },
    {
      name: 'skips a time stamp',
      text: 'Updated on Monday at 5 pm\nBridge opens at last',
      wanted: 'Bridge opens at last',
    },
    {
      name: 'counts words in any script',
      text: 'Мэр открыл мост\nДождь',
      wanted: 'Мэр открыл мост',
    },
    {
      name: 'counts words with marks',
      text: 'L’e\u0301te\u0301 était long',
      wanted: 'L’e\u0301te\u0301 était long',
    },
    {
      name: 'skips a whole paragraph',
      text: `${'word '.repeat(41)}\nBridge opens at last`,
      wanted: 'Bridge opens at last',
    },
    {
      name: 'takes a line of 200 characters',
      text: `${'a b '.repeat(49)}last`,
      wanted: `${'a b '.repeat(49)}last`,
    },
    {
      name: 'looks at ten lines',
      text: `${'x\n\n'.repeat(9)}Bridge opens at last`,
      wanted: 'Bridge opens at last',
    },
    { name: 'looks at no more', text: `${'x\n\n'.repeat(10)}Bridge opens at last`, wanted: '' },
    { name: 'finds none in numbers', text: '12 13 14\n2024-07-14', wanted: '' },
    { name: 'finds none in an empty text', text: '', wanted: '' },
    { name: 'finds none in white space', text: ' \n\n', wanted: '' },
    {
      name: 'cuts no title out of a long line far down',
      text: `${'x'.repeat(4_950)}\n${'word '.repeat(100)}`,
      wanted: '',
    },
  ])('$name', ({ text, wanted }) => {
    expect(guessTitle(text)).toBe(wanted);
  });

  it('is quick in a text of ten megabytes on one line', () => {
    expect(guessTitle('word '.repeat(2_000_000))).toBe('');
  }, 1_000);
});

describe('headingText', () => {
  it.each([
    { line: '# One', wanted: 'One' },
    { line: '  ##\tTwo  ', wanted: 'Two' },
    { line: '####### Seven', wanted: '####### Seven' },
    { line: '#', wanted: '#' },
    { line: 'No heading # here', wanted: 'No heading # here' },
  ])('makes $wanted of $line', ({ line, wanted }) => {
    expect(headingText(line)).toBe(wanted);
  });
});
