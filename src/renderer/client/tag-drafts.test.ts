import { describe, expect, test } from 'vitest';
import { TAG_COLOURS } from '../../core/model/settings';
import {
  freeColour,
  keyFrom,
  moved,
  relationFaults,
  renamesOf,
  tagFaults,
  type TagDraft,
} from './tag-drafts';

function draft(id: number, name: string, key = '', was: string | null = name): TagDraft {
  return { id, was, name, colour: 'red', key };
}

const commandOf = (key: string) => (key === 'C' ? 'Tag as Claim' : null);

describe('tagFaults', () => {
  const cases: [string, TagDraft[], [number, string, RegExp][]][] = [
    ['none', [draft(1, 'figure', 'D'), draft(2, 'cause')], []],
    ['an empty name', [draft(1, '  ')], [[1, 'name', /Give the tag a name/]]],
    ['a built-in name', [draft(1, 'Claim ')], [[1, 'name', /already a tag “claim”/]]],
    [
      'one name twice',
      [draft(1, 'figure'), draft(2, 'Figure')],
      [
        [1, 'name', /already a tag “Figure”/],
        [2, 'name', /already a tag “figure”/],
      ],
    ],
    ['a command’s key', [draft(1, 'figure', 'C')], [[1, 'key', /C is taken by .*“Tag as Claim”/]]],
    [
      'one key twice',
      [draft(1, 'figure', 'D'), draft(2, 'cause', 'D')],
      [
        [1, 'key', /D is taken by the tag “cause”/],
        [2, 'key', /D is taken by the tag “figure”/],
      ],
    ],
  ];
  test.each(cases)('%s', (_name, drafts, expected) => {
    const found = [...tagFaults(drafts, commandOf)];
    expect(found.map(([id, { part }]) => [id, part])).toEqual(
      expected.map(([id, part]) => [id, part]),
    );
    for (const [index, [, , text]] of expected.entries())
      expect(found[index]?.[1].text).toMatch(text);
  });
});

test('relationFaults names what is there already', () => {
  const faults = relationFaults([draft(1, 'omits'), draft(2, 'Duplicate'), draft(3, '')]);
  expect([...faults.keys()]).toEqual([2, 3]);
  expect(faults.get(2)?.text).toMatch(/already a relation “duplicate”/);
});

test('renamesOf holds what is renamed, not what is new or as it was', () => {
  const drafts = [draft(1, ' number ', '', 'figure'), draft(2, 'cause'), draft(3, 'new', '', null)];
  expect([...renamesOf(drafts)]).toEqual([['figure', 'number']]);
});

test.each([
  [1, 1, [2, 1, 3]],
  [3, -1, [1, 3, 2]],
  [1, -1, [1, 2, 3]],
  [3, 1, [1, 2, 3]],
] as const)('%i moved by %i', (id, by, order) => {
  const drafts = [draft(1, 'a'), draft(2, 'b'), draft(3, 'c')];
  expect(moved(drafts, id, by).map((each) => each.id)).toEqual(order);
});

test('freeColour is the first that no tag has', () => {
  expect(freeColour([{ colour: TAG_COLOURS[0] }, { colour: TAG_COLOURS[2] }])).toBe(TAG_COLOURS[1]);
  expect(freeColour(TAG_COLOURS.map((colour) => ({ colour })))).toBe(TAG_COLOURS[0]);
});

test.each([
  ['', ''],
  ['d', 'D'],
  ['Dx', 'X'],
  ['7', '7'],
  ['é', ''],
  ['D ', ''],
])('what is typed, %j, is the key %j', (typed, key) => {
  expect(keyFrom(typed)).toBe(key);
});
