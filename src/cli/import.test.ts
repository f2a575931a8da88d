import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../main/store/lock';
import { run } from './run';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-import-'));
  await file('a.txt', 'The mayor opened the bridge.\nBody.');
  await file('b.txt', 'A bridge was opened today.\nMore.');
  await file('pairs.csv', 'left,right\na.txt,b.txt\na.txt,gone.txt\nb.txt,a.txt\n');
  return () => rm(folder, { recursive: true });
});

async function file(name: string, content: string): Promise<void> {
  await writeFile(join(folder, name), content);
}

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function diptych(args: readonly string[], stop = new AbortController().signal) {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const code = await run(['import', ...args], { stdout, stderr, folder, program: '', stop });
  return { code, out: stdout.text, err: stderr.text };
}

const GONE =
  'diptych: pairs.csv, line 3: the right article: “gone.txt” could not be read: there is no such file. Check its name and place.\n';

describe('diptych import', () => {
  it('makes what it can, names the rest, and makes nothing twice', async () => {
    const first = await diptych(['pairs.csv', '--workspace', 'ws', '--jobs', '1']);
    expect(first).toEqual({ code: 1, out: '2 comparisons made, 1 failed.\n', err: GONE });
    await file('pairs.csv', 'left,right\na.txt,b.txt\nb.txt,a.txt\n');
    const again = await diptych(['pairs.csv', '--workspace', 'ws']);
    expect(again).toEqual({
      code: 0,
      out: '0 comparisons made, 2 were there already.\n',
      err: '',
    });
    const made = (await readdir(join(folder, 'ws/comparisons'))).filter((name) =>
      /^pair-[0-9a-f]{32}\.json$/.test(name),
    );
    expect(made).toHaveLength(2);
  });

  it('reports as JSON', async () => {
    const { code, out } = await diptych(['pairs.csv', '--workspace', 'ws', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      made: 2,
      skipped: 0,
      failed: [{ where: 'pairs.csv, line 3' }],
      cancelled: false,
    });
  });

  it('makes nothing in a dry run', async () => {
    await file('pairs.csv', 'left,right\na.txt,b.txt\na.txt\n');
    const before = await readdir(folder);
    const { code, out, err } = await diptych(['pairs.csv', '--workspace', 'ws', '--dry-run']);
    expect({ code, out }).toEqual({ code: 1, out: 'a.txt\tb.txt\n' });
    expect(err).toBe('diptych: pairs.csv, line 3: it has no right article.\n');
    expect(await readdir(folder)).toEqual(before);
  });

  it('shows titles whole, and keeps what steers a terminal out of the terminal', async () => {
    await file(
      'pairs.csv',
      'left,right,left_title,left_date\na.txt,b.txt,AC/DC \u001b[31m,\u001b[2J\n',
    );
    const args = ['pairs.csv', '--workspace', 'ws'];
    expect((await diptych([...args, '--dry-run'])).out).toBe('AC/DC [31m\tb.txt\n');
    const { err } = await diptych(args);
    expect(err).toContain('The left date “ [2J” was left out');
  });

  it('takes a folder', async () => {
    await file('pair-a.txt', 'Left text here.');
    await file('pair-b.txt', 'Right text here.');
    await Promise.all(['a.txt', 'b.txt'].map((name) => rm(join(folder, name))));
    const { out } = await diptych(['.', '--workspace', 'ws']);
    expect(out).toBe('1 comparison made.\n');
  });

  it('takes what passim wrote', async () => {
    const line = {
      uid: 1,
      cluster: 1,
      size: 2,
      id: 'a',
      begin: 0,
      end: 9,
      text: 'The mayor',
      src: [],
    };
    const other = { ...line, uid: 2, id: 'b', src: [{ uid: 1, begin: 0, end: 9 }] };
    await file('out.json', `${JSON.stringify(line)}\n${JSON.stringify(other)}\n`);
    const args = ['out.json', '--passim', '--workspace', 'ws'];
    const { out, err } = await diptych(args);
    expect(out).toBe('1 comparison made.\n');
    expect(err).toContain('Without the corpus');
    const short = await diptych([...args, '--min-length', '10', '--dry-run']);
    expect(short.out).toContain('0 aligned passages.');
  });

  it('refuses a workspace that another program has open', async () => {
    const lock = await takeLock(join(folder, 'ws'), 'Diptych');
    const { code, err } = await diptych(['pairs.csv', '--workspace', 'ws']);
    expect(code).toBe(1);
    expect(err).toMatch(/^diptych: .*Diptych.*\n$/);
    await lock.release();
    expect((await diptych(['pairs.csv', '--workspace', 'ws'])).out).toMatch(/^2 comparisons made/);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    stop.abort(130);
    const { code } = await diptych(['pairs.csv', '--workspace', 'ws'], stop.signal);
    expect(code).toBe(130);
  });

  it.each([
    { args: ['gone.csv', '--workspace', 'ws'], err: /“gone.csv” could not be read/ },
    { args: ['a.txt', '--workspace', 'ws'], err: /“a.txt” is no table of pairs/ },
  ])('ends with 1 and one line: $args', async ({ args, err }) => {
    const result = await diptych(args);
    expect(result.code).toBe(1);
    expect(result.err).toMatch(err);
    expect(result.err.split('\n')).toHaveLength(2);
  });

  it.each([
    { args: [], err: /name one table or folder/ },
    { args: ['a', 'b', '--workspace', 'ws'], err: /name one table or folder/ },
    { args: ['pairs.csv'], err: /--workspace/ },
    { args: ['pairs.csv', '--workspace', ''], err: /--workspace/ },
    { args: ['pairs.csv', '--workspace', 'ws', '--jobs', 'x'], err: /--jobs is a number/ },
    { args: ['gone.csv', '--workspace', 'ws', '--jobs', 'x'], err: /--jobs is a number/ },
    { args: ['--wrong'], err: /unknown option/ },
    { args: ['a.csv', '--workspace', 'ws', '--corpus', 'x'], err: /--corpus goes with --passim/ },
    {
      args: ['a', '--passim', '--workspace', 'ws', '--min-score', '2'],
      err: /--min-score is a number/,
    },
  ])('ends with 2 and a hint: $args', async ({ args, err }) => {
    const result = await diptych(args);
    expect(result.code).toBe(2);
    expect(result.err).toMatch(err);
    expect(result.err).toContain('“diptych import --help” shows how');
  });

  it('teaches with --help', async () => {
    const { code, out } = await diptych(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('diptych import pairs.csv --workspace ~/Documents/Diptych');
  });
});
