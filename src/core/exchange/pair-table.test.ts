import { describe, expect, it } from 'vitest';
import { columnsOf, fieldOf, type PairField } from './pair-columns';
import { dayOf, pairOfRow, rowOf, rowOfJson } from './pair-table';

describe('fieldOf', () => {
  it.each([
    { name: 'left', field: 'left file' },
    { name: 'Right', field: 'right file' },
    { name: 'left_text', field: 'left text' },
    { name: 'textA', field: 'left text' },
    { name: 'url2', field: 'right url' },
    { name: 'Title (right)', field: 'right title' },
    { name: 'rightHeadline', field: 'right title' },
    { name: 'left path', field: 'left file' },
    { name: 'b.file', field: 'right file' },
    { name: 'l-lang', field: 'left language' },
    { name: ' ID ', field: 'id' },
    { name: 'title', field: 'title' },
    { name: 'leftover', field: null },
    { name: 'left_mood', field: null },
    { name: 'constructor', field: null },
    { name: '__proto__', field: null },
    { name: '', field: null },
  ])('takes “$name” for $field', ({ name, field }) => {
    expect(fieldOf(name)).toBe(field);
  });
});

describe('columnsOf', () => {
  it('knows a header and what of it means nothing', () => {
    expect(columnsOf(['left', 'mood', 'right_text'])).toEqual({
      ok: true,
      value: { fields: ['left file', null, 'right text'], hasHeader: true },
    });
  });

  it('takes two unknown columns for left and right', () => {
    expect(columnsOf(['a.txt', 'b.txt'])).toEqual({
      ok: true,
      value: { fields: ['left file', 'right file'], hasHeader: false },
    });
  });

  it.each([
    { header: ['left', 'title'], problem: /no column “right”/ },
    { header: ['x', 'y', 'z'], problem: /names “x”, “y”, “z”/ },
    { header: ['left', 'right', 'a'], problem: /two of its columns give the left file/ },
  ])('refuses $header', ({ header, problem }) => {
    const columns = columnsOf(header);
    expect(columns.ok ? '' : columns.problem).toMatch(problem);
  });
});

describe('rowOf', () => {
  const fields: readonly PairField[] = ['left file', 'right file'];

  it('takes missing cells for empty ones and refuses too many', () => {
    expect(rowOf(['a'], fields)).toEqual({
      ok: true,
      value: new Map([['left file', 'a'], ['right file', '']]), // prettier-ignore
    });
    expect(rowOf(['a', 'b', ' '], fields).ok).toBe(true);
    expect(rowOf(['a', 'b', 'c'], fields)).toMatchObject({
      problem: expect.stringMatching(/3 cells/),
    });
  });
});

describe('rowOfJson', () => {
  it('reads flat and nested objects', () => {
    const flat = '{"id":7,"left":"a.txt","right_text":"B","left_date":null,"else":[1]}';
    expect(rowOfJson(flat)).toEqual({
      ok: true,
      value: new Map([['id', '7'], ['left file', 'a.txt'], ['right text', 'B']]), // prettier-ignore
    });
    const nested = '{"left":{"text":"A","title":"T"},"right":{"file":"b.txt","mood":{}}}';
    expect(rowOfJson(nested)).toEqual({
      ok: true,
      value: new Map([['left text', 'A'], ['left title', 'T'], ['right file', 'b.txt']]), // prettier-ignore
    });
  });

  it.each([
    { line: '{', problem: /not JSON/ },
    { line: '[1]', problem: /no JSON object/ },
    { line: '{"left":["a"],"right":"b"}', problem: /left file is no text/ },
    { line: '{"left":"a","a":"b"}', problem: /left file twice/ },
    { line: '{"__proto__":{"left":"a"}}', problem: null },
  ])('answers $line', ({ line, problem }) => {
    const row = rowOfJson(line);
    if (problem === null) expect(row).toEqual({ ok: true, value: new Map() });
    else expect(row.ok ? '' : row.problem).toMatch(problem);
  });
});

describe('pairOfRow', () => {
  const row = (...cells: readonly [PairField, string][]) => pairOfRow(new Map(cells));

  it('takes a text rather than a file, and long or broken values for texts', () => {
    const found = row(['left file', 'a\nb'], ['right file', 'b.txt'], ['right text', 'B']);
    expect(found).toMatchObject({
      value: { left: { from: 'text', value: 'a\nb' }, right: { from: 'text', value: 'B' } },
    });
    const long = row(['left file', 'x'.repeat(1_001)], ['right file', ' b.txt ']);
    expect(long).toMatchObject({
      value: { left: { from: 'text' }, right: { from: 'file', value: 'b.txt' } },
    });
  });

  it('keeps details on one line, and leaves out a day that is none with a note', () => {
    const found = row(
      ['left file', 'a'],
      ['right file', 'b'],
      ['left title', ' One\n two '],
      ['left date', '2024-02-30'],
      ['right date', '2024-02-29T10:00:00Z'],
    );
    expect(found).toMatchObject({
      value: {
        left: { details: { title: 'One two' } },
        right: { details: { date: '2024-02-29' } },
        notes: ['The left date “2024-02-30” was left out: a day is YYYY-MM-DD.'],
      },
    });
  });

  it.each([
    { cells: [['right file', 'b']], problem: /no left article/ },
    { cells: [['left text', ' '], ['right file', 'b']], problem: /no left article/ }, // prettier-ignore
    { cells: [['left file', 'https://x.org'], ['right file', 'b']], problem: /address/ }, // prettier-ignore
    { cells: [['left file', '\\\\host\\share\\a.txt'], ['right file', 'b']], problem: /left article is on another computer/ }, // prettier-ignore
    { cells: [['left file', 'a'], ['right file', ' //host/share/b.txt']], problem: /right article is on another computer/ }, // prettier-ignore
    { cells: [['left file', 'a'], ['right file', '\\\\?\\UNC\\host\\b.txt']], problem: /another computer/ }, // prettier-ignore
    { cells: [['left file', 'a'], ['right file', 'b'], ['left url', 'x'.repeat(2_001)]], problem: /left url is too long/ }, // prettier-ignore
    { cells: [['left file', 'a'], ['right file', 'b'], ['id', 'x'.repeat(2_001)]], problem: /id or title/ }, // prettier-ignore
  ] as const)('refuses $cells', ({ cells, problem }) => {
    const found = pairOfRow(new Map(cells));
    expect(found.ok ? '' : found.problem).toMatch(problem);
  });
});

describe('dayOf', () => {
  it.each([
    ['2024-05-01', '2024-05-01'],
    ['20240501', '2024-05-01'],
    ['2024-05-01 10:00', '2024-05-01'],
    ['2024-13-01', null],
    ['1 May 2024', null],
    ['2024-05-0199', null],
  ])('reads %s as %s', (moment, day) => {
    expect(dayOf(moment)).toBe(day);
  });
});
