import { describe, expect, test } from 'vitest';
import type { Annotation } from '../model/annotation';
import { comparisonProblem, inOrder, type Comparison } from '../model/comparison';
import type { Link } from '../model/link';
import { NOW, comparisonOf, deepFreeze } from '../testing/arbitraries';
import { apply } from './apply';
import { editSchema, type Change, type Edit } from './edit';

const LEFT = 'One 😀 two three';
const RIGHT = 'Eins 😀 zwei';

function annotation(id: string, side: Annotation['side'], start: number, end: number): Annotation {
  return {
    id,
    side,
    tag: 'claim',
    start,
    end,
    exact: (side === 'left' ? LEFT : RIGHT).slice(start, end),
    speaker: 'Ada',
    stance: '',
    certainty: '',
    note: '',
    origin: 'manual',
    by: 'tester',
    created: NOW,
    modified: NOW,
  };
}

function link(id: string, left: string, right: string, relation = 'duplicate'): Link {
  return {
    id,
    left,
    right,
    relation,
    kind: 'near',
    score: null,
    note: '',
    origin: 'manual',
    by: 'tester',
    created: NOW,
  };
}

const l1 = annotation('l1', 'left', 0, 3);
const l2 = annotation('l2', 'left', 7, 10);
const r1 = annotation('r1', 'right', 0, 4);
const r2 = annotation('r2', 'right', 8, 12);
const k1 = link('k1', 'l1', 'r1');
const k2 = link('k2', 'l1', 'r1', 'contradicts');
const START: Comparison = deepFreeze({
  ...comparisonOf(LEFT, RIGHT),
  annotations: [l1, l2, r1, r2],
  links: [k1, k2],
});

const edit = (...changes: Change[]): Edit => deepFreeze({ name: 'Test', changes });

test('the comparison these tests start from is sound', () => {
  expect(comparisonProblem(START)).toBeNull();
  expect(START).toStrictEqual(inOrder(START));
});

const l0 = annotation('l0', 'left', 3, 6);
const k0 = link('k0', 'l2', 'r2');
const changes: [Change, Change, Comparison][] = [
  [
    { type: 'add-annotation', annotation: l0 },
    { type: 'delete-annotation', id: 'l0' },
    { ...START, annotations: [l1, l0, l2, r1, r2] },
  ],
  [
    { type: 'delete-annotation', id: 'l2' },
    { type: 'add-annotation', annotation: l2 },
    { ...START, annotations: [l1, r1, r2] },
  ],
  [
    { type: 'change-annotation', id: 'l1', set: { tag: 'quote', speaker: '' } },
    { type: 'change-annotation', id: 'l1', set: { tag: 'claim', speaker: 'Ada' } },
    { ...START, annotations: [{ ...l1, tag: 'quote', speaker: '' }, l2, r1, r2] },
  ],
  [
    { type: 'change-annotation', id: 'l1', set: { start: 11, end: 16, exact: 'three' } },
    { type: 'change-annotation', id: 'l1', set: { start: 0, end: 3, exact: 'One' } },
    { ...START, annotations: [l2, { ...l1, start: 11, end: 16, exact: 'three' }, r1, r2] },
  ],
  [
    { type: 'add-link', link: k0 },
    { type: 'delete-link', id: 'k0' },
    { ...START, links: [k0, k1, k2] },
  ],
  [
    { type: 'delete-link', id: 'k1' },
    { type: 'add-link', link: k1 },
    { ...START, links: [k2] },
  ],
  [
    { type: 'change-link', id: 'k2', set: { kind: 'reworded', note: 'Why' } },
    { type: 'change-link', id: 'k2', set: { kind: 'near', note: '' } },
    { ...START, links: [k1, { ...k2, kind: 'reworded', note: 'Why' }] },
  ],
  [
    { type: 'change-article', side: 'right', set: { author: 'Bo', date: '' } },
    { type: 'change-article', side: 'right', set: { author: '', date: '2024-02-29' } },
    { ...START, right: { ...START.right, author: 'Bo', date: '' } },
  ],
  [
    { type: 'change-title', title: 'New' },
    { type: 'change-title', title: 'A comparison' },
    { ...START, title: 'New' },
  ],
];

