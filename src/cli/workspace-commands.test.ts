import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDiptychJson } from '../core/exchange/diptych-json';
import { FORMAT_IDS } from '../core/exchange/formats';
import { NO_DETAILS } from '../core/model/article';
import { sha256 } from '../main/files/article-file';
import { takeLock } from '../main/store/lock';
import { Workspace } from '../main/store/workspace';
import { InputError } from './io';
import { run } from './run';
import { io, type Around } from './testing/io';
import { changeWorkspace } from './workspace';

const ROOT = join(import.meta.dirname, '../..');

let built: string;
let folder: string;

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'diptych-cli-'));
  await build({
    configFile: join(ROOT, 'vite.cli.config.ts'),
    root: ROOT,
    logLevel: 'silent',
    build: { outDir: built },
  });
  await writeFile(join(built, 'package.json'), '{"type":"module"}');
}, 60_000);
afterAll(() => rm(built, { recursive: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-commands-'));
  await fill();
  return () => rm(folder, { recursive: true });
});

const NAMES = ['Bridge', 'Ferry', 'Bridge'];

/** A workspace with three comparisons, c-1 to c-3, two of one title. */
async function fill(): Promise<void> {
  let id = 0;
  const now = () => '2026-05-03T10:00:00.000Z';
  const workspace = new Workspace(join(folder, 'study'), { now, newId: () => `c-${++id}` });
  for (const title of NAMES) {
    const left = { ...NO_DETAILS, title: `${title} left`, text: `The ${title} 😀 closed.` };
    const right = { ...NO_DETAILS, outlet: 'The Wire', text: `${title} shut on Monday.` };
    const made = await workspace.create({ title, left, right });
    if (!made.ok) expect.fail(made.problem);
  }
  await workspace.settle();
}

async function diptych(args: readonly string[], around: Around = {}) {
  const own = io({ folder, program: join(built, 'index.js'), ...around });
  const code = await run(args, own);
  return { code, out: own.stdout.text(), err: own.stderr.text() };
}

const pathOf = (id: string) => join(folder, 'study', 'comparisons', `${id}.json`);

describe('diptych list', () => {
  it('lists what there is, also as JSON', async () => {
    const { code, out, err } = await diptych(['list', 'study']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^c-\d\t2026-05-03\t0 claims · 0 quotes · 0 links\tBridge$/m);
    const json = (await diptych(['list', 'study', '--json'])).out.trim().split('\n');
    expect(json.map((line) => (JSON.parse(line) as { id: string }).id).toSorted()).toEqual([
      'c-1',
      'c-2',
      'c-3',
    ]);
  });

  it('names what cannot be read, and goes on', async () => {
    await writeFile(pathOf('c-2'), '{');
    await rm(join(folder, 'study/comparisons/history'), { recursive: true });
    const { code, out, err } = await diptych(['list', 'study']);
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(err).toMatch(/^diptych: c-2\.json is damaged .*\n$/);
  });

  it.each([
    { words: 'ferry', ids: ['c-2'] },
    { words: 'BRIDGE closed', ids: ['c-1', 'c-3'] },
    { words: 'wire brídge', ids: ['c-1', 'c-3'] },
    { words: 'tunnel', ids: [] },
  ])('searches titles, outlets and texts for $words', async ({ words, ids }) => {
    const before = await readdir(join(folder, 'study'));
    const { out } = await diptych(['list', 'study', '--search', words]);
    const found = out.split('\n').flatMap((line) => line.split('\t')[0] || []);
    expect(found.toSorted()).toEqual(ids);
    expect(await readdir(join(folder, 'study'))).toEqual(before);
  });

  it('keeps what steers a terminal out of the terminal', async () => {
    const now = () => '2026-05-03T10:00:00.000Z';
    const workspace = new Workspace(join(folder, 'study'), { now, newId: () => 'evil' });
    const left = { ...NO_DETAILS, text: 'a' };
    await workspace.create({ title: 'red\u001b[31m\nnext', left, right: left });
    expect((await diptych(['list', 'study'])).out).toMatch(/\tred \[31m next$/m);
  });
});

describe('diptych validate', () => {
  it('finds everything in order', async () => {
    expect(await diptych(['validate', 'study', '--jobs', '2'])).toEqual({
      code: 0,
      out: '3 comparisons, all in order\n',
      err: '',
    });
  });

  it('says what is wrong where, and changes nothing', async () => {
    const text = await readFile(pathOf('c-1'), 'utf8');
    await writeFile(pathOf('c-1'), text.replace('closed', 'opened'));
    await writeFile(join(folder, 'study/comparisons/c-3.journal'), 'nonsense\n');
    await writeFile(join(folder, 'study/workspace.json'), '{"version":1}');
    await writeFile(join(folder, 'bad.diptych.json'), '{"a":1}');
    const before = await readdir(folder, { recursive: true });
    const { code, out, err } = await diptych(['validate', 'gone', 'study', 'bad.diptych.json']);
    expect({ code, out }).toEqual({ code: 1, out: '4 comparisons, 5 problems\n' });
    expect(err.split('\n').map((line) => line.replace(/^(diptych: \S+).*/, '$1'))).toEqual([
      'diptych: gone:',
      'diptych: study/workspace.json:',
      'diptych: study/comparisons/c-1.json:',
      'diptych: study/comparisons/c-3.json:',
      'diptych: bad.diptych.json:',
      '',
    ]);
    expect(err).toContain('its checksum does not fit');
    expect(await readdir(folder, { recursive: true })).toEqual(before);
    const json = await diptych(['validate', 'study', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ comparisons: 3, problems: { length: 3 } });
  });
});

describe('diptych export', () => {
  it('writes a file for each comparison, and reads as it was', async () => {
    const args = ['export', 'study', '--format', 'diptych', '--out', 'out'];
    expect(await diptych(args)).toEqual({
      code: 0,
      out: '3 comparisons in 3 files: out\n',
      err: '',
    });
    const names = (await readdir(join(folder, 'out'))).toSorted();
    expect(names).toEqual(['Bridge (2).diptych.json', 'Bridge.diptych.json', 'Ferry.diptych.json']);
    const workspace = new Workspace(join(folder, 'study'), { now: () => '', newId: () => '' });
    const opened = await workspace.open('c-2');
    const json = await readFile(join(folder, 'out', 'Ferry.diptych.json'), 'utf8');
    expect(readDiptychJson(json, sha256)).toMatchObject({
      value: opened.ok && opened.value.comparison,
    });
  });

  it.each(FORMAT_IDS)('writes %s, the same with 1 worker and with 3', async (format) => {
    const args = ['export', 'study', '--format', format];
    for (const jobs of ['1', '3'])
      expect((await diptych([...args, '--out', jobs, '--jobs', jobs])).code).toBe(0);
    const contents = await Promise.all(['1', '3'].map((out) => contentsOf(join(folder, out))));
    expect(Object.keys(contents[0] ?? {}).length).toBeGreaterThan(0);
    expect(contents[0]).toEqual(contents[1]);
    expect(JSON.stringify(contents[0])).not.toContain('.tmp');
  });

  it('writes the one file that is named', async () => {
    const one = ['export', 'study', '--format', 'diptych', '--only', 'c-2', '--out', 'ferry.json'];
    expect((await diptych(one)).out).toBe('1 comparison in 1 file: ferry.json\n');
    expect(await readFile(join(folder, 'ferry.json'), 'utf8')).toContain('Ferry');
    const all = ['export', 'study', '--format', 'jsonl', '--without-text', '--out', 'all.jsonl'];
    expect((await diptych([...all, '--json'])).out).toBe(
      '{"comparisons":3,"files":1,"failed":[]}\n',
    );
    expect((await readFile(join(folder, 'all.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(3);
  });

  it('writes over files only when told to', async () => {
    const args = ['export', 'study', '--format', 'diptych', '--out', 'out'];
    await diptych(args);
    const { code, err } = await diptych(args);
    expect({ code, err }).toEqual({
      code: 1,
      err: 'diptych: “Bridge.diptych.json” and 2 others are there already in “out”. Choose another place, or write over with --force.\n',
    });
    expect((await diptych([...args, '--force'])).code).toBe(0);
  });

  it('exports the others when one cannot be read', async () => {
    await writeFile(pathOf('c-2'), '{');
    await rm(join(folder, 'study/comparisons/history'), { recursive: true });
    const args = ['export', 'study', '--format', 'jsonl', '--out', 'all.jsonl'];
    const { code, out, err } = await diptych(args);
    expect({ code, out }).toEqual({ code: 1, out: '2 comparisons in 1 file: all.jsonl\n' });
    expect(err).toMatch(/^diptych: c-2\.json is damaged/);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const stop = new AbortController();
    stop.abort(130);
    const args = ['export', 'study', '--format', 'jsonl', '--out', 'all.jsonl'];
    expect((await diptych(args, { stop: stop.signal })).code).toBe(130);
    const search = ['list', 'study', '--search', 'bridge'];
    expect(await diptych(search, { stop: stop.signal })).toEqual({ code: 130, out: '', err: '' });
    expect(await readdir(folder)).toEqual(['study']);
  });
});

it.each([
  {
    args: ['list', 'gone'],
    err: 'diptych: “gone” is no workspace: it has no folder “comparisons”.\n',
  },
  {
    args: ['export', 'study', '--format', 'diptych', '--out', 'study/index.json/x'],
    err: expect.stringMatching(
      /^diptych: “study\/index.json\/x” could not be made: .*\n$/,
    ) as string,
  },
  {
    args: ['export', 'study', '--format', 'diptych', '--out', 'x', '--only', 'no'],
    err: 'diptych: there is no comparison “no” in the workspace.\n',
  },
])('ends with 1 and one line: $args', async ({ args, err }) => {
  expect(await diptych(args)).toEqual({ code: 1, out: '', err });
});

it.each([
  { args: ['list'], hint: /name one workspace/ },
  { args: ['list', 'study', '--search', ' '], hint: /words to look for/ },
  { args: ['validate'], hint: /name workspace folders/ },
  { args: ['export', 'study'], hint: /--out/ },
  { args: ['export', 'study', '--out', 'x'], hint: /--format which one: diptych, / },
  { args: ['export', 'study', '--out', 'x', '--format', 'xml'], hint: /no format “xml”/ },
])('ends with 2 and a hint: $args', async ({ args, hint }) => {
  const { code, out, err } = await diptych(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(hint);
});

describe('a workspace that another program has open', () => {
  it('is read, but not changed', async () => {
    const lock = await takeLock(join(folder, 'study'), 'Diptych');
    for (const args of [
      ['list', 'study'],
      ['validate', 'study'],
      ['export', 'study', '--format', 'jsonl', '--out', 'all.jsonl'],
    ])
      expect((await diptych(args)).code).toBe(0);
    const own = io({ folder, program: '' });
    const refused = changeWorkspace('study', 'diptych test', own, () =>
      expect.fail('it was changed'),
    );
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(
      /^Diptych has had this workspace open since .*\. Close it/,
    );
    await lock.release();
    expect(await changeWorkspace('study', 'diptych test', own, () => Promise.resolve('done'))).toBe(
      'done',
    );
    expect(await readdir(join(folder, 'study'))).not.toContain('in-use.json');
  });

  it('is free again when the other one was killed', async () => {
    const script = `setInterval(() => {}, 1000); console.log('up')`;
    const child = spawn(process.execPath, ['-e', script]);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const holder = { program: 'Diptych', pid: child.pid, host: hostname() };
    const lock = { ...holder, since: '2026-05-03T10:00:00.000Z', token: 'x' };
    await writeFile(join(folder, 'study', 'in-use.json'), JSON.stringify(lock));
    const own = io({ folder, program: '' });
    const work = () => changeWorkspace('study', 'diptych test', own, () => Promise.resolve('done'));
    await expect(work()).rejects.toThrow(/Close it there/);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(await work()).toBe('done');
  });
});

async function contentsOf(root: string): Promise<Record<string, string>> {
  const files = await readdir(root, { recursive: true, withFileTypes: true });
  const entries = files
    .filter((file) => file.isFile())
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(root.length), await readFile(path, 'utf8')] as const;
    });
  return Object.fromEntries(await Promise.all(entries));
}
