// npm run bench:workspace [-- COMPARISONS [--folder DIR] [--write]]: what a workspace of many comparisons costs in time
// and memory: importing, listing, searching, validating and exporting on the command line, and the store under the app.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { Workspace } from '../src/main/store/workspace';
import { quantile } from './lib/time';
import { randomFrom } from './train/random';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { folder: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const COUNT = Number(positionals[0] ?? 10_000);
const root = values.folder
  ? resolve(values.folder)
  : await mkdtemp(join(tmpdir(), 'diptych-bench-'));
const PROGRAM = resolve('out/cli/index.js');
const WORKSPACE = join(root, 'workspace');

const now = () => new Date().toISOString();

/** What a command took. */
interface Cost {
  readonly seconds: number;
  /** The most memory its main process had, all its threads together. */
  readonly megabytes: number;
}

const RSS =
  'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))';

function diptych(...args: readonly string[]): Cost {
  const began = performance.now();
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ['--import', RSS, PROGRAM, ...args],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    },
  );
  if (status !== 0) throw new Error(`diptych ${args[0]}: ${String(stderr).slice(0, 500)}`);
  const seconds = (performance.now() - began) / 1_000;
  const cost = { seconds: round(seconds), megabytes: Math.round(Number(output[3]) / 1_024) };
  process.stdout.write(`diptych ${args.join(' ')}: ${cost.seconds} s, ${cost.megabytes} MB\n`);
  return cost;
}

/** A table of pairs of articles of about 700 words each, of which the second takes over half of the first. */
async function writeTable(path: string): Promise<void> {
  const random = randomFrom(5);
  const letters = 'etaoinshrdlu';
  const word = () =>
    Array.from(
      { length: 2 + Math.floor(8 * random()) },
      () => letters[Math.floor(12 * random())],
    ).join('');
  const vocabulary = Array.from({ length: 20_000 }, word);
  const sentence = () => {
    const words = Array.from(
      { length: 12 + Math.floor(10 * random()) },
      () => vocabulary[Math.floor(random() ** 2 * 20_000)],
    );
    return `${words.join(' ')}.`;
  };
  const lines: string[] = [];
  for (let pair = 0; pair < COUNT; pair++) {
    const shared = Array.from({ length: 20 }, sentence);
    const article = () => [...Array.from({ length: 20 }, sentence), ...shared].join('\n');
    const [left_text, right_text] = [`Story ${pair}\n${article()}`, `Report ${pair}\n${article()}`];
    lines.push(
      JSON.stringify({
        title: `Comparison ${pair}`,
        left_text,
        right_text,
        left_outlet: 'The Post',
        right_outlet: 'The Wire',
      }),
    );
  }
  await writeFile(path, `${lines.join('\n')}\n`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return round((performance.now() - began) / 1_000);
}

/** The store as the app uses it, in this process. */
async function store() {
  const workspace = new Workspace(WORKSPACE, { now, newId: uuidv7 });
  const options = { signal: new AbortController().signal, onRead: () => undefined };
  const list = await timeOf(() => workspace.library());
  const again = await timeOf(() => workspace.library());
  const searches: number[] = [];
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  for (const query of ['nothinglikeit', 'story 77', 'the', 'tt ee', 'report 9999'])
    searches.push(await timeOf(() => workspace.searchTexts(query, options)));
  clearInterval(timer);
  await workspace.settle();
  const searchFile = (await stat(join(WORKSPACE, 'texts.index'))).size;
  return {
    list,
    listAgain: again,
    search: { median: quantile(searches, 0.5), longest: Math.max(...searches) },
    /** The longest time that the main thread did nothing else during the searches, in milliseconds. */
    blocked: round(longest),
    searchFileMegabytes: round(searchFile / 1_048_576),
    memory: Math.round(process.memoryUsage().rss / 1_048_576),
  };
}

try {
  await mkdir(root, { recursive: true });
  const table = join(root, 'pairs.jsonl');
  await writeTable(table);
  const results = {
    comparisons: COUNT,
    tableMegabytes: round((await stat(table)).size / 1_048_576),
    machine: `${cpus()[0]?.model ?? ''}, ${availableParallelism()} processors, Node ${process.versions.node}`,
    import: diptych('import', table, '--workspace', WORKSPACE),
    list: diptych('list', WORKSPACE),
    search: diptych('list', WORKSPACE, '--search', 'story 77'),
    validate: diptych('validate', WORKSPACE),
    exportDiptych: diptych(
      'export',
      WORKSPACE,
      '--format',
      'diptych',
      '--out',
      join(root, 'diptych'),
    ),
    exportJsonl: diptych(
      'export',
      WORKSPACE,
      '--format',
      'jsonl',
      '--out',
      join(root, 'all.jsonl'),
    ),
    store: await store(),
  };
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  if (values.write)
    await writeFile(
      resolve('bench/results/workspace.json'),
      `${JSON.stringify(results, null, 2)}\n`,
    );
} finally {
  if (!values.folder) await rm(root, { recursive: true, force: true });
}
