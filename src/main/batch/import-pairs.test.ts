import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportLine, type BatchReport } from '../../core/exchange/batch-report';
import type { Comparison } from '../../core/model/comparison';
import { success, type Result } from '../../core/result';
import { Workspace } from '../store/workspace';
import type { Batch } from './batch';
import { importPairs, type ImportOptions } from './import-pairs';
import { openBatch, previewOf } from './open-batch';

const NOW = '2024-07-14T10:00:00.000Z';
const never = new AbortController().signal;

let folder: string;
let workspace: Workspace;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-batch-'));
  workspace = new Workspace(join(folder, 'ws'), { now: () => NOW, newId: () => 'fresh' });
  await file('a.txt', 'The mayor opened the bridge.\nBody.');
  await file('b.txt', 'A bridge was opened today.\nMore.');
});
afterEach(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
}

function must<T>(result: Result<T>): T {
  return result.ok ? result.value : expect.fail(result.problem);
}

async function open(name: string, kind: 'table' | 'folder' = 'table'): Promise<Batch> {
  return must(await openBatch({ kind, path: join(folder, name) }, never));
}

function make(batch: Batch, options: Partial<ImportOptions> = {}): Promise<BatchReport> {
  return importPairs(batch, {
    jobs: 3,
    signal: never,
    now: () => NOW,
    onProgress: () => undefined,
    add: (comparison) => workspace.addNew(comparison),
    ...options,
  });
}

async function comparisons(): Promise<readonly Comparison[]> {
  const { entries } = await workspace.library();
  const opened = await Promise.all(entries.map(({ id }) => workspace.open(id)));
  return opened
    .map((each) => must(each).comparison)
    .toSorted((a, b) => (a.title < b.title ? -1 : 1));
}

