import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { EXAMPLE } from '../testing/example';
import { ANNOTATION_COLUMNS, annotationRecords, csvHead, LINK_COLUMNS, linkRecords } from './csv';

function read(csv: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(csv, {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

test('another reader finds each annotation, by code points', () => {
  const rows = read(csvHead(ANNOTATION_COLUMNS) + annotationRecords(EXAMPLE));
  expect(rows.map(({ id }) => id)).toEqual(['l1', 'l2', 'r2', 'r1'].toSorted());
  for (const { article, start, end, exact } of rows) {
    const { text } = EXAMPLE[article as 'left' | 'right'];
    expect(Array.from(text).slice(Number(start), Number(end)).join('')).toBe(exact);
  }
});

test('no cell is a formula, and what looked like one can be told', () => {
  const rows = read(csvHead(ANNOTATION_COLUMNS) + annotationRecords(EXAMPLE));
  expect(rows.map(({ speaker }) => speaker)).toContain(`'=HYPERLINK("http://evil.test")`);
  const links = read(csvHead(LINK_COLUMNS) + linkRecords(EXAMPLE));
  expect(links.map(({ note }) => note)).toEqual(["'-1", '']);
  for (const cell of [...rows, ...links].flatMap((row) => Object.values(row)))
    expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
});

test('links say what they tie', () => {
  const [first] = read(csvHead(LINK_COLUMNS) + linkRecords(EXAMPLE));
  expect(first).toMatchObject({
    comparison: 'example-1',
    left: 'l1',
    right: 'r1',
    score: '0.5',
    left_exact: '🌉 opened',
    right_exact: 'was opened',
  });
});
