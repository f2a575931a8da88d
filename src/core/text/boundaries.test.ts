import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  sentenceAt,
  sentenceStart,
  snapToGraphemes,
  snapToWords,
  trimSpan,
  wordEnd,
  wordStart,
} from './boundaries';
import type { Span } from './quote-selector';

/** A text with its span written as `[…]`. */
function parse(marked: string): { readonly text: string; readonly span: Span } {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return { text: marked.replace('[', '').replace(']', ''), span: { start, end } };
}

function show(text: string, span: Span | null): string | null {
  if (span === null) return null;
  const { start, end } = span;
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

const FAMILY = '👨\u200d👩\u200d👧';
const THUMB = '👍🏽';

// Parts that join into clusters and words in as many ways as possible; line ends are LF, as in every kept text.
const tricky = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(...'ab Z9.,\n\t\u00a0\u200d\u0301\u0308\ufe0f\u200f'),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(...'’\'"“”-–_東京。はっハगि्कשלאر가ᄀ\u1161\u0e33ไท'),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '👨',
          '👩',
          '🇫',
          '🇷',
          '🏽',
          '👍',
          FAMILY,
          '\ud83d',
          '\ude00',
          '𝒳',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }) },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join('').replaceAll('\r', ''));

const trickySpan = fc
  .tuple(tricky, fc.nat(), fc.nat())
  .map(([text, one, other]): { readonly text: string; readonly span: Span } => {
    const a = one % (text.length + 1);
    const b = other % (text.length + 1);
    return { text, span: { start: Math.min(a, b), end: Math.max(a, b) } };
  });

/** Where the clusters of the whole text meet. */
function clusterBoundaries(text: string): ReadonlySet<number> {
  const segments = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text);
  return new Set([...Array.from(segments, ({ index }) => index), text.length]);
}

