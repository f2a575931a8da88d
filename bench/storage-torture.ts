// npm run torture [-- COUNT] [--control | --app]: kills a program that edits at random moments and looks whether all that it
// was told is saved is there. With --control the edits go through a plain JSON writer, which must lose something; with --app
// it is Diptych itself that is built, worked in by keyboard and killed (e2e/kills.spec.ts).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Edit } from '../src/core/edit/edit';
import { NO_DETAILS } from '../src/core/model/article';
import { Workspace } from '../src/main/store/workspace';

const TEXT = 'The mayor opened the bridge. '.repeat(100);
const EDITS_EACH = 400;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    control: { type: 'boolean', default: false },
    app: { type: 'boolean', default: false },
    child: { type: 'string' },
  },
});

if (values.app) killTheApp(positionals[0] ?? '200');
else if (values.child === undefined) await torture(Number(positionals[0] ?? 200), values.control);
else if (values.control) await writePlainly(values.child);
else await edit(values.child);

/** Builds Diptych and has the end-to-end test kill it so often. */
function killTheApp(count: string): void {
  const env = { ...process.env, DIPTYCH_KILLS: count };
  const run = (words: string) =>
    spawnSync(`npm run -s ${words}`, { shell: true, stdio: 'inherit', env }).status ?? 1;
  process.exitCode = run('build') || run('test:e2e -- kills.spec.ts');
}

function openWorkspace(folder: string): Workspace {
  return new Workspace(folder, {
    now: () => new Date().toISOString(),
    newId: () => `c-${Date.now().toString(36)}-${process.pid}`,
  });
}

/** The edit after which a comparison has `revision` annotations and this number as its title. */
function numberedEdit(revision: number): Edit {
  const created = new Date().toISOString();
  const span = { side: 'left', tag: 'claim', start: 4, end: 9, exact: 'mayor' } as const;
  const rest = {
    speaker: '',
    stance: '',
    certainty: '',
    note: '',
    origin: 'manual',
    by: 'Ada',
    created,
  } as const;
  const annotation = { id: `a-${revision}`, ...span, ...rest, modified: created };
  return {
    name: 'Add claim',
    changes: [
      { type: 'add-annotation', annotation },
      { type: 'change-title', title: `t${revision}` },
    ],
  };
}

/** The child: edits until it is killed, and says each edit once it is acknowledged. */
async function edit(folder: string): Promise<void> {
  const workspace = openWorkspace(folder);
  const { entries } = await workspace.library();
  let last = entries.find(({ revision }) => revision < EDITS_EACH);
  let acknowledged = 0;
  say('ready');
  for (;;) {
    if (!last || last.revision >= EDITS_EACH) {
      const article = { ...NO_DETAILS, title: 't', text: TEXT };
      const made = await workspace.create({ title: 't0', left: article, right: article });
      if (!made.ok) throw new Error(made.problem);
      const { id } = made.value.comparison;
      last = (await workspace.library()).entries.find((entry) => entry.id === id);
      if (!last) throw new Error(`${id} is not listed`);
      say(`${id} 0`);
    }
    const { id, revision } = last;
    const answer = await workspace.commit(id, [numberedEdit(revision + 1)], revision);
    if (!answer.ok) throw new Error(answer.problem);
    last = { ...last, revision: answer.value };
    say(`${id} ${answer.value}`);
    acknowledged++;
    // Leaving folds the journal; deleting and bringing back write the whole file.
    if (acknowledged % 7 === 0) await workspace.library();
    if (acknowledged % 29 === 0) {
      await workspace.setDeleted(id, true);
      await workspace.setDeleted(id, false);
    }
  }
}

/** The control: whole files, written as is. */
async function writePlainly(folder: string): Promise<void> {
  const path = join(folder, 'plain.json');
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Plain).revision : 0;
  say('ready');
  for (let revision = before + 1; ; revision++) {
    await writeFile(path, JSON.stringify({ revision, text: TEXT.repeat(40) } satisfies Plain));
    say(`plain ${revision}`);
  }
}

interface Plain {
  readonly revision: number;
  readonly text: string;
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function torture(count: number, control: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'diptych-torture-'));
  const saved = new Map<string, number>();
  const losses: string[] = [];
  let acknowledged = 0;
  for (let round = 1; round <= count; round++) {
    acknowledged += await killAtRandom(folder, control, saved);
    const problems = control
      ? checkPlain(folder, saved)
      : await check(folder, saved, round === count);
    for (const problem of problems) losses.push(`kill ${round}: ${problem}`);
    if (control && problems.length > 0) rmSync(join(folder, 'plain.json'), { force: true });
    if (control && problems.length > 0) saved.clear();
  }
  rmSync(folder, { recursive: true });
  for (const loss of losses.slice(0, 5)) process.stdout.write(`${loss}\n`);
  process.stdout.write(
    `${control ? 'plain JSON writer' : 'Diptych'}: ${count} kills, ${acknowledged} acknowledged edits, ${losses.length} losses\n`,
  );
  if (control === (losses.length === 0)) process.exitCode = 1;
}

/** Lets the child work for a random time and kills it; takes note of what it said is saved, and answers how much that was. */
async function killAtRandom(
  folder: string,
  control: boolean,
  saved: Map<string, number>,
): Promise<number> {
  const args = ['--child', folder, ...(control ? ['--control'] : [])];
  const child = spawn(process.execPath, [process.argv[1] ?? '', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = () => child.kill('SIGKILL');
  const time = Math.random() * 150;
  // Every fifth is killed while it starts and opens the workspace.
  if (Math.random() < 0.2) setTimeout(kill, time * 2);
  let said = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [id = '', revision] = line.split(' ');
    if (revision === undefined) setTimeout(kill, time);
    else {
      saved.set(id, Number(revision));
      said++;
    }
  }
  if (child.exitCode === null && child.signalCode === null)
    await new Promise((resolve) => {
      child.once('exit', resolve);
    });
  if (child.signalCode !== 'SIGKILL') throw new Error(`the child ended by itself`);
  return said;
}

/** What is lost or wrong; the latest comparisons are looked at, or all of them. */
async function check(folder: string, saved: Map<string, number>, all = false): Promise<string[]> {
  const workspace = openWorkspace(folder);
  const { unreadable, recovered } = await workspace.library();
  const problems = unreadable.map(({ problem }) => problem);
  problems.push(...recovered.map(({ report }) => report));
  for (const [id, revision] of Array.from(saved).slice(all ? 0 : -3)) {
    let opened = await workspace.open(id);
    // It was killed between deleting and bringing back.
    if (!opened.ok && (await workspace.setDeleted(id, false)).ok) opened = await workspace.open(id);
    if (!opened.ok) problems.push(opened.problem);
    else {
      const { comparison, revision: found } = opened.value;
      if (found < revision || found > revision + 1)
        problems.push(`${id} has revision ${found}, saved was ${revision}`);
      if (comparison.title !== `t${found}` || comparison.annotations.length !== found)
        problems.push(`${id} is not what was saved`);
      // An edit that was written and not acknowledged is there from now on.
      saved.set(id, found);
    }
  }
  return problems;
}

function checkPlain(folder: string, saved: ReadonlyMap<string, number>): string[] {
  const path = join(folder, 'plain.json');
  const revision = saved.get('plain') ?? 0;
  if (revision === 0 && !existsSync(path)) return [];
  try {
    const found = (JSON.parse(readFileSync(path, 'utf8')) as Plain).revision;
    return found >= revision ? [] : [`revision ${found}, saved was ${revision}`];
  } catch (error) {
    return [(error as Error).message];
  }
}
