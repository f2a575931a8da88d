import { expect, test } from 'vitest';
import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import type { Side } from '../model/fields';
import { NOW, comparisonOf, deepFreeze } from '../testing/arbitraries';
import { apply } from './apply';
import {
  addAnnotation,
  addLink,
  changeArticle,
  deleteAnnotation,
  deleteLink,
  renameComparison,
  respan,
  retag,
  setCertainty,
  setLinkNote,
  setNote,
  setRelation,
  setSpeaker,
  setStance,
  type Author,
  type LinkEnd,
} from './build-edits';
import { editSchema, type Edit } from './edit';

const LATER = '2026-03-05T00:00:00Z';
const START = deepFreeze(comparisonOf('He said “we won” 😀 today', '“We won!” is what he said'));
const QUOTES = { left: { start: 8, end: 16 }, right: { start: 0, end: 9 } };
const PLAIN = { left: { start: 0, end: 7 }, right: { start: 10, end: 25 } };

function authorFrom(first: number): Author {
  let next = first;
  return { by: 'tester', now: LATER, newId: () => `id${next++}` };
}

function done(comparison: Comparison, edit: Edit): Comparison {
  expect(editSchema.parse(edit)).toStrictEqual(edit);
  const outcome = apply(comparison, edit);
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.value.comparison;
}

function only(comparison: Comparison): Annotation {
  expect(comparison.annotations).toHaveLength(1);
  return comparison.annotations[0] as Annotation;
}

const tagged = addAnnotation(START, 'left', QUOTES.left, 'quote', {
  ...authorFrom(1),
  now: NOW,
});

test('addAnnotation tags the span alone, whatever else the span’s object holds', () => {
  const span = { ...QUOTES.left, extra: true };
  const { edit, annotation } = addAnnotation(START, 'left', span, 'quote', authorFrom(1));
  expect(edit.name).toBe('Add quote');
  expect(only(done(START, edit))).toStrictEqual(annotation);
  expect(annotation).toStrictEqual({
    id: 'id1',
    side: 'left',
    tag: 'quote',
    start: 8,
    end: 16,
    exact: '“we won”',
    speaker: '',
    stance: '',
    certainty: '',
    note: '',
    origin: 'manual',
    by: 'tester',
    created: LATER,
    modified: LATER,
  });
});

const author = authorFrom(50);
const mark = tagged.annotation;
const changes: [string, Edit, Partial<Annotation>][] = [
  ['Change to claim', retag(mark, 'claim', author), { tag: 'claim' }],
  ['Change speaker', setSpeaker(mark, 'Ada', author), { speaker: 'Ada' }],
  ['Change stance', setStance(mark, 'disputes', author), { stance: 'disputes' }],
  ['Change certainty', setCertainty(mark, 'probable', author), { certainty: 'probable' }],
  ['Change note', setNote(mark, 'Why', author), { note: 'Why' }],
  [
    'Change span',
    respan(START, mark, { start: 17, end: 19 }, author),
    { start: 17, end: 19, exact: '😀' },
  ],
];
test.each(changes)('%s changes that and the moment, nothing else', (name, edit, set) => {
  expect(edit.name).toBe(name);
  const after = only(done(done(START, tagged.edit), edit));
  expect(after).toStrictEqual({ ...mark, ...set, modified: LATER });
});

const end = (side: Side, spans: typeof PLAIN): LinkEnd => ({ side, span: spans[side] });
const links: [string, LinkEnd, LinkEnd, string[], string][] = [
  ['two quotes', end('left', QUOTES), end('right', QUOTES), ['quote', 'quote'], 'verbatim'],
  ['a quote and a claim', end('left', QUOTES), end('right', PLAIN), ['claim', 'claim'], 'reworded'],
  ['a claim and a quote', end('left', PLAIN), end('right', QUOTES), ['claim', 'claim'], 'reworded'],
  ['what is tagged', { annotation: mark }, end('right', PLAIN), ['quote', 'quote'], 'reworded'],
  [
    'what is tagged otherwise',
    { annotation: { ...mark, tag: 'figure' } },
    end('right', QUOTES),
    ['figure', 'figure'],
    'verbatim',
  ],
];
test.each(links)('addLink ties %s', (_name, left, right, tags, kind) => {
  const before = 'annotation' in left ? { ...START, annotations: [left.annotation] } : START;
  const built = addLink(before, left, right, authorFrom(5));
  const after = done(before, built.edit);
  expect(built.edit.name).toBe('Link');
  expect(after.annotations).toStrictEqual([built.left, built.right]);
  expect(after.annotations.map(({ side }) => side)).toEqual(['left', 'right']);
  expect(after.annotations.map(({ tag }) => tag)).toEqual(tags);
  expect(after.links).toStrictEqual([
    {
      id: 'annotation' in left ? 'id6' : 'id7',
      left: built.left.id,
      right: built.right.id,
      relation: 'duplicate',
      kind,
      score: null,
      note: '',
      origin: 'manual',
      by: 'tester',
      created: LATER,
    },
  ]);
});

test('deleteAnnotation takes its links along and no others; deleteLink leaves the annotations', () => {
  const first = addLink(START, end('left', PLAIN), end('right', PLAIN), authorFrom(1));
  const one = done(START, first.edit);
  const second = addLink(one, { annotation: first.left }, end('right', QUOTES), authorFrom(10));
  const two = done(one, second.edit);
  const third = addLink(two, end('left', QUOTES), { annotation: second.right }, authorFrom(20));
  const three = done(two, third.edit);
  expect(three.links).toHaveLength(3);

  const without = done(three, deleteAnnotation(three, first.left));
  expect(without.annotations).toEqual(three.annotations.filter(({ id }) => id !== first.left.id));
  expect(without.links).toEqual(three.links.filter(({ left }) => left === third.left.id));
  expect(without.links).toHaveLength(1);

  const [link] = three.links;
  if (!link) throw new Error('No link.');
  const unlinked = done(three, deleteLink(link));
  expect(unlinked).toStrictEqual({ ...three, links: three.links.slice(1) });
});

test('setRelation and setLinkNote change just that, and a link takes no twin’s relation', () => {
  const { edit } = addLink(START, end('left', PLAIN), end('right', PLAIN), authorFrom(1));
  const linked = done(START, edit);
  const [link] = linked.links;
  if (!link) throw new Error('No link.');
  const after = done(done(linked, setRelation(link, 'omits')), setLinkNote(link, 'Why'));
  expect(after).toStrictEqual({ ...linked, links: [{ ...link, relation: 'omits', note: 'Why' }] });
  const twin = { ...link, id: 'twin', relation: 'omits' };
  expect(apply({ ...linked, links: [link, twin] }, setRelation(link, 'omits')).ok).toBe(false);
});

test('changeArticle and renameComparison change just that', () => {
  const after = done(done(START, changeArticle('right', { url: 'x' })), renameComparison('New'));
  expect(after).toStrictEqual({ ...START, title: 'New', right: { ...START.right, url: 'x' } });
});

const LONGEST = 'x'.repeat(100);
const named: [string, Edit][] = [
  ['add', addAnnotation(START, 'left', PLAIN.left, LONGEST, author).edit],
  ['retag', retag(mark, LONGEST, author)],
  ['delete', deleteAnnotation(START, { ...mark, tag: LONGEST })],
];
test.each(named)('the longest tag makes a valid edit: %s', (_name, edit) => {
  expect(editSchema.safeParse(edit).error).toBeUndefined();
});
