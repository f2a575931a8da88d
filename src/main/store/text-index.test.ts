import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_DETAILS } from '../../core/model/article';
import type { Result } from '../../core/result';
import { Workspace } from './workspace';

let folder: string;
let path: string;
let workspace: Workspace;
let ids = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-texts-'));
  path = join(folder, 'texts.index');
  ids = 0;
  workspace = open();
  return () => rm(folder, { recursive: true });
});

function open(readOnly: string | null = null): Workspace {
  const now = () => new Date().toISOString();
  return new Workspace(folder, { now, newId: () => `id-${++ids}`, readOnly: () => readOnly });
}

function must<T>(result: Result<T>): T {
  return result.ok ? result.value : expect.fail(result.problem);
}

/** Makes a comparison of two texts; answers its id. */
async function make(left: string, right = 'Nothing else.'): Promise<string> {
  const article = (text: string) => ({ ...NO_DETAILS, text });
  const made = await workspace.create({ title: 'T', left: article(left), right: article(right) });
  return must(made).comparison.id;
}

const NEVER = new AbortController().signal;

/** What a search finds, in order, and how many texts it had to read. */
async function search(query: string, of = workspace) {
  let read = 0;
  const onRead = (done: number) => (read = done);
  const found = await of.searchTexts(query, { signal: NEVER, onRead });
  return { found: found.toSorted(), read };
}

describe('searching the texts', () => {
  it.each([
    { query: 'BRIDGE', found: ['id-1', 'id-2'] },
    { query: 'bridge shut', found: ['id-1'] },
    { query: 'shut ferry', found: ['id-1'] },
    { query: 'strasse', found: ['id-2'] },
    { query: '“bri', found: ['id-2'] },
    { query: 'e\u0301cole', found: ['id-3'] },
    { query: 'ecole', found: [] },
    { query: 'id-1', found: [] },
    { query: ' ', found: [] },
  ])('finds $query in $found', async ({ query, found }) => {
    await make('The bridge is shut.', 'The ferry runs.');
    await make('Die Straße zur "bridge" 😀');
    await make('Une École.');
    expect(await search(query)).toEqual({ found, read: 0 });
    await workspace.settle();
    expect(await search(query, open())).toEqual({ found, read: 0 });
  });

  it('follows deleting and restoring', async () => {
    const id = await make('The bridge is shut.');
    must(await workspace.setDeleted(id, true));
    expect((await search('bridge')).found).toEqual([]);
    must(await workspace.setDeleted(id, false));
    expect(await search('bridge')).toEqual({ found: [id], read: 0 });
  });

  it('reads what came from outside, once', async () => {
    await make('The bridge is shut.');
    const other = open();
    const article = { ...NO_DETAILS, text: 'A bridge from elsewhere.' };
    must(await other.create({ title: 'T', left: article, right: article }));
    await workspace.library();
    await rm(path, { force: true });
    expect(await search('bridge')).toEqual({ found: ['id-1', 'id-2'], read: 1 });
    expect(await search('bridge')).toEqual({ found: ['id-1', 'id-2'], read: 0 });
  });

  it.each([
    { name: 'is gone', harm: () => rm(path) },
    { name: 'is another file', harm: () => writeFile(path, 'something else') },
    { name: 'was cut off', harm: async () => truncate(path, (await stat(path)).size - 3) },
    { name: 'ends in rubbish', harm: () => appendFile(path, Buffer.alloc(5_000)) },
    {
      name: 'holds an older text',
      harm: async () =>
        writeFile(
          path,
          (await readFile(path, 'latin1')).replaceAll(/ [0-9a-f]{32} /g, ` ${'0'.repeat(32)} `),
        ),
    },
  ])('is right when its file $name', async ({ harm }) => {
    const first = await make('The bridge is shut.');
    const second = await make('Another bridge.');
    await workspace.settle();
    await harm();
    workspace = open();
    const third = await make('A third bridge.');
    expect((await search('bridge')).found).toEqual([first, second, third]);
    expect((await search('third')).found).toEqual([third]);
    await workspace.settle();
    expect(await search('bridge', open())).toEqual({ found: [first, second, third], read: 0 });
  });

  it('finds a text longer than what is read at once', async () => {
    const long = await make(`${'Words come and go. '.repeat(200_000)} The end is a bridge.`);
    const next = await make('After it, a bridge.');
    await workspace.settle();
    expect(await search('bridge', open())).toEqual({ found: [long, next], read: 0 });
  });

  it('writes nothing where it may only read, and finds all the same', async () => {
    const id = await make('The bridge is shut.');
    await workspace.settle();
    await rm(path);
    expect(await search('bridge', open('Another has it open'))).toEqual({ found: [id], read: 1 });
    await expect(stat(path)).rejects.toThrow(/ENOENT/);
  });

  it('ends when it is told to, and the next one is whole', async () => {
    const made = [await make('A bridge.'), await make('A bridge.')];
    await workspace.settle();
    await rm(path);
    const stop = new AbortController();
    const options = { signal: stop.signal, onRead: () => stop.abort() };
    const many = workspace.searchTexts('bridge', { ...options, signal: AbortSignal.abort() });
    await expect(many).rejects.toThrow(/abort/i);
    expect((await search('bridge')).found).toEqual(made);
  });
});

it('shows where a text says it', async () => {
  const id = await make('The bridge is shut.', 'The Ferry runs.');
  expect(await workspace.snippet(id, 'ferry')).toEqual({
    side: 'right',
    before: 'The ',
    match: 'Ferry',
    after: ' runs.',
  });
  expect(await workspace.snippet(id, 'tunnel')).toBeNull();
  expect(await workspace.snippet('gone', 'ferry')).toBeNull();
});
