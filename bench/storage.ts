// npm run bench:storage [-- ANNOTATIONS]: what an edit of a large comparison costs, and how long opening and folding take.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Edit } from '../src/core/edit/edit';
import type { Annotation } from '../src/core/model/annotation';
import { NO_DETAILS } from '../src/core/model/article';
import { writeDurably } from '../src/main/store/json-file';
import { Workspace } from '../src/main/store/workspace';

const EDITS = 300;
const { positionals } = parseArgs({ allowPositionals: true });
const count = Number(positionals[0] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'diptych-bench-'));
const surroundings = { now: () => new Date().toISOString(), newId: () => 'large' };
const text = 'The mayor opened the bridge. '.repeat(Math.ceil(count / 10));

function annotation(number: number): Annotation {
  const start = 29 * Math.floor(number / 10) + 4;
  return {
    id: `a-${String(number).padStart(8, '0')}`,
    side: 'left',
    tag: 'claim',
    start,
    end: start + 24,
    exact: 'mayor opened the bridge.',
    speaker: '',
    stance: '',
    certainty: '',
    note: '',
    origin: 'manual',
    by: 'Ada Lovelace',
    created: '2024-07-14T00:00:00.000Z',
    modified: '2024-07-14T00:00:00.000Z',
  };
}

function must<T>(result: { ok: true; value: T } | { ok: false; problem: string }): T {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

function show(what: string, milliseconds: readonly number[]): void {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))]?.toFixed(1) ?? '';
  process.stdout.write(`${what}: median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)} ms\n`);
}

/** Measures how long the main thread answers nothing; call the answer to learn the longest time in milliseconds. */
function watch(): () => string {
  let last = performance.now();
  let longest = 0;
  const look = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const timer = setInterval(look, 1);
  return () => {
    look();
    clearInterval(timer);
    return longest.toFixed(0);
  };
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

const made = new Workspace(folder, surroundings);
const article = { ...NO_DETAILS, title: 'Left', text };
const { comparison } = must(await made.create({ title: 'Large', left: article, right: article }));
const annotations = Array.from({ length: count }, (_, number) => annotation(number));
must(await made.add({ ...comparison, id: 'full', annotations }));
const size = (name: string) => statSync(join(folder, 'comparisons', name)).size;
process.stdout.write(`${count} annotations, ${(size('full.json') / 1e6).toFixed(1)} MB\n`);

const workspace = new Workspace(folder, surroundings);
let held = watch();
show('open', [await timed(async () => must(await workspace.open('full')))]);
process.stdout.write(`main thread held while opening: at most ${held()} ms\n`);

held = watch();
const times: number[] = [];
for (let revision = 0; revision < EDITS; revision++) {
  const added = { ...annotation(revision * 10), id: `b-${revision}` };
  const edit: Edit = {
    name: 'Add claim',
    changes: [{ type: 'add-annotation', annotation: added }],
  };
  times.push(await timed(async () => must(await workspace.commit('full', [edit], revision))));
}
const editing = held();
show('an edit, acknowledged', times);
process.stdout.write(`an edit, written: ${Math.ceil(size('full.journal') / EDITS)} bytes\n`);
process.stdout.write(`main thread held while editing: at most ${editing} ms\n`);

const again = new Workspace(folder, surroundings);
show(`open with ${EDITS} lines of journal`, [
  await timed(async () => must(await again.open('full'))),
]);
held = watch();
show('leave: write the journal into the file', [await timed(() => again.settle())]);
process.stdout.write(`main thread held while leaving: at most ${held()} ms\n`);

// The control: what an edit cost when the whole file was written.
const whole = JSON.stringify({ ...comparison, annotations });
const control: number[] = [];
for (let time = 0; time < 5; time++)
  control.push(await timed(() => writeDurably(join(folder, 'control.json'), whole)));
show('control, the whole file an edit', control);
rmSync(folder, { recursive: true });
