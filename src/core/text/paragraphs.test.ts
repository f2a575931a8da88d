import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAt, paragraphIndexAt, paragraphsOf } from './paragraphs';

const lines = fc
  .array(fc.constantFrom('a', 'b c', ' ', '\t', '\n', '\n\n', '\u00a0', '中'), { maxLength: 25 })
  .map((parts) => parts.join(''));

describe('paragraphsOf', () => {
  it.each([
    { text: '', wanted: [] },
    { text: '\n\n', wanted: [] },
    { text: ' \t\n\u00a0', wanted: [] },
    { text: 'one', wanted: ['one'] },
    { text: 'one\n', wanted: ['one'] },
    { text: '\none', wanted: ['one'] },
    { text: 'one\ntwo', wanted: ['one', 'two'] },
    { text: 'one\n\n \ntwo\n', wanted: ['one', 'two'] },
    { text: '  one  \ntwo', wanted: ['  one  ', 'two'] },
  ])('finds $wanted in $text', ({ text, wanted }) => {
    expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(wanted);
  });

  it('finds the lines that are not blank, in order', () => {
    fc.assert(
      fc.property(lines, (text) => {
        expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(
          text.split('\n').filter((line) => line.trim() !== ''),
        );
      }),
    );
  });
});

describe('lineAt', () => {
  const text = '\nab\n\ncd';
  it.each([
    { offset: 0, wanted: { start: 0, end: 0 } },
    { offset: 1, wanted: { start: 1, end: 3 } },
    { offset: 2, wanted: { start: 1, end: 3 } },
    { offset: 3, wanted: { start: 1, end: 3 } },
    { offset: 4, wanted: { start: 4, end: 4 } },
    { offset: 5, wanted: { start: 5, end: 7 } },
    { offset: 7, wanted: { start: 5, end: 7 } },
  ])('finds $wanted at $offset', ({ offset, wanted }) => {
    expect(lineAt(text, offset)).toEqual(wanted);
  });

  it('answers an empty line in an empty text', () => {
    expect(lineAt('', 0)).toEqual({ start: 0, end: 0 });
  });
});

describe('paragraphIndexAt', () => {
  it.each([
    { name: 'before the first', offset: 0, wanted: 0 },
    { name: 'in the first', offset: 2, wanted: 0 },
    { name: 'at the end of the first', offset: 4, wanted: 0 },
    { name: 'between the two', offset: 5, wanted: 1 },
    { name: 'in the second', offset: 7, wanted: 1 },
    { name: 'after the last', offset: 11, wanted: 1 },
  ])('is $wanted $name', ({ offset, wanted }) => {
    expect(paragraphIndexAt(paragraphsOf('\none\n\ntwo\n\n'), offset)).toBe(wanted);
  });

  it('agrees with a search from the front at every offset', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const paragraphs = paragraphsOf(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const found = paragraphs.findIndex(({ end }) => offset <= end);
          expect(paragraphIndexAt(paragraphs, offset)).toBe(
            found === -1 ? Math.max(0, paragraphs.length - 1) : found,
          );
        }
      }),
    );
  });
});
