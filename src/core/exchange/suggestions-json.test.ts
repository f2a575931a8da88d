import { describe, expect, it } from 'vitest';
import { suggest } from '../suggest/suggest';
import { toSuggestionsLine } from './suggestions-json';

const LEFT = '😀😀 “We won,” said Ann.';
const RIGHT = 'Ann: 𝒲e won.';

/** The span of a part of a text, in UTF-16 code units. */
function spanOf(text: string, part: string) {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

/** The span of a part of a text, in code points. */
function pointsOf(text: string, part: string) {
  const start = Array.from(text.slice(0, text.indexOf(part))).length;
  return { start, end: start + Array.from(part).length };
}

describe('toSuggestionsLine', () => {
  const quote = {
    ...spanOf(LEFT, '“We won,”'),
    kind: 'direct' as const,
    speaker: spanOf(LEFT, 'Ann'),
    cue: null,
    score: 1,
  };
  const link = {
    left: spanOf(LEFT, 'We won'),
    right: spanOf(RIGHT, '𝒲e won'),
    kind: 'near' as const,
    tag: 'quote' as const,
    score: 0.123_456,
    words: ['won'],
  };
  const line = toSuggestionsLine(
    { left: 'x/a.txt', right: 'x/b.txt' },
    { left: LEFT, right: RIGHT },
    {
      ...suggest('', '', []),
      links: [link],
      passages: [{ left: link.left, right: link.right, score: 2 / 3 }],
      quotes: { left: [quote], right: [] },
      sentences: {
        left: [],
        right: [{ start: 0, end: RIGHT.length, checkworthiness: 0.5 }],
      },
    },
  );
  const left = pointsOf(LEFT, 'We won');
  const right = pointsOf(RIGHT, '𝒲e won');

  it('is one line, with offsets in code points and scores of four digits', () => {
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      a: 'x/a.txt',
      b: 'x/b.txt',
      links: [{ a: left, b: right, kind: 'near', tag: 'quote', score: 0.1235, words: ['won'] }],
      passages: [{ a: left, b: right, score: 0.6667 }],
      quotes: {
        a: [
          {
            ...pointsOf(LEFT, '“We won,”'),
            kind: 'direct',
            speaker: pointsOf(LEFT, 'Ann'),
            cue: null,
            score: 1,
          },
        ],
        b: [],
      },
      sentences: { a: [], b: [{ start: 0, end: 12, checkworthiness: 0.5 }] },
    });
  });
});
