import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { guessDelimiter, RowSplitter, type DelimitedRow } from './delimited';

function split(pieces: readonly string[], delimiter = ','): readonly DelimitedRow[] {
  const splitter = new RowSplitter(delimiter);
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

function cellsOf(rows: readonly DelimitedRow[]): readonly (readonly string[])[] {
  return rows.map(({ cells }) => (cells.ok ? cells.value : [cells.problem]));
}

describe('guessDelimiter', () => {
  it.each([
    { head: 'left,right\nx;y', wanted: ',' },
    { head: 'left;right\r\n', wanted: ';' },
    { head: 'left\tright, or so', wanted: '\t' },
    { head: 'left|right', wanted: '|' },
    { head: '"a;b;c",right', wanted: ',' },
    { head: '\r\n\nleft;right', wanted: ';' },
    { head: 'left\tright\rx,y,z', wanted: '\t' },
    { head: 'left', wanted: ',' },
    { head: '', wanted: ',' },
  ])('takes $wanted in $head', ({ head, wanted }) => {
    expect(guessDelimiter(head)).toBe(wanted);
  });
});

describe('RowSplitter', () => {
  it.each([
    { text: 'a,b\nc,d', rows: [['a', 'b'], ['c', 'd']] }, // prettier-ignore
    { text: 'a,b\r\nc,d\r\n', rows: [['a', 'b'], ['c', 'd']] }, // prettier-ignore
    { text: 'a,b\rc,d\r', rows: [['a', 'b'], ['c', 'd']] }, // prettier-ignore
    { text: '"a,""b""\nc",d', rows: [['a,"b"\nc', 'd']] },
    { text: 'a,', rows: [['a', '']] },
    { text: ',\n\n,', rows: [['', ''], ['', '']] }, // prettier-ignore
    { text: '', rows: [] },
    { text: '\n\r\n', rows: [] },
    { text: 'say "no",b', rows: [['say "no"', 'b']] },
    { text: '"No" he said\nb', rows: [['"No" he said'], ['b']] },
    { text: '""', rows: [] },
  ])('splits $text', ({ text, rows }) => {
    expect(cellsOf(split([text]))).toEqual(rows);
  });

  it('says on which line each row begins', () => {
    const text = 'a,b\r\n"one\ntwo\r\nthree",x\n\n,y\rz';
    expect(split([text]).map(({ line }) => line)).toEqual([1, 2, 6, 7]);
  });

  it('says where a quote mark is never closed', () => {
    const [, row, after, ...more] = split(['a,b\nc,"open\nd,e\n']);
    expect(row).toEqual({
      line: 2,
      cells: { ok: false, problem: 'a quote mark opens a cell there and is never closed.' },
    });
    expect(after).toEqual({ line: 3, cells: { ok: true, value: ['d', 'e'] } });
    expect(more).toEqual([]);
  });

  it('gives up on a cell that is longer than any', () => {
    const splitter = new RowSplitter(',');
    expect(splitter.push('"a\n')).toEqual([]);
    const [row] = splitter.push('x'.repeat(25_000_001));
    expect(row?.cells.ok).toBe(false);
    expect(splitter.push('\nb,c\nd').map(({ line }) => line)).toEqual([3]);
  });

  it('reads what Papa Parse writes, in whatever pieces it comes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '😀', ';') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    const newline = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(rows, newline, fc.array(fc.nat(60)), (wanted, lineEnd, cuts) => {
        const text = Papa.unparse(wanted, { newline: lineEnd });
        let from = 0;
        const pieces = cuts.map((length) => text.slice(from, (from += length)));
        expect(cellsOf(split([...pieces, text.slice(from)]))).toEqual(wanted);
      }),
    );
  });
});
