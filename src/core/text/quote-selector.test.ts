import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeQuote, matchQuote } from './quote-selector';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** A text and a span of it that cuts no code point; few letters, so that quotes often occur twice. */
const textAndSpan = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'b', ' ', '😀', '𝒳', '\n'), { minLength: 1, maxLength: 120 }),
    fc.nat(),
    fc.nat(),
  )
  .map(([points, one, other]) => {
    const from = one % points.length;
    const to = from + 1 + (other % (points.length - from));
    const start = points.slice(0, from).join('').length;
    const end = points.slice(0, to).join('').length;
    return { text: points.join(''), span: { start, end } };
  });

describe('describeQuote', () => {
  it.each([
    {
      name: 'takes what stands around',
      text: 'The mayor opened it.',
      span: { start: 4, end: 9 },
      wanted: { exact: 'mayor', prefix: 'The ', suffix: ' opened it.' },
    },
    {
      name: 'has no context around a whole text',
      text: 'mayor',
      span: { start: 0, end: 5 },
      wanted: { exact: 'mayor', prefix: '', suffix: '' },
    },
    {
      name: 'stops at 32 letters',
      text: `${'a'.repeat(40)}X${'b'.repeat(40)}`,
      span: { start: 40, end: 41 },
      wanted: { exact: 'X', prefix: 'a'.repeat(32), suffix: 'b'.repeat(32) },
    },
    {
      name: 'stops at 32 emoji',
      text: `${'😀'.repeat(40)}X${'🎉'.repeat(40)}`,
      span: { start: 80, end: 81 },
      wanted: { exact: 'X', prefix: '😀'.repeat(32), suffix: '🎉'.repeat(32) },
    },
    {
      name: 'does not cut an emoji at the far ends',
      text: `${'😀'.repeat(32)}aXb${'🎉'.repeat(32)}`,
      span: { start: 65, end: 66 },
      wanted: { exact: 'X', prefix: `${'😀'.repeat(31)}a`, suffix: `b${'🎉'.repeat(31)}` },
    },
  ])('$name', ({ text, span, wanted }) => {
    expect(describeQuote(text, span)).toEqual(wanted);
  });

  it('takes at most 32 code points on each side and never cuts one', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const { exact, prefix, suffix } = describeQuote(text, span);
        const before = Array.from(text.slice(0, span.start));
        const after = Array.from(text.slice(span.end));
        expect(exact).toBe(text.slice(span.start, span.end));
        expect(prefix).toBe(before.slice(-32).join(''));
        expect(suffix).toBe(after.slice(0, 32).join(''));
        expect(prefix).not.toMatch(LONE_SURROGATE);
        expect(suffix).not.toMatch(LONE_SURROGATE);
      }),
      { numRuns: 500 },
    );
  });
});

describe('matchQuote', () => {
  const text = 'He said no. She said no. They said no!';
  it.each([
    { name: 'the only place', exact: 'She', prefix: '', suffix: '', wanted: 12 },
    { name: 'the place whose prefix fits', exact: 'said', prefix: 'She ', suffix: '', wanted: 16 },
    { name: 'the place whose suffix fits', exact: 'no', prefix: '', suffix: '!', wanted: 35 },
    { name: 'the better of two fits', exact: 'said', prefix: 'They ', suffix: ' no.', wanted: 30 },
    { name: 'nothing where it does not occur', exact: 'yes', prefix: '', suffix: '', wanted: null },
    { name: 'nothing where places tie', exact: 'said', prefix: '', suffix: '', wanted: null },
    {
      name: 'nothing where the best two tie',
      exact: 'no',
      prefix: 'said ',
      suffix: '.',
      wanted: null,
    },
    { name: 'nothing for an empty quote', exact: '', prefix: 'He', suffix: '', wanted: null },
    {
      name: 'the hint’s place among ties',
      exact: 'no',
      prefix: '',
      suffix: '',
      hint: 21,
      wanted: 21,
    },
    {
      name: 'the hint’s place against context',
      exact: 'no',
      prefix: '',
      suffix: '!',
      hint: 8,
      wanted: 8,
    },
    {
      name: 'the context’s place for a wrong hint',
      exact: 'no',
      prefix: '',
      suffix: '!',
      hint: 9,
      wanted: 35,
    },
    {
      name: 'nothing for ties and a hint before the text',
      exact: 'no',
      prefix: '',
      suffix: '',
      hint: -5,
      wanted: null,
    },
    {
      name: 'nothing for ties and a wrong hint',
      exact: 'no',
      prefix: '',
      suffix: '',
      hint: 9,
      wanted: null,
    },
    {
      name: 'the place for a hint past the end',
      exact: 'She',
      prefix: '',
      suffix: '',
      hint: 999,
      wanted: 12,
    },
  ])('finds $name', ({ exact, prefix, suffix, hint, wanted }) => {
    expect(matchQuote(text, { exact, prefix, suffix }, hint)).toEqual(
      wanted === null ? null : { start: wanted, end: wanted + exact.length },
    );
  });

  it('finds overlapping places too', () => {
    const selector = { exact: 'aa', prefix: 'a', suffix: '' };
    expect(matchQuote('aaa', selector)).toEqual({ start: 1, end: 3 });
    expect(matchQuote('aaa', { ...selector, prefix: '' })).toBeNull();
  });

  it('gives a described span back, and nothing only where its context is not unique', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text: any, span }) => {
        const selector = describeQuote(any, span);
        const { exact, prefix, suffix } = selector;
        const whole = prefix + exact + suffix;
        const first = any.indexOf(whole);
        const unique = any.indexOf(whole, first + 1) === -1;
        expect(matchQuote(any, selector)).toEqual(unique ? span : null);
        expect(matchQuote(any, selector, span.start)).toEqual(span);
      }),
      { numRuns: 500 },
    );
  });

  it('finds a quote again after text was put before it', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text: any, span }) => {
        const marked = `${any.slice(0, span.start)}Q${any.slice(span.start)}`;
        const selector = describeQuote(marked, { start: span.start, end: span.end + 1 });
        expect(matchQuote(`new ${marked}`, selector, span.start)).toEqual({
          start: span.start + 4,
          end: span.end + 5,
        });
      }),
    );
  });
});