describe('a table', () => {
  it('becomes comparisons, with what it and the files say', async () => {
    await file(
      'pairs.csv',
      'left,right,title,left_title,right_outlet,right_date,id\r\n' +
        'a.txt,b.txt,First,"One, two",Post,2024-05-01,row-1\r\n' +
        '"In\nline","Other\n""text"""\r\n',
    );
    const report = await make(await open('pairs.csv'));
    expect(report).toEqual({ made: 2, skipped: 0, failed: [], notes: [], cancelled: false });
    const [first, second] = await comparisons();
    expect(first).toMatchObject({
      id: 'row-1',
      title: 'First',
      created: NOW,
      left: { title: 'One, two', text: 'The mayor opened the bridge.\nBody.' },
      right: { title: 'A bridge was opened today.', outlet: 'Post', date: '2024-05-01' },
    });
    expect(second).toMatchObject({ left: { text: 'In\nline' }, right: { text: 'Other\n"text"' } });
  });

  it.each([
    { name: 'TSV', content: 'left\tright\na.txt\tb.txt\n' },
    { name: 'TSV without a header', content: 'a.txt\tb.txt\n' },
    { name: 'semicolons', content: 'left;right\na.txt;b.txt' },
    { name: 'a mark', content: '\uFEFFleft,right\na.txt,b.txt' },
    { name: 'UTF-16', content: Buffer.from('\uFEFFleft,right\na.txt,b.txt', 'utf16le') },
    { name: 'JSON lines', content: '{"left":"a.txt","right":"b.txt"}\n\n' },
    { name: 'gzip', content: gzipSync('{"left":"a.txt","right":"b.txt"}') },
  ])('may be written with $name', async ({ content }) => {
    await file('pairs', content);
    expect(await make(await open('pairs'))).toMatchObject({ made: 1, failed: [] });
  });

  it.each([
    { name: 'as it is', pack: (bytes: Uint8Array) => bytes },
    { name: 'in gzip', pack: gzipSync },
  ])('may be in an old encoding, $name', async ({ pack }) => {
    const text = 'left_text,right_text\n"The café, she said, is naïve","Öl für alle Häuser"\n';
    await file('pairs.csv', pack(Buffer.from(text, 'latin1')));
    await make(await open('pairs.csv'));
    const [made] = await comparisons();
    expect([made?.left.text, made?.right.text]).toEqual([
      'The café, she said, is naïve',
      'Öl für alle Häuser',
    ]);
  });

  it('reports bad rows by their lines, in order, and makes the others', async () => {
    await file(
      'pairs.csv',
      'left,right,left_date\na.txt,gone.txt\n"x\ny",b.txt,1 May\na.txt,\na.txt,b.txt,,,more\n"",b.txt\n  ,b.txt\na.txt,"b.txt',
    );
    const report = await make(await open('pairs.csv'));
    expect(report.made).toBe(1);
    expect(report.failed.map(({ where, text }) => `${where}: ${text}`)).toEqual([
      'pairs.csv, line 2: the right article: “gone.txt” could not be read: there is no such file. Check its name and place.',
      'pairs.csv, line 5: it has no right article.',
      'pairs.csv, line 6: it has 5 cells, the first line has 3. Quote marks may be missing.',
      'pairs.csv, line 7: it has no left article.',
      'pairs.csv, line 8: it has no left article.',
      'pairs.csv, line 9: a quote mark opens a cell there and is never closed.',
    ]);
    expect(report.notes).toEqual([
      {
        where: 'pairs.csv, line 3',
        text: 'The left date “1 May” was left out: a day is YYYY-MM-DD.',
      },
    ]);
    expect(reportLine(report)).toBe('1 comparison made, 6 failed.');
  });

  it('may have a wrong byte among its UTF-8, which is lost alone', async () => {
    const filler = '{"left":"a.txt","right":"b.txt"}\n'.repeat(10_000);
    const row = JSON.stringify({ left_text: '“Öl”, said “Käthe”', right_text: '“X”', id: 'last' });
    const wrong = Buffer.from([0x22, 0x78, 0xff, 0x22, 0x0a]);
    await file('pairs.jsonl', Buffer.concat([Buffer.from(`${filler}${row}\n`), wrong]));
    const batch = await open('pairs.jsonl');
    const lefts: string[] = [];
    for await (const { pair } of batch.items()) if (pair.ok) lefts.push(pair.value.left);
    expect(lefts.at(-1)).toBe('“Öl”, said “Käthe”');
  });

  it('that goes away meanwhile is reported, and what was made stays', async () => {
    await file('pairs.csv', 'left,right\na.txt,b.txt\n');
    const batch = await open('pairs.csv');
    await rm(join(folder, 'pairs.csv'));
    const { made, failed } = await make(batch);
    expect({ made, failed }).toEqual({
      made: 0,
      failed: [
        {
          where: 'pairs.csv',
          text: 'the rows that are left: “pairs.csv” could not be read: there is no such file. Check its name and place.',
        },
      ],
    });
  });

  it('makes nothing twice, not even what was deleted since', async () => {
    await file('pairs.csv', 'left,right\na.txt,b.txt\nb.txt,a.txt\na.txt,b.txt\n');
    const first = await make(await open('pairs.csv'));
    expect(first).toMatchObject({ made: 2, skipped: 1 });
    const [made] = await comparisons();
    must(await workspace.setDeleted(made?.id ?? '', true));
    const again = await make(await open('pairs.csv'));
    expect(again).toMatchObject({ made: 0, skipped: 3 });
    expect(reportLine(again)).toBe('0 comparisons made, 3 were there already.');
  });

  it('makes the same of the same table, however fast its rows are read', async () => {
    const rows = Array.from(
      { length: 6 },
      (_, index) => `same,${index % 2 ? '"Short\nx"' : 'a.txt'},b.txt`,
    );
    await file('pairs.csv', ['id,left,right', 'con,b.txt,a.txt', ...rows].join('\n'));
    const report = await make(await open('pairs.csv'));
    expect(report).toMatchObject({ made: 2, skipped: 5, failed: [] });
    expect(report.notes[0]).toEqual({
      where: 'pairs.csv, line 4',
      text: 'Left out: its id, or else its texts, are those of pairs.csv, line 3.',
    });
    expect(report.notes).toHaveLength(5);
    const made = await comparisons();
    expect(made.find(({ id }) => id === 'same')?.left.text).toMatch(/^The mayor/);
  });

  it('keeps hostile words as words', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const row = { left_text: 'A b c', right_text: hostile, left_title: hostile, title: '__proto__', id: '../x' }; // prettier-ignore
    await file('pairs.jsonl', JSON.stringify(row));
    await make(await open('pairs.jsonl'));
    const [made] = await comparisons();
    expect(made).toMatchObject({ title: '__proto__', left: { title: hostile }, right: { text: hostile } }); // prettier-ignore
    expect(made?.id).toMatch(/^pair-[0-9a-f]{32}$/);
  });

  it.each([
    { name: 'gone.csv', content: null, problem: /“gone.csv” could not be read: there is no such/ },
    { name: 'empty.csv', content: '', problem: /“empty.csv” holds no pairs/ },
    { name: 'head.csv', content: 'left,right\n', problem: /“head.csv” holds no pairs/ },
    { name: 'x.csv', content: 'left,wrong,more\n1,2,3', problem: /“x.csv” is no table of pairs.*“right”/ }, // prettier-ignore
    { name: 'long.csv', content: `left,${'x'.repeat(1_000_000)},more`, problem: /^.{1,200}$/ },
    { name: 'x.json', content: '[{"left":1}]', problem: /one JSON array/ },
    { name: 'x.csv.bz2', content: 'BZh91AY', problem: /cannot unpack/ },
    { name: 'x.gz', content: gzipSync('{"left":"a"}').subarray(0, 20), problem: /its end is missing/ }, // prettier-ignore
  ])('is refused with the reason: $name', async ({ name, content, problem }) => {
    if (content !== null) await file(name, content);
    const opened = await openBatch({ kind: 'table', path: join(folder, name) }, never);
    expect(opened.ok ? '' : opened.problem).toMatch(problem);
  });

  it('can be looked at before', async () => {
    await file('pairs.csv', 'left,right,left_title\na.txt,b.txt,T\na.txt\n');
    expect(await previewOf(await open('pairs.csv'), never)).toEqual({
      count: 2,
      notes: [],
      pairs: [{ where: 'pairs.csv, line 2', left: 'T', right: 'b.txt' }],
      problems: [{ where: 'pairs.csv, line 3', text: 'it has no right article.' }],
    });
    expect((await workspace.library()).entries).toEqual([]);
  });
});

