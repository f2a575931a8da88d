import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL_PASSAGES,
  PassimPairs,
  textOf,
  type PassimOptions,
  type PassimPair,
} from './passim-pairs';
import { readPassimLine } from './passim-record';
import { placePassages, textOfPassages } from './passim-texts';

interface Doc {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly series?: string;
}

const points = (text: string) => Array.from(text);

/** A passage as passim 2 writes it in clusters: `substr` of Spark counts from 1, and takes 0 for 1. */
function cluster2(doc: Doc, uid: number, begin: number, end: number, src: readonly object[]) {
  const from = Math.max(begin - 1, 0);
  const text = points(doc.text)
    .slice(from, from + end - begin)
    .join('');
  return { uid, cluster: 0, begin, end, boiler: false, src, size: 2, pboiler: 0, ...doc, text };
}

/** The same of passim 1, which counts UTF-16 code units. */
function cluster1(doc: Doc, uid: number, begin: number, end: number, cluster = 84) {
  const text = doc.text.slice(begin, end);
  return { uid, cluster, size: 2, bw: 1, ew: 9, cc: true, ...doc, text, gid: 7, begin, end };
}

function read(records: readonly object[], options: Partial<PassimOptions> = {}): PassimPairs {
  const pairs = new PassimPairs({ ...ALL_PASSAGES, ...options });
  for (const record of records) {
    const found = readPassimLine(JSON.stringify(record));
    pairs.add(found.ok ? found.value : expect.fail(found.problem));
  }
  return pairs;
}

/** What each passage of a pair says in the documents. */
function placed({ left, right, passages }: PassimPair, docs: readonly Doc[]) {
  const text = (id: string) => docs.find((doc) => doc.id === id)?.text ?? '';
  const lefts = placePassages(text(left.id), passages.map((each) => each.left)); // prettier-ignore
  const rights = placePassages(text(right.id), passages.map((each) => each.right)); // prettier-ignore
  const say = (id: string, span: { start: number; end: number } | null | undefined) =>
    span ? text(id).slice(span.start, span.end) : null;
  return passages.map((_each, index) => [say(left.id, lefts[index]), say(right.id, rights[index])]);
}

const FIRST: Doc = {
  id: 'mail-1',
  series: 'Mail',
  date: '2024-05-01',
  text: '😀 News. The council closed the bridge for eleven weeks. More.',
};
const SECOND: Doc = {
  id: 'post-1',
  series: 'Post',
  date: '2024-05-02',
  text: 'Today: The council closed the bridge for eleven weeks! 😀',
};
const SAID = 'The council closed the bridge for eleven weeks';

describe('clusters of passim 2', () => {
  const begin = points('😀 News. ').length;
  const records = [
    cluster2(SECOND, 22, 7, 7 + SAID.length, [{ uid: 11, begin, end: begin + SAID.length }]),
    cluster2(FIRST, 11, begin, begin + SAID.length, []),
  ];

  it('pair each passage with its source, the earlier document on the left', () => {
    const [pair, ...more] = read(records).pairs();
    expect(more).toEqual([]);
    expect(pair?.left).toMatchObject({ id: 'mail-1', details: { outlet: 'Mail', date: '2024-05-01' } }); // prettier-ignore
    expect(pair && placed(pair, [FIRST, SECOND])).toEqual([[SAID, SAID]]);
    expect(pair?.passages[0]?.score).toBeGreaterThan(0.8);
  });

  it('are placed by their offsets, whose text passim cuts one character early', () => {
    // Numbers and words of the example in passim’s own introduction: the line begins at 48,491.
    const line = 'Between the dark and the daylight,';
    const page = `${' '.repeat(48_489)}:\n${line}\nWhen the night h beginning to lower,`;
    const record = { ...cluster2({ id: 'seq-1', text: page }, 1, 48_490, 48_525, []), group: 'x' };
    expect(record.text).toBe(`:\nBetween the dark and the daylight`);
    const member = readPassimLine(JSON.stringify(record));
    if (!member.ok || member.value.kind !== 'member') expect.fail();
    const { extract } = member.value;
    const [span] = placePassages(page, [{ extract, begin: extract.begin, end: extract.end }]);
    expect(page.slice(span?.start, span?.end)).toBe(line);
    expect(span?.start).toBe(48_491);
  });

  it('without the documents become texts of their passages', () => {
    const [pair] = read(records).pairs();
    const { text, spans } = textOfPassages(pair?.passages.map(({ right }) => right) ?? []);
    expect(text).toBe(' The council closed the bridge for eleven week');
    expect(spans).toEqual([{ start: 1, end: text.length }]);
  });

  it('say how many sources are missing', () => {
    const without = read(records.slice(0, 1));
    expect(without.pairs()).toEqual([]);
    expect(without.lostSources).toBe(1);
  });

  it('take the part of a passage that is the source', () => {
    const source = cluster2(FIRST, 11, 2, begin + SAID.length, []);
    const [pair] = read([records[0] as object, source]).pairs();
    expect(pair && placed(pair, [FIRST, SECOND])).toEqual([[SAID, SAID]]);
    expect(pair?.passages.map(({ left }) => textOf(left))).toEqual([SAID.slice(0, -1)]);
  });
});

