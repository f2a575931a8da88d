import { describe, expect, test } from 'vitest';
import { apply } from '../../core/edit/apply';
import {
  addAnnotation,
  addLink,
  deleteLink,
  retag,
  type Author,
} from '../../core/edit/build-edits';
import { dropUnplaced, placeUnplaced } from '../../core/edit/build-unplaced-edits';
import type { Edit } from '../../core/edit/edit';
import { EMPTY_HISTORY, recordStep, takeRedo, takeUndo } from '../../core/edit/history';
import type { Annotation } from '../../core/model/annotation';
import type { UnplacedAnnotation } from '../../core/model/unplaced';
import { comparisonOf, idMaker, NOW } from '../../core/testing/arbitraries';
import { NO_PICKS } from './session';
import { notesOf, sayChange, sayCursor } from './spoken';

const author: Author = { by: '', now: NOW, newId: idMaker() };
const START = {
  comparison: comparisonOf('One is here. Two is too.\n\nThree.', 'Uno. Due.'),
  history: EMPTY_HISTORY,
  picks: NO_PICKS,
  side: 'left' as const,
};
type State = typeof START;

function done(state: State, edit: Edit): State {
  const applied = apply(state.comparison, edit);
  if (!applied.ok) throw new Error(applied.problem);
  const { comparison, inverse } = applied.value;
  return { ...state, comparison, history: recordStep(state.history, { edit, inverse }) };
}

const claim = addAnnotation(START.comparison, 'left', { start: 0, end: 12 }, 'claim', author);
const tagged = done(START, claim.edit);
const link = addLink(
  tagged.comparison,
  { annotation: claim.annotation },
  { side: 'right', span: { start: 0, end: 4 } },
  author,
);
const linked = done(tagged, link.edit);
const undone = { ...linked, history: takeUndo(linked.history)?.history ?? EMPTY_HISTORY };
const redone = { ...linked, history: takeRedo(undone.history)?.history ?? EMPTY_HISTORY };
const [tie] = linked.comparison.links;
if (!tie) throw new Error('Nothing was linked.');
const span = { kind: 'span', span: { start: 13, end: 24 } } as const;
const pickedClaim = { kind: 'annotation', id: claim.annotation.id } as const;

const waits = (fields: Annotation): UnplacedAnnotation => {
  const { start, end, ...rest } = fields;
  return { ...rest, prefix: '', suffix: '', guess: { start, end, score: 0.6 } };
};
const [first, second] = [
  waits(claim.annotation),
  waits({ ...claim.annotation, id: 'second', tag: 'quote' }),
];
const waiting: State = {
  ...START,
  comparison: {
    ...linked.comparison,
    annotations: linked.comparison.annotations.filter(({ id }) => id !== first.id),
    links: [],
    unplaced: { annotations: [first, second], links: [tie] },
  },
};
const placed = done(waiting, placeUnplaced(waiting.comparison, first, claim.annotation, author));
const dropped = done(placed, dropUnplaced(placed.comparison, second));

describe('what is said of an action', () => {
  test.each([
    ['tagging', START, tagged, 'Add claim: “One is here.”'],
    [
      'another tag',
      tagged,
      done(tagged, retag(claim.annotation, 'quote', author)),
      'Change to quote: “One is here.”',
    ],
    ['linking, worked in the left article', tagged, linked, 'Linked with “Uno.”'],
    [
      'linking, worked in the right one',
      tagged,
      { ...linked, side: 'right' as const },
      'Linked with “One is here.”',
    ],
    ['unlinking', linked, done(linked, deleteLink(tie)), 'Unlink'],
    ['undo', linked, undone, 'Undone: link'],
    ['redo', undone, redone, 'Done again: link'],
    [
      'a selection',
      START,
      { ...START, picks: { left: span, right: null } },
      'Selected “Two is too.”',
    ],
    [
      'a pick',
      linked,
      { ...linked, picks: { left: pickedClaim, right: null } },
      'Claim, left article: “One is here.”, linked to “Uno.”',
    ],
    ['letting go', { ...START, picks: { left: span, right: null } }, START, null],
    [
      'another comparison',
      START,
      { ...tagged, comparison: { ...tagged.comparison, id: 'other' } },
      null,
    ],
    ['nothing', START, { ...START }, null],
    [
      'opening what has annotations to place',
      { ...waiting, comparison: null },
      waiting,
      '2 annotations have no sure place; they are under To place.',
    ],
    ['placing one', waiting, placed, 'Place claim: “One is here.”, linked again'],
    ['placing the last', placed, dropped, 'Delete quote. Nothing is left to place.'],
    [
      'bringing one back',
      dropped,
      { ...placed, history: takeUndo(dropped.history)?.history ?? EMPTY_HISTORY },
      'Undone: delete quote. 1 annotation has no sure place; it is under To place.',
    ],
  ] as const)('%s', (_name, before, after, said) => {
    expect(sayChange(before, after)).toBe(said);
  });
});

test.each([
  [0, 'word', 'One; Claim, linked'],
  [4, 'word', 'is'],
  [0, 'sentence', 'One is here.; Claim, linked'],
  [3, 'character', 'space'],
  [26, 'article', 'Three'],
] as const)('at %i, by %s: %s', (at, by, said) => {
  expect(sayCursor(linked.comparison, 'left', at, by)).toBe(said);
});

test('a paragraph lists what is marked in it, and one with nothing is left out', () => {
  const paragraphs = [
    { start: 0, end: 24 },
    { start: 26, end: 32 },
  ];
  expect(notesOf(linked.comparison, 'left', paragraphs)).toEqual([
    {
      start: 0,
      lines: [
        { id: claim.annotation.id, line: 'Claim, left article: “One is here.”, linked to “Uno.”' },
      ],
    },
  ]);
});
