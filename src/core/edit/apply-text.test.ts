import { expect, test } from 'vitest';
import type { Comparison } from '../model/comparison';
import type { UnplacedAnnotation } from '../model/unplaced';
import { comparisonOf, deepFreeze, NOW, sha256 } from '../testing/arbitraries';
import { annotationRecord, linkRecord } from '../testing/records';
import { apply } from './apply';
import { deleteAnnotation } from './build-edits';
import { dropUnplaced, placeUnplaced } from './build-unplaced-edits';
import type { Change, Edit } from './edit';

const AUTHOR = { by: 'Ana', now: '2026-05-06T07:08:09.000Z', newId: () => 'new' };
const tail = annotationRecord({ id: 'l1', start: 4, end: 8, exact: 'tail' });
const head = annotationRecord({ id: 'l2', start: 0, end: 3, exact: 'One' });
const right = annotationRecord({ id: 'r1', side: 'right', start: 0, end: 4, exact: 'Eins' });
const [kept, waits] = [
  linkRecord({ id: 'k1', left: 'l2', right: 'r1' }),
  linkRecord({ id: 'k2', left: 'l1', right: 'r1' }),
];
const START: Comparison = deepFreeze({
  ...comparisonOf('One tail', 'Eins'),
  annotations: [head, tail, right],
  links: [kept, waits],
});
const TEXT = 'Number One';
const correction: Extract<Change, { type: 'change-text' }> = {
  type: 'change-text',
  side: 'left',
  text: TEXT,
  sha256: sha256(TEXT),
  placed: [{ id: 'l2', start: 7, end: 10 }],
  unplaced: [{ id: 'l1', exact: 'tail', prefix: 'One ', suffix: '', guess: null }],
  rejections: [],
  proposed: [],
};
const { start: _start, end: _end, ...tailWords } = tail;
const WAITING: UnplacedAnnotation = { ...tailWords, prefix: 'One ', suffix: '', guess: null };

function edit(...changes: Change[]): Edit {
  return { name: 'Test', changes };
}

function after(comparison: Comparison, done: Edit): Comparison {
  const outcome = apply(comparison, done);
  if (!outcome.ok) throw new Error(outcome.problem);
  return deepFreeze(outcome.value.comparison);
}

const CORRECTED = after(START, edit(correction));

test('another text moves what has a place in it; the rest waits, its links with it', () => {
  expect(CORRECTED).toStrictEqual({
    ...START,
    left: { ...START.left, text: TEXT, sha256: sha256(TEXT) },
    annotations: [{ ...head, start: 7, end: 10 }, right],
    links: [kept],
    unplaced: { annotations: [WAITING], links: [waits] },
  });
});

test('an annotation that waited gets a place, and its links stand again', () => {
  const placed = after(CORRECTED, placeUnplaced(CORRECTED, WAITING, { start: 0, end: 6 }, AUTHOR));
  const annotation = { ...tail, start: 0, end: 6, exact: 'Number', modified: AUTHOR.now };
  expect(placed).toStrictEqual({
    ...CORRECTED,
    annotations: [annotation, { ...head, start: 7, end: 10 }, right],
    links: [kept, waits],
    unplaced: { annotations: [], links: [] },
  });
});

test('an annotation that waited goes with its links', () => {
  expect(after(CORRECTED, dropUnplaced(CORRECTED, WAITING))).toStrictEqual({
    ...CORRECTED,
    unplaced: { annotations: [], links: [] },
  });
});

test('deleting an annotation takes the links along that wait for its partner', () => {
  expect(after(CORRECTED, deleteAnnotation(CORRECTED, right))).toStrictEqual({
    ...CORRECTED,
    annotations: [{ ...head, start: 7, end: 10 }],
    links: [],
    unplaced: { annotations: [WAITING], links: [] },
  });
});

const refused: [string, Comparison, Change, RegExp][] = [
  ['no text', START, { ...correction, text: ' \n' }, /needs a text/],
  ['an annotation left out', START, { ...correction, unplaced: [] }, /other annotations/],
  [
    'an annotation named twice',
    START,
    { ...correction, placed: [...correction.placed, { id: 'l1', start: 0, end: 6 }] },
    /other annotations/,
  ],
  [
    'an annotation of the other article',
    START,
    { ...correction, placed: [{ id: 'r1', start: 0, end: 4 }] },
    /other annotations/,
  ],
  [
    'a place past the end',
    START,
    { ...correction, placed: [{ id: 'l2', start: 7, end: 11 }] },
    /past the end/,
  ],
  [
    'a guess past the end',
    START,
    {
      ...correction,
      unplaced: [
        {
          id: 'l1',
          exact: 'tail',
          prefix: '',
          suffix: '',
          guess: { start: 1, end: 99, score: 0.5 },
        },
      ],
    },
    /best guess .+ past the end/,
  ],
  [
    'a rejection that is not in the text',
    START,
    {
      ...correction,
      rejections: [{ kind: 'claim', left: { start: 0, end: 3, exact: 'One' }, right: null }],
    },
    /does not hold the text/,
  ],
  [
    'taking away what is still linked',
    CORRECTED,
    { type: 'delete-unplaced', id: 'l1' },
    /still linked/,
  ],
  [
    'the id of one that waits, given to an annotation',
    CORRECTED,
    { type: 'add-annotation', annotation: { ...head, id: 'l1', start: 7, end: 10 } },
    /already there/,
  ],
  [
    'the twin of a link that waits',
    CORRECTED,
    { type: 'add-link', link: { ...waits, id: 'k3' } },
    /already linked/,
  ],
];

test.each(refused)('refused: %s', (_name, comparison, change, problem) => {
  const outcome = apply(comparison, edit(change));
  expect(outcome.ok ? 'It was done.' : outcome.problem).toMatch(problem);
});

test('a link waits where one of its ends has no place, and is changed there', () => {
  const link = linkRecord({ id: 'k9', left: 'l1', right: 'r1', relation: 'omits', created: NOW });
  const added = after(CORRECTED, edit({ type: 'add-link', link }));
  expect(added.unplaced.links).toStrictEqual([waits, link]);
  const changed = after(added, edit({ type: 'change-link', id: 'k9', set: { note: 'Why' } }));
  expect(changed.unplaced.links).toStrictEqual([waits, { ...link, note: 'Why' }]);
  expect(changed.links).toBe(added.links);
});
