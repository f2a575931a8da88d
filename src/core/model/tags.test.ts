import { describe, expect, test } from 'vitest';
import { addAnnotation, addLink } from '../edit/build-edits';
import { apply } from '../edit/apply';
import { NOW, comparisonOf, idMaker } from '../testing/arbitraries';
import type { Comparison } from './comparison';
import { DEFAULT_SETTINGS, settingsSchema, type OwnTag, type Settings } from './settings';
import { allRelations, allTags, nameProblem, paintOf, tagOfKey } from './tags';

const author = { by: '', now: NOW, newId: idMaker() };
const START = comparisonOf('One two', 'Un deux');
const SPAN = { start: 0, end: 2 };

function tagged(...tags: string[]): Comparison {
  return tags.reduce((comparison, tag) => {
    const done = apply(comparison, addAnnotation(comparison, 'left', SPAN, tag, author).edit);
    if (!done.ok) throw new Error(done.problem);
    return done.value.comparison;
  }, START);
}

const own = (name: string, key = ''): OwnTag => ({ name, colour: 'blue', key });
const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  tags: [own('figure', 'D'), own('cause')],
  relations: ['contradicts'],
};

test('tags are the built-in ones, one’s own, then those only the comparison uses', () => {
  expect(allTags(DEFAULT_SETTINGS).map(({ name }) => name)).toEqual(['claim', 'quote']);
  const comparison = tagged('zeal', 'quote', 'figure', 'omen', 'zeal');
  expect(allTags(SETTINGS, comparison)).toEqual([
    { name: 'claim', kind: 'built-in', paint: 'claim', key: '' },
    { name: 'quote', kind: 'built-in', paint: 'quote', key: '' },
    { name: 'figure', kind: 'own', paint: 'blue', key: 'D' },
    { name: 'cause', kind: 'own', paint: 'blue', key: '' },
    { name: 'omen', kind: 'unknown', paint: 'other', key: '' },
    { name: 'zeal', kind: 'unknown', paint: 'other', key: '' },
  ]);
});

test('relations are duplicate, one’s own, then those only the comparison uses', () => {
  const { edit } = addLink(
    START,
    { side: 'left', span: SPAN },
    { side: 'right', span: SPAN },
    author,
  );
  const done = apply(START, edit);
  if (!done.ok) throw new Error(done.problem);
  const { comparison } = done.value;
  const links = comparison.links.map((link) => ({ ...link, relation: 'omits' }));
  expect(allRelations(SETTINGS)).toEqual(['duplicate', 'contradicts']);
  expect(allRelations(SETTINGS, { ...comparison, links })).toEqual([
    'duplicate',
    'contradicts',
    'omits',
  ]);
});

test.each([
  ['claim', 'claim'],
  ['figure', 'blue'],
  ['Figure', 'other'],
  ['toString', 'other'],
])('%s is painted as %s', (tag, paint) => {
  expect(paintOf(tag, SETTINGS)).toBe(paint);
});

test.each([
  ['', /^Give the tag a name/],
  [' ', /^Give the tag a name/],
  ['Claim ', /already a tag “claim”/],
  ['claims', null],
])('the name %j', (name, problem) => {
  const said = nameProblem(name, ['claim', 'quote'], 'tag');
  if (problem) expect(said).toMatch(problem);
  else expect(said).toBeNull();
});

test.each([
  ['D', 'cause'],
  ['E', undefined],
  ['', undefined],
])('the key %j tags with %s', (key, name) => {
  expect(tagOfKey(key, { tags: [own('figure'), own('cause', 'D')] })?.name).toBe(name);
});

describe('settings are refused', () => {
  const bad: [string, object][] = [
    ['a built-in tag', { tags: [own('Quote')] }],
    ['two tags of one name', { tags: [own('figure'), own('Figure')] }],
    ['two tags of one key', { tags: [own('figure', 'D'), own('cause', 'D')] }],
    ['a key of two letters', { tags: [own('figure', 'DD')] }],
    ['a key in small letters', { tags: [own('figure', 'd')] }],
    ['an unknown colour', { tags: [{ ...own('figure'), colour: 'gold' }] }],
    ['an empty name', { tags: [own('')] }],
    ['the built-in relation', { relations: ['duplicate'] }],
    ['a relation twice', { relations: ['omits', 'omits'] }],
  ];
  test.each(bad)('with %s', (_name, part) => {
    expect(settingsSchema.safeParse(SETTINGS).success).toBe(true);
    expect(settingsSchema.safeParse({ ...SETTINGS, ...part }).success).toBe(false);
  });
});