function wordsIn(text: string): readonly Span[] {
  const segments = new Intl.Segmenter('und', { granularity: 'word' }).segment(text);
  return Array.from(segments)
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/** Every place `step` comes to from `from` on, until it stays or has gone on for longer than it may. */
function walk(from: number, step: (at: number) => number, most: number): readonly number[] {
  const places: number[] = [];
  for (let at = from; places.length <= most;) {
    const next = step(at);
    if (next === at) return places;
    places.push(next);
    at = next;
  }
  return expect.fail(`more than ${most} steps`);
}

describe('snapToWords', () => {
  it.each([
    {
      name: 'grows at both ends',
      given: 'The ma[yor open]ed it.',
      wanted: 'The [mayor opened] it.',
    },
    { name: 'leaves whole words', given: 'The [mayor] opened', wanted: 'The [mayor] opened' },
    {
      name: 'drops white space at the ends',
      given: 'The[ mayor \n]opened',
      wanted: 'The [mayor] \nopened',
    },
    { name: 'grows a bare caret in a word', given: 'may[]or', wanted: null },
    { name: 'keeps an apostrophe inside', given: 'They do[n’]t know', wanted: 'They [don’t] know' },
    {
      name: 'keeps a straight apostrophe inside',
      given: "They don'[t] know",
      wanted: "They [don't] know",
    },
    { name: 'leaves quote marks out', given: '“Sto[p] it”', wanted: '“[Stop] it”' },
    { name: 'keeps selected quote marks', given: '[“St]op” it', wanted: '[“Stop]” it' },
    { name: 'keeps a selected closing mark', given: '“St[op”] it', wanted: '“[Stop”] it' },
    {
      name: 'does not cross a hyphen',
      given: 'a well-kn[own] fact',
      wanted: 'a well-[known] fact',
    },
    {
      name: 'grows on both sides of a hyphen',
      given: 'a we[ll-kn]own fact',
      wanted: 'a [well-known] fact',
    },
    { name: 'keeps a number whole', given: 'about 3[.1]4 %', wanted: 'about [3.14] %' },
    { name: 'keeps a selected full stop', given: 'He le[ft.] Then', wanted: 'He [left.] Then' },
    { name: 'takes CJK words, not lines', given: '東[京]都は大きい', wanted: '[東京]都は大きい' },
    {
      name: 'takes a ZWJ emoji whole',
      given: 'a [👨]\u200d👩\u200d👧 b',
      wanted: `a [${FAMILY}] b`,
    },
    { name: 'takes a skin tone along', given: 'a [👍]🏽 b', wanted: `a [${THUMB}] b` },
    { name: 'takes a whole flag', given: '🇫🇷[🇩]🇪', wanted: '🇫🇷[🇩🇪]' },
    { name: 'takes combining marks along', given: 'l’e[\u0301tu]de', wanted: '[l’e\u0301tude]' },
    { name: 'grows right-to-left words', given: 'של[ו]ם עולם', wanted: '[שלום] עולם' },
    { name: 'reaches the start of the text', given: 'ma[yor] x', wanted: '[mayor] x' },
    { name: 'reaches the end of the text', given: 'the [ma]yor', wanted: 'the [mayor]' },
    { name: 'takes a whole text', given: '[mayor]', wanted: '[mayor]' },
    { name: 'does not cross a line end', given: 'one\nt[w]o\nthree', wanted: 'one\n[two]\nthree' },
    { name: 'spans lines', given: 'on[e\nt]wo', wanted: '[one\ntwo]' },
    { name: 'is null for spaces', given: 'a[  ]b', wanted: null },
    { name: 'is null for line ends', given: 'a[\n \t\n]b', wanted: null },
    { name: 'is null for a no-break space', given: 'a[\u00a0]b', wanted: null },
    { name: 'is null in an empty text', given: '[]', wanted: null },
  ])('$name', ({ given, wanted }) => {
    const { text, span } = parse(given);
    expect(show(text, snapToWords(text, span))).toBe(wanted);
  });

  it('never splits a grapheme cluster and holds the trimmed span, in any text', () => {
    fc.assert(
      fc.property(trickySpan, ({ text, span }) => {
        const snapped = snapToWords(text, span);
        const trimmed = trimSpan(text, span);
        if (snapped === null || trimmed === null) {
          expect(snapped).toBeNull();
          expect(text.slice(span.start, span.end).trim()).toBe('');
          return;
        }
        expect(snapped.start).toBeLessThanOrEqual(trimmed.start);
        expect(snapped.end).toBeGreaterThanOrEqual(trimmed.end);
        const boundaries = clusterBoundaries(text);
        expect(boundaries).toContain(snapped.start);
        expect(boundaries).toContain(snapped.end);
      }),
      { numRuns: 400 },
    );
  });

  it('snaps the middle of an endless word quickly', () => {
    const text = 'a'.repeat(1_000_000);
    const snapped = snapToWords(text, { start: 500_000, end: 500_001 });
    expect(snapped?.start).toBeLessThanOrEqual(500_000);
    expect(snapped?.end).toBeGreaterThan(500_000);
  }, 1_000);
});

describe('snapToGraphemes', () => {
  it.each([
    { given: 'ma[yo]r', wanted: 'ma[yo]r' },
    { given: 'e[\u0301]', wanted: '[e\u0301]' },
    { given: '[e]\u0301', wanted: '[e\u0301]' },
    { given: '[👨]\u200d👩\u200d👧', wanted: `[${FAMILY}]` },
    { given: '👨\u200d[👩]\u200d👧', wanted: `[${FAMILY}]` },
    { given: '\ud83d[\ude00]', wanted: '[😀]' },
    { given: '[\ud83d]\ude00', wanted: '[😀]' },
    { given: '🇫[🇷🇩]🇪', wanted: '[🇫🇷🇩🇪]' },
    { given: 'a[ ]b', wanted: 'a[ ]b' },
    { given: 'a[\n]b', wanted: 'a[\n]b' },
    { given: '[]', wanted: '[]' },
  ])('makes $wanted of $given', ({ given, wanted }) => {
    const { text, span } = parse(given);
    expect(show(text, snapToGraphemes(text, span))).toBe(wanted);
  });

  it('is the least growth that splits no cluster', () => {
    fc.assert(
      fc.property(trickySpan, ({ text, span }) => {
        const boundaries = [...clusterBoundaries(text)];
        expect(snapToGraphemes(text, span)).toEqual({
          start: boundaries.findLast((at) => at <= span.start),
          end: boundaries.find((at) => at >= span.end),
        });
      }),
      { numRuns: 400 },
    );
  });
});

describe('trimSpan', () => {
  it.each([
    { given: 'a[ b ]c', wanted: 'a [b] c' },
    { given: 'a[\n\tb c\u00a0\u3000]d', wanted: 'a\n\t[b c]\u00a0\u3000d' },
    { given: 'a[b]c', wanted: 'a[b]c' },
    { given: '[b ]b ', wanted: '[b] b ' },
    { given: 'a[ \n]c', wanted: null },
    { given: 'a[]c', wanted: null },
  ])('makes $wanted of $given', ({ given, wanted }) => {
    const { text, span } = parse(given);
    expect(show(text, trimSpan(text, span))).toBe(wanted);
  });
});

describe('wordStart and wordEnd', () => {
  const text = '“Don’t,” he\n\nsaid.';
  it.each([
    {
      name: 'word starts forward',
      step: wordStart,
      from: 0,
      forward: true,
      wanted: [1, 9, 13, 18],
    },
    {
      name: 'word starts backward',
      step: wordStart,
      from: 18,
      forward: false,
      wanted: [13, 9, 1, 0],
    },
    { name: 'word ends forward', step: wordEnd, from: 0, forward: true, wanted: [6, 11, 17, 18] },
    { name: 'word ends backward', step: wordEnd, from: 18, forward: false, wanted: [17, 11, 6, 0] },
    {
      name: 'starts from inside a word',
      step: wordStart,
      from: 3,
      forward: true,
      wanted: [9, 13, 18],
    },
    { name: 'the same word’s start', step: wordStart, from: 3, forward: false, wanted: [1, 0] },
    { name: 'the same word’s end', step: wordEnd, from: 3, forward: true, wanted: [6, 11, 17, 18] },
    { name: 'nothing before a first word', step: wordEnd, from: 3, forward: false, wanted: [0] },
  ])('$name', ({ step, from, forward, wanted }) => {
    expect(walk(from, (at) => step(text, at, forward), 20)).toEqual(wanted);
  });

  it('visit the words of any text in order and end at its ends', () => {
    fc.assert(
      fc.property(tricky, (any) => {
        const words = wordsIn(any);
        const inside = (at: number) => at > 0 && at < any.length;
        const starts = words.map(({ start }) => start).filter(inside);
        const ends = words.map(({ end }) => end).filter(inside);
        const last = any === '' ? [] : [any.length];
        const first = any === '' ? [] : [0];
        const most = any.length;
        expect(walk(0, (at) => wordStart(any, at, true), most)).toEqual([...starts, ...last]);
        expect(walk(0, (at) => wordEnd(any, at, true), most)).toEqual([...ends, ...last]);
        expect(walk(any.length, (at) => wordStart(any, at, false), most)).toEqual([
          ...starts.toReversed(),
          ...first,
        ]);
        expect(walk(any.length, (at) => wordEnd(any, at, false), most)).toEqual([
          ...ends.toReversed(),
          ...first,
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('always move, from any offset, towards the asked end', () => {
    fc.assert(
      fc.property(trickySpan, ({ text: any, span: { start: at } }) => {
        for (const step of [wordStart, wordEnd]) {
          if (at < any.length) expect(step(any, at, true)).toBeGreaterThan(at);
          else expect(step(any, at, true)).toBe(at);
          if (at > 0) expect(step(any, at, false)).toBeLessThan(at);
          else expect(step(any, at, false)).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('cross a megabyte of one letter quickly', () => {
    const endless = 'a'.repeat(1_000_000);
    for (const step of [wordStart, wordEnd]) {
      expect(walk(0, (at) => step(endless, at, true), 10_000).at(-1)).toBe(1_000_000);
      expect(walk(1_000_000, (at) => step(endless, at, false), 10_000).at(-1)).toBe(0);
    }
  }, 3_000);
});

describe('sentenceAt and sentenceStart', () => {
  const text = '\nOne is here. Two is.\n\n  Three.\nFour. Five';
  const all = ['One is here.', 'Two is.', 'Three.', 'Four.', 'Five'];
  const starts = all.map((sentence) => text.indexOf(sentence));

  it.each([
    { at: 0, wanted: 'One is here.' },
    { at: 1, wanted: 'One is here.' },
    { at: 12, wanted: 'One is here.' },
    { at: 13, wanted: 'Two is.' },
    { at: 14, wanted: 'Two is.' },
    { at: 21, wanted: 'Two is.' },
    { at: 22, wanted: 'Three.' },
    { at: 24, wanted: 'Three.' },
    { at: text.length, wanted: 'Five' },
  ])('finds “$wanted” at $at', ({ at, wanted }) => {
    const span = sentenceAt(text, at);
    expect(span && text.slice(span.start, span.end)).toBe(wanted);
  });

  it.each(['', ' \n\t\n'])('finds no sentence in %j', (empty) => {
    expect(sentenceAt(empty, 0)).toBeNull();
    expect(sentenceStart(empty, 0, true)).toBe(0);
    expect(sentenceStart(empty, empty.length, false)).toBe(empty.length);
  });

  it('walks every sentence forward and backward, then stays', () => {
    expect(walk(0, (at) => sentenceStart(text, at, true), 9)).toEqual(starts);
    expect(walk(text.length, (at) => sentenceStart(text, at, false), 9)).toEqual(
      starts.toReversed(),
    );
  });

  it('goes to the start of the sentence it stands in first', () => {
    expect(sentenceStart(text, 5, false)).toBe(1);
    expect(sentenceStart(text, 1, false)).toBe(1);
  });
});
