import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointsOf } from './code-points';

/** The whole code points before the UTF-16 offset `utf16`. */
function naiveCodePoint(text: string, utf16: number): number {
  let end = 0;
  return Array.from(text).filter((point) => (end += point.length) <= utf16).length;
}

function naiveUtf16(text: string, codePoint: number): number {
  return Array.from(text).slice(0, codePoint).join('').length;
}

const anyCodeUnits = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'é', '中', '😀', '👩‍🚀', '🇫🇷', '\n', '\ud83d', '\ude00'),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('codePointsOf', () => {
  it.each([
    { text: '', length: 0 },
    { text: 'abc', length: 3 },
    { text: 'é', length: 1 },
    { text: 'e\u0301', length: 2 },
    { text: '😀', length: 1 },
    { text: 'a😀b😀', length: 4 },
    { text: '👩‍🚀', length: 3 },
    { text: '\ud83d', length: 1 },
    { text: '\ude00', length: 1 },
    { text: '\ude00\ud83d', length: 2 },
    { text: '\ud83d\ud83d\ude00', length: 2 },
    { text: '😀\ude00', length: 2 },
  ])('counts $length code points in $text', ({ text, length }) => {
    expect(codePointsOf(text).length).toBe(length);
  });

  it.each([
    { text: 'a😀b', utf16: 0, codePoint: 0 },
    { text: 'a😀b', utf16: 1, codePoint: 1 },
    { text: 'a😀b', utf16: 3, codePoint: 2 },
    { text: 'a😀b', utf16: 4, codePoint: 3 },
    { text: '😀😀', utf16: 2, codePoint: 1 },
    { text: '😀😀', utf16: 4, codePoint: 2 },
    { text: '\ud83dx😀', utf16: 2, codePoint: 2 },
    { text: '\ud83dx😀', utf16: 4, codePoint: 3 },
  ])('ties UTF-16 $utf16 of $text to code point $codePoint', ({ text, utf16, codePoint }) => {
    expect(codePointsOf(text).toCodePoint(utf16)).toBe(codePoint);
    expect(codePointsOf(text).toUtf16(codePoint)).toBe(utf16);
  });

  it('agrees with Array.from at every offset of any text', () => {
    fc.assert(
      fc.property(anyCodeUnits, (text) => {
        const points = codePointsOf(text);
        expect(points.length).toBe(Array.from(text).length);
        for (let utf16 = 0; utf16 <= text.length; utf16++)
          expect(points.toCodePoint(utf16)).toBe(naiveCodePoint(text, utf16));
        for (let codePoint = 0; codePoint <= points.length; codePoint++) {
          expect(points.toUtf16(codePoint)).toBe(naiveUtf16(text, codePoint));
          expect(points.toCodePoint(points.toUtf16(codePoint))).toBe(codePoint);
        }
      }),
    );
  });

  it('converts every offset of a long text quickly', () => {
    const points = codePointsOf('a😀'.repeat(100_000));
    for (let at = 0; at <= 100_000; at++) {
      if (points.toUtf16(2 * at) !== 3 * at || points.toCodePoint(3 * at) !== 2 * at)
        expect.fail(`wrong at pair ${at}`);
    }
    expect(points.length).toBe(200_000);
  }, 2_000);
});