describe('clusters of passim 1', () => {
  const THIRD: Doc = { id: 'mail-2', series: 'Mail', date: '2024-05-03', text: `${SAID}.` };
  const records = [
    cluster1(SECOND, 22, 7, 7 + SAID.length),
    cluster1(THIRD, 33, 0, SAID.length),
    cluster1(FIRST, 11, 9, 9 + SAID.length),
  ];

  it('pair the earliest passage with those of other series, in UTF-16 code units', () => {
    const pairs = read(records).pairs();
    expect(pairs.map(({ left, right }) => [left.id, right.id])).toEqual([['mail-1', 'post-1']]);
    expect(pairs[0] && placed(pairs[0], [FIRST, SECOND])).toEqual([[SAID, SAID]]);
  });

  it('leave out what is too large, too short or too different', () => {
    const large = read(records, { maxCluster: 2 });
    expect(large.pairs()).toEqual([]);
    expect(large.largeClusters).toBe(1);
    expect(read(records, { minLength: SAID.length + 1 }).pairs()).toEqual([]);
    expect(read(records, { minLength: SAID.length, minScore: 0.99 }).pairs()).toHaveLength(1);
    const other = cluster1({ ...SECOND, text: 'Something else entirely.' }, 22, 0, 20);
    expect(read([records[2] as object, other], { minScore: 0.5 }).pairs()).toEqual([]);
  });

  it('put all passages of two documents into one pair, each once', () => {
    const again = [cluster1(FIRST, 11, 3, 7, 85), cluster1(SECOND, 22, 0, 5, 85)];
    const [pair, ...more] = read([...records, ...records, ...again]).pairs();
    expect(more).toEqual([]);
    expect(pair?.passages.map(({ left }) => left.begin)).toEqual([3, 9]);
  });
});

describe('pairs', () => {
  const s1 = 'The well\u2010known council-- closed it.';
  const s2 = 'The well\u2010known council ‐ closed it!';
  const left: Doc = { id: 'a', text: '😀 The well-known council closed it.' };
  const right: Doc = { id: 'b', text: '“The well‐known council - closed it!”' };

  it('of passim 2 are placed with gaps taken out, hyphens put back and code points counted', () => {
    const record = {
      uid: 1, uid2: 2, begin: 2, end: 35, begin2: 1, end2: 36, id: 'a', id2: 'b',
      date: '2024-05-02', date2: '2024-05-01', s1, s2, matches: 32,
    }; // prettier-ignore
    const [pair] = read([record]).pairs();
    // The second one is the earlier.
    expect([pair?.left.id, pair?.right.id]).toEqual(['b', 'a']);
    expect(pair && placed(pair, [left, right])).toEqual([
      ['The well‐known council - closed it!', 'The well-known council closed it.'],
    ]);
    expect(pair?.passages[0]?.score).toBeCloseTo(32 / 35);
  });

  it('of passim 1 name their fields 1 and 2 and count UTF-16 code units', () => {
    const record = {
      uid1: 1, id1: 'a', bw1: 0, ew1: 6, b1: 3, e1: 36, len1: 36, tok1: 6, series1: 'Mail',
      uid2: 2, id2: 'b', bw2: 0, ew2: 6, b2: 1, e2: 36, len2: 37, tok2: 6, series2: 'Post',
      s1, s2, matches: 32, score: 60.5,
    }; // prettier-ignore
    const [pair] = read([record]).pairs();
    expect([pair?.left.details.outlet, pair?.right.details.outlet]).toEqual(['Mail', 'Post']);
    expect(pair && placed(pair, [left, right])).toEqual([
      ['The well-known council closed it.', 'The well‐known council - closed it!'],
    ]);
  });
});