test.each(changes)('%j is taken back by %j', (change, inverse, after) => {
  expect(apply(START, edit(change))).toStrictEqual({
    ok: true,
    value: { comparison: after, inverse: edit(inverse) },
  });
  const back = apply(after, edit(inverse));
  expect(back).toStrictEqual({ ok: true, value: { comparison: START, inverse: edit(change) } });
});

test('the inverse of several changes takes them back last first', () => {
  const both = edit(
    { type: 'delete-link', id: 'k1' },
    { type: 'delete-link', id: 'k2' },
    { type: 'delete-annotation', id: 'l1' },
  );
  const applied = apply(START, both);
  expect(applied).toStrictEqual({
    ok: true,
    value: {
      comparison: { ...START, annotations: [l2, r1, r2], links: [] },
      inverse: edit(
        { type: 'add-annotation', annotation: l1 },
        { type: 'add-link', link: k2 },
        { type: 'add-link', link: k1 },
      ),
    },
  });
});

const added = (set: Partial<Annotation>): Change => ({
  type: 'add-annotation',
  annotation: { ...l0, ...set },
});
const respanned = (start: number, end: number, exact: string): Change => ({
  type: 'change-annotation',
  id: 'l1',
  set: { start, end, exact },
});
const linked = (set: Partial<Link>): Change => ({ type: 'add-link', link: { ...k0, ...set } });

const GONE = 'This annotation is no longer there.';
const EMPTY = 'The span is empty.';
const PAST = 'The span reaches past the end of the article.';
const CUT = 'The span cuts a character in two.';
const OTHER = 'The span does not hold the text it says it holds.';
const SIDES_WRONG = 'A link ties an annotation of the left article to one of the right.';
const TWIN = 'These two are already linked.';

const refusals: [string, Change, string][] = [
  ['delete a missing annotation', { type: 'delete-annotation', id: 'no' }, GONE],
  ['change a missing annotation', { type: 'change-annotation', id: 'no', set: {} }, GONE],
  ['delete a missing link', { type: 'delete-link', id: 'no' }, 'This link is no longer there.'],
  [
    'change a missing link',
    { type: 'change-link', id: 'no', set: {} },
    'This link is no longer there.',
  ],
  ['link a missing left annotation', linked({ left: 'no' }), SIDES_WRONG],
  ['link a missing right annotation', linked({ right: 'no' }), SIDES_WRONG],
  ['link the wrong way round', linked({ left: 'r2', right: 'l2' }), SIDES_WRONG],
  ['link two of one side', linked({ right: 'l1' }), SIDES_WRONG],
  ['link a twin', linked({ left: 'l1', right: 'r1' }), TWIN],
  [
    'change a link into a twin',
    { type: 'change-link', id: 'k2', set: { relation: 'duplicate' } },
    TWIN,
  ],
  ['add an annotation twice', added({ id: 'r2' }), 'This annotation is already there.'],
  ['add a link twice', linked({ id: 'k1' }), 'This link is already there.'],
  ['add past the end', added({ start: 11, end: 17, exact: 'three' }), PAST],
  ['respan past the end', respanned(11, 17, 'three'), PAST],
  ['add an empty span', added({ start: 4, end: 4, exact: '' }), EMPTY],
  ['add a reversed span', added({ start: 5, end: 4 }), EMPTY],
  ['respan to an empty span', respanned(4, 4, ''), EMPTY],
  ['add from within a pair', added({ start: 5, end: 6, exact: LEFT.slice(5, 6) }), CUT],
  ['add to within a pair', added({ start: 0, end: 5, exact: LEFT.slice(0, 5) }), CUT],
  ['respan to within a pair', respanned(0, 5, LEFT.slice(0, 5)), CUT],
  ['add with another text', added({ exact: 'One' }), OTHER],
  [
    'add with the other article’s offsets',
    added({ side: 'right', start: 0, end: 3, exact: 'One' }),
    OTHER,
  ],
  ['respan without the new text', respanned(4, 6, 'One'), OTHER],
  ['move one end only', { type: 'change-annotation', id: 'l1', set: { end: 2 } }, OTHER],
  [
    'delete a linked left annotation',
    { type: 'delete-annotation', id: 'l1' },
    'This annotation is still linked; its links have to go first.',
  ],
  [
    'delete a linked right annotation',
    { type: 'delete-annotation', id: 'r1' },
    'This annotation is still linked; its links have to go first.',
  ],
];

