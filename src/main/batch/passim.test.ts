import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_PASSAGES } from '../../core/exchange/passim-pairs';
import { comparisonProblem, type Comparison } from '../../core/model/comparison';
import { importPairs } from './import-pairs';
import { openBatch } from './open-batch';

const never = new AbortController().signal;
const SAID = 'the council closed the bridge for eleven weeks';
const MAIL = { id: 'mail-1', series: 'Mail', date: '2024-05-01', title: 'Bridge shut', text: `😀 On Monday\r\n${SAID}. Ferries run. ${'Mail. '.repeat(20)}` }; // prettier-ignore
const POST = { id: 'post-1', series: 'Post', date: '2024-05-02', text: `Today ${SAID}! More. ${'Post. '.repeat(20)}` }; // prettier-ignore

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-passim-'));
  // A place of its own for what is kept beside the memory, where it can be seen whether any is left.
  for (const name of ['TMPDIR', 'TEMP']) vi.stubEnv(name, folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function file(name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
}

const lines = (records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** A passage of a cluster as passim 2 writes it: its text is cut one character early. */
function member({ text, ...doc }: typeof POST, uid: number, src: readonly object[]) {
  const points = Array.from(text);
  const begin = Array.from(text.slice(0, text.indexOf(SAID))).length;
  const end = begin + SAID.length;
  const early = points.slice(begin - 1, end - 1).join('');
  return { uid, cluster: 0, begin, end, boiler: false, src, size: 2, pboiler: 0, ...doc, text: early }; // prettier-ignore
}

const source = member(MAIL, -7_966_282_239_007, []);
const { uid, begin, end } = source;
const CLUSTER = [member(POST, 5, [{ uid, begin, end }]), source];

async function made(corpus: string | null = null, path = 'out') {
  const batch = await openBatch(
    {
      kind: 'passim',
      path: join(folder, path),
      corpus: corpus && join(folder, corpus),
      options: ALL_PASSAGES,
    },
    never,
  );
  if (!batch.ok) expect.fail(batch.problem);
  const comparisons: Comparison[] = [];
  const report = await importPairs(batch.value, {
    jobs: 2,
    signal: never,
    now: () => '2024-07-14T10:00:00.000Z',
    onProgress: () => undefined,
    add: (comparison) => {
      expect(comparisonProblem(comparison)).toBeNull();
      comparisons.push(comparison);
      return Promise.resolve({ ok: true, value: true });
    },
  });
  await batch.value.close();
  return { comparisons, report, notes: batch.value.notes };
}

describe('what passim wrote', () => {
  it('becomes comparisons of whole texts, with its passages as suggestions', async () => {
    await file('out/out.json/part-00000-x.json', lines(CLUSTER.slice(0, 1)));
    await file('out/out.json/part-00001-x.json.gz', gzipSync(lines(CLUSTER.slice(1))));
    await file('out/out.json/_SUCCESS', '');
    await file('out/out.json/.part-00000-x.json.crc', 'crc');
    await file('out/conf/part-00000.json', '{"n":25}');
    await file('docs.json.gz', gzipSync(lines([{ id: 'else', text: 'x' }, POST, MAIL])));
    const { comparisons, report, notes } = await made('docs.json.gz');
    expect(report).toEqual({ made: 1, skipped: 0, failed: [], notes: [], cancelled: false });
    expect(notes).toEqual(['1 aligned passages.']);
    const [comparison] = comparisons;
    expect(comparison).toMatchObject({
      title: 'Bridge shut — post-1',
      left: { title: 'Bridge shut', outlet: 'Mail', date: '2024-05-01', text: MAIL.text.replace('\r', '') }, // prettier-ignore
      right: { title: 'post-1', outlet: 'Post', text: POST.text },
      proposed: [
        { left: { exact: SAID }, right: { exact: SAID }, kind: 'verbatim', source: 'passim' },
      ],
    });
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('diptych-corpus-'))).toEqual([]); // prettier-ignore
  });

  it('becomes comparisons of the passages where the texts are not there', async () => {
    await file('out.json', lines(CLUSTER));
    const { comparisons, notes } = await made(null, 'out.json');
    expect(notes[1]).toMatch(/^Without the corpus/);
    expect(comparisons[0]).toMatchObject({
      left: { title: 'Bridge shut (passages only)', text: `\n${SAID.slice(0, -1)}` },
      proposed: [{ right: { exact: SAID.slice(0, -1) } }],
    });
  });

  it('proposes passages that are the same without their white space once, in their order', async () => {
    const doc = (id: string, text: string) => ({ id, text });
    const [one, two] = [doc('one', 'xx yy and more'), doc('two', 'aa yy xx and more')];
    const pair = (s1: string, from: number, from2: number) => ({
      id: 'one',
      begin: from,
      end: from + s1.length,
      s1,
      id2: 'two',
      begin2: from2,
      end2: from2 + s1.length,
      s2: s1,
      matches: 1,
    });
    await file(
      'out',
      lines([
        // Its offsets are wrong, but there is only one such place.
        pair('yy ', 0, 3),
        pair('yy', 3, 3),
        pair('xx', 0, 6),
      ]),
    );
    await file('docs.json', lines([one, two]));
    const { comparisons } = await made('docs.json');
    const proposed = comparisons[0]?.proposed ?? [];
    expect(proposed.map(({ left }) => left.exact)).toEqual(['xx', 'yy']);
    expect(proposed[1]?.score).toBe(0.5);
  });

  it('gives the same pair the same id, one with the texts and one without', async () => {
    await file('out', lines(CLUSTER));
    await file('docs.json', lines([POST, MAIL]));
    const ids = [await made(), await made(), await made('docs.json')].map(
      ({ comparisons }) => comparisons[0]?.id,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('reports lines that are none of passim’s, and documents that are not there', async () => {
    await file('out', `${lines(CLUSTER)}oops\n{"id":1}\n`);
    await file('docs.json', lines([POST]));
    const { report } = await made('docs.json');
    expect(report.failed.map(({ where }) => where)).toEqual(['out, line 3', 'out, line 4', 'mail-1 — post-1']); // prettier-ignore
    expect(report.failed[2]?.text).toBe('the corpus holds no document “mail-1”.');
  });

  it('says when the corpus is another one', async () => {
    await file('out', lines(CLUSTER));
    await file('docs.json', lines([{ ...MAIL, text: 'Other words.' }, POST]));
    const { report } = await made('docs.json');
    expect(report.failed[0]?.text).toMatch(/passages are not in its texts/);
  });

  it.each([
    { files: { 'out/x.parquet/part-0.snappy': '' }, problem: /Parquet/ },
    { files: { 'out/readme.txt': '' }, problem: /no files of JSON lines/ },
    { files: { out: '' }, problem: /no output of passim: it is empty/ },
    { files: { out: 'left,right\n' }, problem: /no output of passim: out, line 1: it is not JSON/ },
    { files: { out: '{"id":1}\n'.repeat(1_000) + lines(CLUSTER) }, problem: /no output of passim: out, line 1/ }, // prettier-ignore
    { files: {}, problem: /there is no such file/ },
  ])('is refused with the reason: $problem', async ({ files, problem }) => {
    for (const [name, content] of Object.entries(files)) await file(name, content);
    const path = join(folder, 'out');
    const opened = await openBatch(
      { kind: 'passim', path, corpus: null, options: ALL_PASSAGES },
      never,
    );
    expect(opened.ok ? '' : opened.problem).toMatch(problem);
  });
});
