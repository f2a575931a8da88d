import { expect, test } from 'vitest';
import type { Comparison } from '../model/comparison';
import { comparisonOf } from '../testing/arbitraries';
import { annotationRecord, linkRecord } from '../testing/records';
import { summarise, type Summary } from './summary';

/** A comparison from words: `l1` is a left claim, `r2q` a right quote, `l3f` a left figure; `l1-r2q` ties two. */
function comparison(words: string): Comparison {
  const all = words.split(' ').filter((word) => word !== '');
  return {
    ...comparisonOf('Text', 'Text'),
    annotations: all
      .filter((word) => !word.includes('-'))
      .map((id) =>
        annotationRecord({
          id,
          side: id.startsWith('l') ? 'left' : 'right',
          tag: id.endsWith('q') ? 'quote' : id.endsWith('f') ? 'figure' : 'claim',
          start: 0,
          end: 4,
          exact: 'Text',
        }),
      ),
    links: all
      .filter((word) => word.includes('-'))
      .map((word, index) => {
        const [left = '', right = ''] = word.split('-');
        const relation = index % 2 === 0 ? 'duplicate' : 'contradicts';
        return linkRecord({ id: `k${index}`, left, right, relation });
      }),
  };
}

const NONE: Summary = {
  claims: 0,
  quotes: 0,
  annotations: 0,
  links: 0,
  onlyLeft: 0,
  onlyRight: 0,
  both: 0,
};

const cases: [string, string, Partial<Summary>][] = [
  ['nothing', '', {}],
  [
    'no links',
    'l1 l2q r1 l3f',
    { claims: 2, quotes: 1, annotations: 4, onlyLeft: 3, onlyRight: 1 },
  ],
  ['a pair', 'l1 r1 l1-r1', { claims: 2, annotations: 2, links: 1, both: 1 }],
  [
    'a pair and one alone',
    'l1 r1 r2q l1-r1',
    { claims: 2, quotes: 1, annotations: 3, links: 1, onlyRight: 1, both: 1 },
  ],
  ['a pair tied twice', 'l1 r1 l1-r1 l1-r1', { claims: 2, annotations: 2, links: 2, both: 1 }],
  ['two pairs', 'l1 l2 r1 r2 l1-r1 l2-r2', { claims: 4, annotations: 4, links: 2, both: 2 }],
  ['one said twice', 'l1 r1 r2 l1-r1 l1-r2', { claims: 3, annotations: 3, links: 2, both: 1 }],
  [
    'a chain',
    'l1 l2 l3 r1 r2 l1-r1 l2-r2 l2-r1',
    { claims: 5, annotations: 5, links: 3, onlyLeft: 1, both: 1 },
  ],
  [
    'a ring',
    'l1 l2 r1 r2 l1-r1 l1-r2 l2-r1 l2-r2',
    { claims: 4, annotations: 4, links: 4, both: 1 },
  ],
];
test.each(cases)('%s: %s', (_name, words, expected) => {
  expect(summarise(comparison(words))).toStrictEqual({ ...NONE, ...expected });
});

test('one said very often is counted', () => {
  const many = 50_000;
  const words = Array.from({ length: many }, (_, index) => `r${index} l1-r${index}`);
  expect(summarise(comparison(`l1 ${words.join(' ')}`))).toMatchObject({ links: many, both: 1 });
});
