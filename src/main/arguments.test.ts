import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments';

const HERE = resolve('/somewhere/here');
const NOTHING = { workspace: null, sample: false, files: [] };

describe('parseArguments', () => {
  it.each([
    { words: [], wanted: NOTHING },
    { words: ['--sample'], wanted: { ...NOTHING, sample: true } },
    { words: ['--samples'], wanted: NOTHING },
    { words: ['--workspace=w'], wanted: { ...NOTHING, workspace: resolve(HERE, 'w') } },
    { words: ['--workspace=../w x'], wanted: { ...NOTHING, workspace: resolve('/somewhere/w x') } },
    { words: ['--workspace=a=b'], wanted: { ...NOTHING, workspace: resolve(HERE, 'a=b') } },
    { words: ['--workspace=/abs'], wanted: { ...NOTHING, workspace: resolve('/abs') } },
    { words: ['--workspace='], wanted: NOTHING },
    {
      words: ['--workspace=one', '--workspace=two'],
      wanted: { ...NOTHING, workspace: resolve(HERE, 'two') },
    },
    {
      words: ['a.txt', '/b.md', '../c.txt'],
      wanted: {
        ...NOTHING,
        files: [resolve(HERE, 'a.txt'), resolve('/b.md'), resolve('/somewhere/c.txt')],
      },
    },
    {
      words: [pathToFileURL(resolve('/a b/ü #%.diptych.json')).href, 'file://%zz'],
      wanted: {
        ...NOTHING,
        files: [resolve('/a b/ü #%.diptych.json'), resolve(HERE, 'file://%zz')],
      },
    },
    { words: ['--no-sandbox', '-x', '--lang=de'], wanted: NOTHING },
    {
      words: ['--no-sandbox', 'a.txt', '--sample', '--workspace=w', 'b.txt'],
      wanted: {
        workspace: resolve(HERE, 'w'),
        sample: true,
        files: [resolve(HERE, 'a.txt'), resolve(HERE, 'b.txt')],
      },
    },
  ])('reads $words', ({ words, wanted }) => {
    expect(parseArguments(words, HERE)).toEqual(wanted);
  });
});
