import { describe, expect, it } from 'vitest';
import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import type { Link } from '../model/link';
import { comparisonOf } from '../testing/arbitraries';
import { annotationRecord, linkRecord } from '../testing/records';
import {
  annotationRows,
  filterRows,
  sortRows,
  type RowFilter,
  type RowOrder,
} from './annotation-rows';

const TEXT = 'Zoë won. “Ten,” said Ann. Nine more.';

function annotation(id: string, exact: string, more: Partial<Annotation> = {}): Annotation {
  const start = TEXT.indexOf(exact);
  return annotationRecord({ id, start, end: start + exact.length, exact, ...more });
}

function link(id: string, left: string, right: string, relation = 'duplicate'): Link {
  return linkRecord({ id, left, right, relation });
}

const COMPARISON: Comparison = {
  ...comparisonOf(TEXT, TEXT),
  annotations: [
    annotation('a', 'Zoë won', { certainty: 'possible', stance: 'disputes' }),
    annotation('b', '“Ten,”', { tag: 'quote', speaker: 'Ann', note: 'see page 10' }),
    annotation('c', 'Nine more', {
      speaker: 'ben',
      modified: '2026-05-01T00:00:00Z',
      certainty: 'certain',
    }),
    annotation('d', 'Zoë won', {
      side: 'right',
      speaker: 'Ann',
      certainty: 'doubtful',
      stance: 'supports',
    }),
    annotation('e', 'Nine', { side: 'right', note: 'see page 9' }),
  ],
  links: [link('k', 'a', 'd'), link('m', 'a', 'd', 'corrects'), link('n', 'a', 'e')],
};
const ROWS = annotationRows(COMPARISON);
const ids = (rows: typeof ROWS) => rows.map((row) => row.annotation.id).join('');

describe('annotationRows', () => {
  it('tells of each annotation its partners, each once, and who says it', () => {
    expect(
      ROWS.map((row) => [row.annotation.id, row.partners.map(({ id }) => id).join(''), row.saidIn]),
    ).toEqual([
      ['a', 'de', 'both'],
      ['b', '', 'left'],
      ['c', '', 'left'],
      ['d', 'a', 'both'],
      ['e', 'a', 'both'],
    ]);
  });
});

describe('filterRows', () => {
  const all: RowFilter = { words: '', side: null, tag: null, speaker: null, saidIn: null };
  it.each<[Partial<RowFilter>, string]>([
    [{}, 'abcde'],
    [{ words: ' zoe ' }, 'ad'],
    [{ words: 'page TEN' }, 'b'],
    [{ words: 'ann' }, 'bd'],
    [{ words: 'nothing' }, ''],
    [{ side: 'right' }, 'de'],
    [{ tag: 'quote' }, 'b'],
    [{ speaker: 'Ann', side: 'left' }, 'b'],
    [{ speaker: '' }, 'ae'],
    [{ saidIn: 'left' }, 'bc'],
    [{ saidIn: 'right' }, ''],
    [{ saidIn: 'both', words: 'nine' }, 'e'],
  ])('%j wants %s', (filter, wanted) => {
    expect(ids(filterRows(ROWS, { ...all, ...filter }))).toBe(wanted);
  });
});

describe('sortRows', () => {
  it.each<[RowOrder['by'], string, string]>([
    ['place', 'abcde', 'edcba'],
    ['tag', 'acdeb', 'bacde'],
    ['text', 'becad', 'adceb'],
    ['speaker', 'bdcae', 'cbdae'],
    ['stance', 'dabce', 'adbce'],
    ['certainty', 'cadbe', 'dacbe'],
    ['note', 'ebacd', 'beacd'],
    ['saidIn', 'adebc', 'bcade'],
    ['modified', 'abdec', 'cabde'],
  ])('by %s: %s, descending %s', (by, up, down) => {
    expect(ids(sortRows(ROWS, { by, descending: false }))).toBe(up);
    expect(ids(sortRows(ROWS, { by, descending: true }))).toBe(down);
  });
});
