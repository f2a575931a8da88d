import type { Comparison } from '../model/comparison';
import { inOrder } from '../model/comparison';
import { comparisonOf } from './arbitraries';
import { annotationRecord, linkRecord } from './records';

const LEFT = 'Bridge 🌉 opened\n\n“We did it,” said the mayor 👩🏽‍⚖️.\nשלום to all.\n';
const RIGHT = 'The bridge was opened.\nA tab\there, and “done”.\n';

function spanIn(text: string, exact: string) {
  const start = text.indexOf(exact);
  return { start, end: start + exact.length, exact };
}

/** A comparison in which code units, code points and lines disagree, and whose fields hold what formats stumble over. */
export const EXAMPLE: Comparison = inOrder({
  ...comparisonOf(LEFT, RIGHT),
  id: 'example-1',
  title: 'Bridge <b>"opened"</b> & more',
  annotations: [
    annotationRecord({ id: 'l1', ...spanIn(LEFT, '🌉 opened'), by: 'Ana' }),
    annotationRecord({
      id: 'l2',
      ...spanIn(LEFT, '“We did it,” said the mayor 👩🏽‍⚖️.\nשלום'),
      tag: 'quote',
      speaker: '=HYPERLINK("http://evil.test")',
      stance: 'disputes',
      certainty: 'doubtful',
      note: 'Two\nlines, a \\ and a “,"',
      origin: 'suggested',
    }),
    annotationRecord({ id: 'r1', side: 'right', ...spanIn(RIGHT, 'was opened'), tag: 'own tag €' }),
    annotationRecord({ id: 'r2', side: 'right', ...spanIn(RIGHT, 'tab\there') }),
  ],
  links: [
    linkRecord({ id: 'k1', left: 'l1', right: 'r1', score: 0.5, note: '-1', by: 'Ana' }),
    linkRecord({ id: 'k2', left: 'l2', right: 'r2', relation: 'says more than' }),
  ],
});