describe('readPassimLine', () => {
  it.each([
    { line: '{', problem: /not JSON/ },
    { line: '7', problem: /no JSON object/ },
    { line: '{"id":"a","text":"b"}', problem: /neither a passage/ },
    { line: '{"cluster":1,"begin":0,"end":4,"text":"abcd"}', problem: /no document/ },
    { line: '{"cluster":1,"id":12345678901234567890,"begin":0,"end":4}', problem: /no document/ },
    {
      line: '{"cluster":1,"id":"a","begin":4,"end":4,"text":""}',
      problem: /no begin, end and text/,
    },
    { line: '{"cluster":1,"id":"a","begin":-1,"end":4,"text":""}', problem: /no begin, end/ },
    { line: '{"id":"a","lines":[]}', problem: /line by line/ },
    { line: '{"s1":"a","s2":"b","id":"a"}', problem: /which passages it aligns/ },
    { line: '{"s1":1,"s2":"b"}', problem: /texts are missing/ },
  ])('refuses $line', ({ line, problem }) => {
    const found = readPassimLine(line);
    expect(found.ok ? '' : found.problem).toMatch(problem);
  });

  it('keeps hostile words as words, and leaves out what is too long', () => {
    const record = { ...cluster1({ id: '__proto__', text: 'abcd' }, 1, 0, 4), title: '<b>\n', series: 'x'.repeat(3_000), date: 'May' }; // prettier-ignore
    expect(readPassimLine(JSON.stringify(record))).toMatchObject({
      value: { document: { id: '__proto__', details: { title: '<b>', outlet: '', date: '' } } },
    });
  });
});

describe('placePassages', () => {
  const at = (begin: number, end: number, text: string) => ({
    extract: { begin, end, unit: 'codePoint' as 'codePoint' | 'utf16', text, early: false },
    begin,
    end,
  });

  it.each([
    { name: 'a place that is not where it says, but the only one', raw: 'xx one two', passage: at(0, 7, 'one two'), wanted: 'one two' }, // prettier-ignore
    { name: 'two places, neither where it says', raw: 'xx one two one two', passage: at(0, 7, 'one two'), wanted: null }, // prettier-ignore
    { name: 'none', raw: 'other', passage: at(0, 3, 'one'), wanted: null },
    { name: 'beyond the end', raw: 'on', passage: at(9, 12, 'one'), wanted: null },
    { name: 'CRLF before it', raw: 'a\r\nb\r\none two', passage: at(6, 13, 'one two'), wanted: 'one two' }, // prettier-ignore
    { name: 'only what its text bears out', raw: 'one two three', passage: at(0, 99, 'one'), wanted: 'one' }, // prettier-ignore
    { name: 'no text', raw: 'one two', passage: at(0, 3, ''), wanted: null },
    { name: 'white space alone', raw: 'a \n b', passage: at(1, 4, ' \n '), wanted: null },
  ])('knows $name', ({ raw, passage, wanted }) => {
    const [span] = placePassages(raw, [passage]);
    const text = raw.replaceAll('\r\n', '\n');
    expect(span ? text.slice(span.start, span.end) : null).toBe(wanted);
  });

  it('finds every passage of any text, in either unit', () => {
    const word = fc.constantFrom('one', 'two', '😀', 'שלום', 'né', '👨‍👩‍👧', '-', '\n');
    const texts = fc.array(word, { minLength: 3, maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(texts, fc.nat(100), fc.nat(100), fc.boolean(), (text, a, b, inPoints) => {
        const units = inPoints ? points(text) : text.split('');
        const [begin = 0, end = 0] = [a % units.length, b % units.length].toSorted((x, y) => x - y);
        const exact = units.slice(begin, end).join('');
        if (
          exact.trim() === '' ||
          /[\ud800-\udfff]/.test(exact.replaceAll(/[\ud800-\udbff][\udc00-\udfff]/g, ''))
        )
          return;
        const passage = at(begin, end, exact);
        passage.extract.unit = inPoints ? 'codePoint' : 'utf16';
        const [span] = placePassages(text, [passage]);
        expect(span && text.slice(span.start, span.end)).toContain(exact.trim());
      }),
    );
  });
});

describe('textOfPassages', () => {
  it('joins passages in order, each once, and says where they are', () => {
    const extract = (begin: number, text: string) => ({ begin, end: begin + text.length, unit: 'utf16', text, early: false }) as const; // prettier-ignore
    const [late, soon] = [extract(90, 'late\r\none'), extract(5, ' soon 😀 x')];
    const passages = [
      { extract: late, begin: 90, end: 99 },
      { extract: soon, begin: 6, end: 13 },
      { extract: extract(90, 'late\r\none'), begin: 96, end: 99 },
    ];
    const { text, spans } = textOfPassages(passages);
    expect(text).toBe(' soon 😀 x\n\n[…]\n\nlate\none');
    expect(spans.map((span) => span && text.slice(span.start, span.end))).toEqual(['late\none', 'soon 😀', 'one']); // prettier-ignore
  });
});
