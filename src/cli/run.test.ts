import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { COMMANDS } from './commands';
import { run } from './run';

const ROOT = join(import.meta.dirname, '../..');
const TEXT = 'The mayor opened the bridge on Monday.\nThe works took 14 years, she said.\n';

let built: string;
let program: string;
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
  program = join(built, 'index.js');
}, 60_000);
afterAll(() => rm(built, { recursive: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-pairs-'));
  await file('a.txt', TEXT);
  await file('b.txt', `A storm passed.\n\n${TEXT}`);
  return () => rm(folder, { recursive: true });
});

async function file(name: string, content: string | Uint8Array): Promise<void> {
  await writeFile(join(folder, name), content);
}

function sink(isTTY: boolean): Writable & { isTTY: boolean; text: () => string } {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return Object.assign(stream, { isTTY, text: () => text });
}

interface Around {
  readonly terminal?: boolean;
  readonly worker?: string;
  readonly stop?: AbortSignal;
}

async function diptych(args: readonly string[], around: Around = {}) {
  const { terminal = false, worker = program, stop = new AbortController().signal } = around;
  const stdout = sink(false);
  const stderr = sink(terminal);
  const code = await run(args, { stdout, stderr, folder, program: worker, stop });
  return { code, out: stdout.text(), err: stderr.text() };
}

interface Span {
  start: number;
  end: number;
}
interface Line {
  a: string;
  b: string;
  links: unknown[];
  sentences: { a: Span[]; b: Span[] };
}
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

describe('diptych suggest', () => {
  it('prints one line for two files', async () => {
    const { code, out, err } = await diptych(['suggest', 'a.txt', 'b.txt']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\{.*\}\n$/);
    expect(linesOf(out)[0]).toMatchObject({ a: 'a.txt', b: 'b.txt' });
  });

  it('keeps the table’s order and gives the same bytes with 1 and 3 workers', async () => {
    const long = `${TEXT}\n`.repeat(100);
    await file('long.txt', long);
    const rows = Array.from({ length: 12 }, (_, index) => (index % 3 === 0 ? 'long.txt' : 'a.txt'));
    await file('pairs.tsv', rows.map((a) => `${a}\tb.txt\n`).join(''));
    const one = await diptych(['suggest', '--pairs', 'pairs.tsv', '--jobs', '1']);
    const three = await diptych(['suggest', '--pairs', 'pairs.tsv', '--jobs', '3']);
    expect(linesOf(one.out).map(({ a }) => a)).toEqual(rows);
    expect(three).toEqual(one);
  });

  it('reports bad pairs, one line each, and goes on with the others', async () => {
    await file('picture.txt', new Uint8Array([0, 0, 0, 0, 0, 1, 2, 3]));
    await mkdir(join(folder, 'folder.txt'));
    await file('blank.txt', ' \n');
    const table =
      'a.txt\tgone.txt\r\npicture.txt\tb.txt\n\na.txt\tb.txt\tc.txt\nfolder.txt\tb.txt\nblank.txt\tb.txt\na.txt\tb.txt';
    await file('pairs.tsv', table);
    const { code, out, err } = await diptych(['suggest', '--pairs', 'pairs.tsv']);
    expect(code).toBe(1);
    expect(linesOf(out)).toHaveLength(1);
    expect(err.trimEnd().split('\n')).toEqual([
      'diptych: pairs.tsv, line 1 (a.txt, gone.txt): “gone.txt” could not be read: there is no such file.',
      'diptych: pairs.tsv, line 2 (picture.txt, b.txt): “picture.txt” could not be read: it is not a text file. Save it as plain text (.txt) first.',
      'diptych: pairs.tsv, line 4: a pair is two paths with one tab between them.',
      'diptych: pairs.tsv, line 5 (folder.txt, b.txt): “folder.txt” could not be read: it is a folder.',
      'diptych: pairs.tsv, line 6 (blank.txt, b.txt): “blank.txt” holds no text.',
    ]);
  });

  it('reads paths relative to the table and gives them back as written', async () => {
    await mkdir(join(folder, 'deep'));
    await file('deep/pairs.tsv', '../a.txt\t../b.txt\n');
    const { code, out } = await diptych(['suggest', '--pairs', 'deep/pairs.tsv']);
    expect(code).toBe(0);
    expect(linesOf(out)[0]).toMatchObject({ a: '../a.txt', b: '../b.txt' });
  });

  it('takes an empty second column or an empty second file for no second article', async () => {
    await file('empty.txt', '');
    await file('pairs.tsv', 'a.txt\t\na.txt\na.txt\tempty.txt\n');
    const { code, out, err } = await diptych(['suggest', '--pairs', 'pairs.tsv']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(linesOf(out).map(({ b }) => b)).toEqual(['', '', 'empty.txt']);
    for (const { sentences } of linesOf(out)) {
      expect(sentences.a).toHaveLength(2);
      expect(sentences.b).toEqual([]);
    }
  });

  it.each([
    {
      name: 'emoji',
      bytes: '😀😀 Good news for all of us.\nIt rained in 3 towns.',
      starts: [0, 28],
    },
    {
      name: 'a stray NUL',
      bytes: `The ${'old '.repeat(40)}\0 bridge.\nIt fell.`,
      starts: [0, 174],
    },
    { name: 'a mark and CRLF', bytes: '\uFEFFIt rained here.\r\nIt fell down.', starts: [0, 16] },
  ])('counts offsets in code points with $name', async ({ bytes, starts }) => {
    await file('points.txt', bytes);
    const { out } = await diptych(['suggest', 'points.txt', '', '--only', 'sentences']);
    const [{ sentences }] = linesOf(out) as [Line];
    const found = sentences.a.map(({ start }) => start);
    expect(found[found.length - 1]).toBe(starts[1]);
  });

  it('leaves out what --only does not name', async () => {
    const { out } = await diptych(['suggest', 'a.txt', 'b.txt', '--only', 'links,quotes']);
    expect(linesOf(out)[0]).toMatchObject({ passages: [], sentences: { a: [], b: [] } });
  });

  it('writes the file whole, over the one that was there, and leaves nothing else', async () => {
    await file('out.jsonl', 'old');
    const before = await readdir(folder);
    const { out, code } = await diptych(['suggest', 'a.txt', 'b.txt', '--out', 'out.jsonl']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(linesOf(await readFile(join(folder, 'out.jsonl'), 'utf8'))).toHaveLength(1);
    expect(await readdir(folder)).toEqual(before);
  });

  it.each([
    { args: ['a.txt', 'gone.txt'], err: '“gone.txt” could not be read: there is no such file.' },
    { args: ['--pairs', 'gone.tsv'], err: '“gone.tsv” could not be read: there is no such file.' },
    { args: ['--pairs', 'none.tsv'], err: '“none.tsv” holds no pairs.' },
    {
      args: ['a.txt', 'b.txt', '--out', 'no/x.jsonl'],
      err: '“no/x.jsonl” could not be written: there is no folder “no”.',
    },
    { args: ['a.txt', 'b.txt', '--out', '.'], err: '“.” could not be written: it is a folder.' },
  ])('ends with 1 and one line: $err', async ({ args, err }) => {
    await file('none.tsv', '\n \n');
    expect(await diptych(['suggest', ...args])).toEqual({
      code: 1,
      out: '',
      err: `diptych: ${err}\n`,
    });
  });

  it.each([
    { args: [], hint: /say what to do/ },
    { args: ['compare'], hint: /no command “compare”/ },
    { args: ['suggest'], hint: /name two articles/ },
    { args: ['suggest', 'a.txt'], hint: /name two articles/ },
    { args: ['suggest', 'a.txt', 'b.txt', 'c.txt'], hint: /name two articles/ },
    { args: ['suggest', 'a.txt', 'b.txt', '--pairs', 'p.tsv'], hint: /not both/ },
    { args: ['suggest', '--pairs'], hint: /--pairs/ },
    { args: ['suggest', '--pairs', ''], hint: /name a file/ },
    { args: ['suggest', '--out=', 'a.txt', 'b.txt'], hint: /name a file/ },
    { args: ['suggest', '--wrong', 'a.txt', 'b.txt'], hint: /unknown option '--wrong'/ },
    { args: ['suggest', '--jobs', 'two', 'a.txt', 'b.txt'], hint: /--jobs is a number/ },
    { args: ['suggest', '--jobs', '0', 'a.txt', 'b.txt'], hint: /--jobs is a number/ },
    { args: ['suggest', '--only', 'links,all', 'a.txt', 'b.txt'], hint: /not “all”/ },
  ])('ends with 2 and a hint: $args', async ({ args, hint }) => {
    const { code, out, err } = await diptych(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(hint);
    expect(err).toMatch(/^diptych: .*“diptych( suggest)? --help” shows how, with examples\.\n$/);
  });

  it('teaches with --help and says its version', async () => {
    const { code, out } = await diptych(['suggest', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('diptych suggest --pairs pairs.tsv --out suggestions.jsonl');
    const general = await diptych(['--help']);
    for (const { name, summary } of COMMANDS)
      expect(general.out).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'));
    expect(await diptych(['--version'])).toEqual({ code: 0, out: `diptych ${version}\n`, err: '' });
  });

  it('draws its progress on a terminal only', async () => {
    await file('pairs.tsv', 'a.txt\tb.txt\n'.repeat(3));
    const args = ['suggest', '--pairs', 'pairs.tsv', '--out', 'out.jsonl'];
    expect((await diptych(args)).err).toBe('');
    expect((await diptych(args, { terminal: true })).err).toMatch(/3\/3 pairs.*done in 0:0\d\n$/);
  });

  it('fails the pair alone that a worker dies of', async () => {
    const worker = join(built, 'dying.js');
    await writeFile(
      worker,
      `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ pair: { a } }) => {
        if (a === 'exit') process.exit(9);
        if (a === 'throw') throw new Error('broken');
        parentPort.postMessage({ ok: true, value: a });
      });`,
    );
    await file('pairs.tsv', 'one\tx\nexit\tx\nthrow\tx\ntwo\tx\n');
    const { code, out, err } = await diptych(['suggest', '--pairs', 'pairs.tsv', '--jobs', '2'], {
      worker,
    });
    expect({ code, out }).toEqual({ code: 1, out: 'one\ntwo\n' });
    expect(err).toBe(
      'diptych: pairs.tsv, line 2 (exit, x): its worker ended early, with code 9.\n' +
        'diptych: pairs.tsv, line 3 (throw, x): its worker failed: broken\n',
    );
  });

  it('stops when told to, and leaves no half file', async () => {
    await file('pairs.tsv', 'a.txt\tb.txt\n'.repeat(50_000));
    const stop = new AbortController();
    setTimeout(() => stop.abort(130), 300);
    const before = await readdir(folder);
    const { code, err } = await diptych(
      ['suggest', '--pairs', 'pairs.tsv', '--out', 'out.jsonl', '--jobs', '2'],
      { stop: stop.signal },
    );
    expect({ code, err }).toEqual({ code: 130, err: '' });
    expect(await readdir(folder)).toEqual(before);
  });
});

describe('the built program', () => {
  it('runs by itself', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program, 'suggest', 'a.txt', 'gone.txt'],
      { cwd: folder, encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe('diptych: “gone.txt” could not be read: there is no such file.\n');
  });

  it('ends quietly when nobody reads on', async () => {
    await file('long.txt', `${TEXT}\n`.repeat(200));
    await file('pairs.tsv', 'long.txt\tb.txt\n'.repeat(100));
    const child = spawn(process.execPath, [program, 'suggest', '--pairs', 'pairs.tsv'], {
      cwd: folder,
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});
