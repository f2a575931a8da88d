import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeDiptychJson } from '../core/exchange/diptych-json';
import { comparisonOf, idMaker, NOW } from '../core/testing/arbitraries';
import { openAsked } from './open-asked';
import { Workspace } from './store/workspace';

let folder = '';
let workspace: Workspace;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-asked-'));
  workspace = new Workspace(join(folder, 'workspace'), { now: () => NOW, newId: idMaker() });
});
afterEach(async () => {
  await workspace.settle();
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const ask = (files: readonly string[], sample = false) =>
  openAsked(workspace, { files, sample }, join(import.meta.dirname, '../../resources'));
const entries = async () => (await workspace.library()).entries.length;

test('an exported comparison is imported once, and opened when it is asked for again', async () => {
  const path = await file('a.diptych.json', writeDiptychJson(comparisonOf('One.', 'Two.')));
  expect(await ask([path])).toEqual([{ ok: true, value: 'comparison' }]);
  expect(await ask([path])).toEqual([{ ok: true, value: 'comparison' }]);
  expect(await entries()).toBe(1);
});

test('one that differs from what is in the workspace becomes a comparison of its own', async () => {
  const ours = comparisonOf('One.', 'Two.');
  const path = await file('a.diptych.json', writeDiptychJson(ours));
  const other = await file('b.diptych.json', writeDiptychJson({ ...ours, title: 'Another' }));
  const opened = await ask([path, other]);
  expect(opened).toHaveLength(2);
  expect(opened[0]).not.toEqual(opened[1]);
  expect(await entries()).toBe(2);
});

test('two articles are one comparison, the sample is one, and nothing asked is nothing', async () => {
  const [left, right] = [await file('l.txt', 'One.'), await file('r.txt', 'Two.')];
  expect(await ask([left, right], true)).toHaveLength(1);
  expect(await ask([], true)).toEqual([{ ok: true, value: 'sample' }]);
  expect(await ask([])).toEqual([]);
  expect(await entries()).toBe(2);
});

test.each([
  ['one article', ['a.txt'], /two article files/],
  ['three articles', ['a.txt', 'b.txt', 'c.txt'], /two article files/],
  ['an article and a comparison', ['a.txt', 'x.diptych.json'], /x\.diptych\.json/],
  ['a comparison that is not there', ['missing.diptych.json'], /missing\.diptych\.json.+could not/],
])('%s: a clear problem, and nothing is made', async (_name, names, problem) => {
  for (const name of names) if (!name.startsWith('missing')) await file(name, 'Text.');
  const opened = await ask(names.map((name) => join(folder, name)));
  expect(opened.map((each) => (each.ok ? 'opened' : each.problem))).toEqual([
    expect.stringMatching(problem),
  ]);
  expect(await entries()).toBe(0);
});

test('a file that stands where the workspace should be is said, whatever is asked for', async () => {
  const exported = writeDiptychJson(comparisonOf('One.', 'Two.'));
  const path = await file('a.diptych.json', exported);
  await file('workspace', 'no folder');
  for (const opened of [await ask([path]), await ask([], true)])
    expect(opened).toEqual([{ ok: false, problem: expect.stringMatching(/a file stands where/) }]);
});
