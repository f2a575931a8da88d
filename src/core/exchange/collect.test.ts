import { expect, test } from 'vitest';
import type { Comparison } from '../model/comparison';
import { DEFAULT_SETTINGS } from '../model/settings';
import { comparisonOf } from '../testing/arbitraries';
import { annotationRecord } from '../testing/records';
import { collect } from './collect';
import type { ExportedFile, Format } from './format';

const CONTEXT = { withText: true, settings: DEFAULT_SETTINGS };

const FORMAT: Format = {
  label: 'Test',
  purpose: '',
  loses: '',
  ending: '.test',
  textIsOptional: false,
  writeOne: ({ id }) => [{ name: '.test', text: id }],
  joined: [
    {
      name: 'all',
      head: '[',
      item: ({ id }) => id,
      separator: ',',
      tail: ({ tags }) => `] ${[...tags].join('+')}`,
    },
    { name: 'none', head: '', item: () => '', separator: '!', tail: () => '' },
  ],
};

const comparisons = ['one', 'two', 'three'].map((id): Comparison => {
  const annotations = [annotationRecord({ id: 'a', start: 0, end: 1, exact: 'l', tag: id })];
  return { ...comparisonOf('left', 'right'), id, title: 'Same', annotations };
});

/** The files that the pieces make. */
async function collected(format: Format, given: readonly Comparison[]): Promise<ExportedFile[]> {
  const files = new Map<string, string>();
  async function* source() {
    yield* given;
  }
  for await (const { name, text } of collect(format, source(), CONTEXT))
    files.set(name, (files.get(name) ?? '') + text);
  return [...files].map(([name, text]) => ({ name, text }));
}

test('a joined file has a head, its items separated, and a tail that knows the names seen', async () => {
  expect(await collected(FORMAT, comparisons)).toEqual([
    { name: 'all', text: '[one,two,three] one+two+three' },
    { name: 'none', text: '' },
  ]);
  expect(await collected(FORMAT, [])).toContainEqual({ name: 'all', text: '[] ' });
});

test('files of their own have names of their own', async () => {
  expect(await collected({ ...FORMAT, joined: null }, comparisons)).toEqual([
    { name: 'Same.test', text: 'one' },
    { name: 'Same (2).test', text: 'two' },
    { name: 'Same (3).test', text: 'three' },
  ]);
  const folders: Format = {
    ...FORMAT,
    joined: null,
    ending: null,
    writeOne: ({ id }) => [
      { name: 'a', text: id },
      { name: 'b', text: '' },
    ],
  };
  expect((await collected(folders, comparisons.slice(0, 2))).map(({ name }) => name)).toEqual([
    'Same/a',
    'Same/b',
    'Same (2)/a',
    'Same (2)/b',
  ]);
});
