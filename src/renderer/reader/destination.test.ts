import { describe, expect, test } from 'vitest';
import { cursorMark } from './cursor-mark';
import { destination, moveOf } from './destination';

const press = (key: string, { shiftKey = false, main = false } = {}) => ({ key, shiftKey, main });
const words = { exact: false, rightToLeft: false };
const exact = { exact: true, rightToLeft: false };
const rtl = { exact: false, rightToLeft: true };

describe('what a key asks for', () => {
  test.each([
    ['a word on', press('ArrowRight'), words, { by: 'word', forward: true, selecting: false }],
    ['a word back', press('ArrowLeft'), words, { by: 'word', forward: false, selecting: false }],
    [
      'left is on, from right to left',
      press('ArrowLeft'),
      rtl,
      { by: 'word', forward: true, selecting: false },
    ],
    [
      'a character',
      press('ArrowRight'),
      exact,
      { by: 'character', forward: true, selecting: false },
    ],
    [
      'a word among characters',
      press('ArrowRight', { main: true }),
      exact,
      { by: 'word', forward: true, selecting: false },
    ],
    [
      'a sentence',
      press('ArrowUp', { shiftKey: true }),
      words,
      { by: 'sentence', forward: false, selecting: true },
    ],
    ['nothing', press('ArrowUp', { main: true }), words, null],
    [
      'the start',
      press('Home', { main: true }),
      words,
      { by: 'article', forward: false, selecting: false },
    ],
    ['the end', press('End'), words, { by: 'article', forward: true, selecting: false }],
    ['no move', press('a'), words, null],
  ])('%s', (_name, event, how, move) => {
    expect(moveOf(event, how)).toEqual(move);
  });
});

describe('where it leads', () => {
  const text = 'One two. Three four.';
  test.each([
    ['word', true, false, 0, 4],
    ['word', true, true, 0, 3],
    ['word', false, false, 4, 0],
    ['character', true, false, 0, 1],
    ['character', true, true, 19, 20],
    ['character', false, true, 20, 19],
    ['sentence', true, false, 0, 9],
    ['article', true, false, 0, 15],
    ['article', true, true, 0, 20],
    ['article', false, false, 9, 0],
  ] as const)(
    'by %s, forward %s, selecting %s: from %i to %i',
    (by, forward, selecting, at, to) => {
      expect(destination(text, at, { by, forward, selecting })).toBe(to);
    },
  );
});

test.each([
  ['a word', { at: 4, anchor: 4 }, false, 'cursor', 'two'],
  ['a character', { at: 4, anchor: 4 }, true, 'caret', 't'],
  ['the end of a selection', { at: 7, anchor: 4 }, false, 'caret', 'o'],
  ['its start', { at: 4, anchor: 7 }, false, 'caret', 't'],
])('the cursor is shown on %s', (_name, cursor, isExact, layer, shown) => {
  const text = 'One two.';
  const mark = cursorMark(text, cursor, isExact);
  expect([mark.layer, text.slice(mark.span.start, mark.span.end)]).toEqual([layer, shown]);
});
