// npm run torture [-- COUNT] [--control | --app]: kills a program that edits at random moments and looks whether all that it
// was told is saved is there. With --control the edits go through a plain JSON writer, which must lose something; with --app
// it is Diptych itself that is built, worked in by keyboard and killed (e2e/kills.spec.ts).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { editUntilKilled, lossesIn, say, TEXT } from './lib/editing';

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
else await editUntilKilled(values.child);

/** Builds Diptych and has the end-to-end test kill it so often. */
function killTheApp(count: string): void {
  const env = { ...process.env, DIPTYCH_KILLS: count };
  const run = (words: string) =>
    spawnSync(`npm run -s ${words}`, { shell: true, stdio: 'inherit', env }).status ?? 1;
  process.exitCode = run('build') || run('test:e2e -- kills.spec.ts');
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

async function torture(count: number, control: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'diptych-torture-'));
  const saved = new Map<string, number>();
  const losses: string[] = [];
  let acknowledged = 0;
  for (let round = 1; round <= count; round++) {
    acknowledged += await killAtRandom(folder, control, saved);
    const problems = control
      ? checkPlain(folder, saved)
      : await lossesIn(folder, saved, round === count);
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
