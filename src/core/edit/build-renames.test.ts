import { expect, test } from 'vitest';
import { NOW, comparisonOf, deepFreeze, idMaker } from '../testing/arbitraries';
import { apply } from './apply';
import { addAnnotation, addLink, setRelation } from './build-edits';
import { renameInComparison } from './build-renames';
import { editSchema, type Edit } from './edit';

const author = { by: '', now: NOW, newId: idMaker() };
const LATER = { ...author, now: '2026-03-05T00:00:00Z' };
const NONE: ReadonlyMap<string, string> = new Map();

function done(comparison: ReturnType<typeof comparisonOf>, edit: Edit) {
  expect(editSchema.parse(edit)).toStrictEqual(edit);
  const outcome = apply(comparison, edit);
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.value;
}

const start = comparisonOf('One two three', 'Un deux trois');
const figure = addAnnotation(start, 'left', { start: 0, end: 3 }, 'figure', author);
const cause = addAnnotation(start, 'left', { start: 4, end: 7 }, 'cause', author);
const tagged = done(done(start, figure.edit).comparison, cause.edit).comparison;
const tie = addLink(
  tagged,
  { annotation: figure.annotation },
  { side: 'right', span: { start: 0, end: 2 } },
  author,
);
const linked = done(tagged, tie.edit).comparison;
const [link] = linked.links;
if (!link) throw new Error('No link.');
const comparison = deepFreeze(done(linked, setRelation(link, 'omits')).comparison);

test('names change where they are used, all at once, and come back exactly', () => {
  const tags = new Map([
    ['figure', 'cause'],
    ['cause', 'figure'],
  ]);
  const relations = new Map([['omits', 'leaves out']]);
  const edit = renameInComparison(comparison, { tags, relations }, LATER);
  if (!edit) throw new Error('No edit.');
  const after = done(comparison, edit);
  expect(after.comparison.annotations.map(({ tag, exact }) => [exact, tag])).toEqual([
    ['One', 'cause'],
    ['two', 'figure'],
    ['Un', 'cause'],
  ]);
  expect(after.comparison.annotations.every(({ modified }) => modified === LATER.now)).toBe(true);
  expect(after.comparison.links.map(({ relation }) => relation)).toEqual(['leaves out']);
  expect(done(after.comparison, after.inverse).comparison).toStrictEqual(comparison);
});

test.each([
  ['Rename figure to number', new Map([['figure', 'number']]), NONE],
  ['Rename omits to hides', NONE, new Map([['omits', 'hides']])],
  [
    'Rename tags',
    new Map([
      ['figure', 'number'],
      ['cause', 'reason'],
    ]),
    NONE,
  ],
  ['Rename tags and relations', new Map([['figure', 'number']]), new Map([['omits', 'hides']])],
])('%s', (name, tags, relations) => {
  expect(renameInComparison(comparison, { tags, relations }, author)?.name).toBe(name);
});

test('no edit comes of names that the comparison does not use', () => {
  const tags = new Map([['omen', 'sign']]);
  expect(renameInComparison(comparison, { tags, relations: NONE }, author)).toBeNull();
});