test.each(refusals)('refuses to %s', (_name, change, problem) => {
  expect(apply(START, edit(change))).toStrictEqual({ ok: false, problem });
});

test.each(refusals)(
  'all or nothing: an edit is refused whole that would %s',
  (_n, change, problem) => {
    const before = structuredClone(START);
    const rename: Change = { type: 'change-title', title: 'Half done' };
    expect(apply(START, edit(rename, change, rename))).toStrictEqual({ ok: false, problem });
    expect(START).toStrictEqual(before);
  },
);

test('a link may become what its former twin was', () => {
  const swap = edit(
    { type: 'delete-link', id: 'k1' },
    { type: 'change-link', id: 'k2', set: { relation: 'duplicate' } },
  );
  const outcome = apply(START, swap);
  if (!outcome.ok) throw new Error(outcome.problem);
  expect(outcome.value.comparison.links).toEqual([{ ...k2, relation: 'duplicate' }]);
  expect(apply(outcome.value.comparison, outcome.value.inverse)).toMatchObject({
    value: { comparison: START },
  });
});

test('a relation may be set to what it is', () => {
  const same = edit({ type: 'change-link', id: 'k1', set: { relation: 'duplicate' } });
  expect(apply(START, same)).toStrictEqual({
    ok: true,
    value: { comparison: START, inverse: same },
  });
});

describe('editSchema', () => {
  const rename = { type: 'change-title', title: 'New' };
  test.each(changes)('takes %j', (change) => {
    expect(editSchema.parse(edit(change))).toStrictEqual(edit(change));
  });

  const bad: [string, unknown, (string | number)[]][] = [
    ['no changes', { name: 'Test', changes: [] }, ['changes']],
    ['no name', { name: '', changes: [rename] }, ['name']],
    ['an unknown key of the edit', { name: 'Test', changes: [rename], extra: 1 }, []],
    [
      'an unknown key of a change',
      { name: 'Test', changes: [{ ...rename, x: 1 }] },
      ['changes', 0],
    ],
    ['an unknown type', { name: 'Test', changes: [{ type: 'no' }] }, ['changes', 0, 'type']],
    ...[
      { type: 'change-annotation', id: 'l1', set: { side: 'right' } },
      { type: 'change-annotation', id: 'l1', set: { id: 'l9' } },
      { type: 'change-link', id: 'k1', set: { left: 'l2' } },
      { type: 'change-link', id: 'k1', set: { score: 1 } },
      { type: 'change-article', side: 'left', set: { text: 'New' } },
      { type: 'change-article', side: 'left', set: { sha256: 'f'.repeat(64) } },
    ].map((change): [string, unknown, (string | number)[]] => [
      `${change.type} with ${JSON.stringify(change.set)}`,
      { name: 'Test', changes: [change] },
      ['changes', 0, 'set'],
    ]),
    ...(
      [
        ['change-annotation', 'tag', { id: 'l1' }],
        ['change-annotation', 'exact', { id: 'l1' }],
        ['change-link', 'relation', { id: 'k1' }],
        ['change-article', 'title', { side: 'left' }],
      ] as const
    ).map(([type, key, rest]): [string, unknown, (string | number)[]] => [
      `${type} with ${key} undefined`,
      { name: 'Test', changes: [{ type, ...rest, set: { [key]: undefined } }] },
      ['changes', 0, 'set', key],
    ]),
  ];
  test.each(bad)('refuses %s', (_name, value, path) => {
    const parsed = editSchema.safeParse(value);
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map((issue) => issue.path)).toEqual([path]);
  });
});