describe('a folder', () => {
  it('becomes comparisons, and what has no partner is reported', async () => {
    await file('in/one.left.txt', 'Left one text.');
    await file('in/one.right.md', 'Right one text.');
    await file('in/right/two.txt', 'Right two text.');
    await file('in/left/two.txt', 'Left two text.');
    await file('in/lonely-a.txt', 'Lonely.');
    await file('in/.hidden/x.left.txt', 'Hidden.');
    await file('in/picture.png', 'No article.');
    const report = await make(await open('in', 'folder'));
    expect(report).toMatchObject({ made: 2, failed: [{ where: 'lonely-a.txt' }] });
    expect((await comparisons()).map(({ left, right }) => [left.text, right.text])).toEqual([
      ['Left one text.', 'Right one text.'],
      ['Left two text.', 'Right two text.'],
    ]);
  });

  it.skipIf(process.platform === 'win32')('leaves out what is a link to elsewhere', async () => {
    await file('private.txt', 'What nobody is to read.');
    await file('in/one.right.txt', 'Right one text.');
    await symlink(join(folder, 'private.txt'), join(folder, 'in/one.left.txt'));
    await symlink(folder, join(folder, 'in/all'));
    const report = await make(await open('in', 'folder'));
    expect(report).toMatchObject({ made: 0 });
    expect(report.failed).toContainEqual({
      where: 'one.left.txt',
      text: 'it is a link to a file in another place. Put the file itself there.',
    });
    expect(report.failed).toHaveLength(2);
  });

  it('is refused when it holds no pairs', async () => {
    await file('none/x.png', '');
    const path = join(folder, 'none');
    expect(await openBatch({ kind: 'folder', path }, never)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/“none” holds no pairs/) as string,
    });
  });
});

describe('importPairs', () => {
  it('tells how far it is, and stops when told to; what is made stays', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `"Left ${index} x","Right ${index} x"`);
    await file('pairs.csv', ['left_text,right_text', ...rows].join('\n'));
    const stop = new AbortController();
    const seen: number[] = [];
    const report = await make(await open('pairs.csv'), {
      signal: stop.signal,
      onProgress: ({ done, count }) => {
        expect(count).toBe(40);
        seen.push(done);
        if (done === 10) stop.abort();
      },
    });
    expect(report.cancelled).toBe(true);
    expect(seen).toEqual(Array.from({ length: report.made }, (_, index) => index + 1));
    expect(report.made).toBeGreaterThanOrEqual(10);
    expect(report.made).toBeLessThan(14);
    expect(await comparisons()).toHaveLength(report.made);
    expect(reportLine(report)).toMatch(/^Stopped: 1\d comparisons made\.$/);
    expect(await make(await open('pairs.csv'))).toMatchObject({ made: 40 - report.made });
  });

  it('reports what could not be saved', async () => {
    await file('pairs.csv', 'a.txt,b.txt');
    const problem = 'Not saved: the disk is full.';
    const add = () => Promise.resolve({ ok: false, problem } as const);
    expect(await make(await open('pairs.csv'), { add })).toMatchObject({
      made: 0,
      failed: [{ where: 'pairs.csv, line 1', text: problem }],
    });
  });

  it('reads no more at once than it may', async () => {
    let running = 0;
    let most = 0;
    const make1 = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => {
        setTimeout(resolve, 2);
      });
      running--;
      return { ok: false, problem: 'x' } as const;
    };
    const pair = success({ left: '', right: '', make: make1 });
    const batch: Batch = {
      count: 9,
      notes: [],
      items: async function* all() {
        for (let each = 0; each < 9; each++) yield { where: String(each), pair };
      },
      close: async () => undefined,
    };
    const report = await make(batch);
    expect(most).toBe(3);
    expect(report.failed.map(({ where }) => where)).toEqual([...'012345678']);
  });
});
