// node scripts/run.mjs bench/disk-full.ts: works on a small disk with room for 1 to 40 more pages until it is full. At each
// level the old file must stay whole, the refusal must come within two seconds, all that was said to be saved must be there,
// and with room again saving must work. The control, which takes one write for the whole (as write-file-atomic does), must
// fail. Linux, as root.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { NO_DETAILS } from '../src/core/model/article';
import { Workspace } from '../src/main/store/workspace';

const LEVELS = 40;
const PAGE = 4_096;
const DISK = '2m';
/** Larger than what is free at any level. */
const TEXT = 'The mayor opened the bridge. '.repeat(8_000);
const NOTE = 'n'.repeat(1_500);
const LONGEST_MS = 2_000;

if (process.platform !== 'linux' || process.getuid?.() !== 0) {
  process.stderr.write('A disk to fill needs Linux and root, to mount one.\n');
  process.exitCode = 2;
} else {
  const failures = { Diptych: 0, control: 0 };
  let longest = 0;
  for (let level = 1; level <= LEVELS; level++) {
    const tried = await onSmallDisk((disk) => fillUp(disk, level));
    longest = Math.max(longest, tried.refusedAfter);
    for (const problem of tried.problems) process.stdout.write(`level ${level}: ${problem}\n`);
    failures.Diptych += Number(tried.problems.length > 0);
    failures.control += Number(await onSmallDisk((disk) => control(disk, level)));
  }
  process.stdout.write(
    `Diptych: ${LEVELS} levels of a full disk, ${failures.Diptych} failures, refused after at most ${longest.toFixed(0)} ms\n` +
      `one unchecked write: ${LEVELS} levels, ${failures.control} truncated files said to be saved\n`,
  );
  if (failures.Diptych > 0 || failures.control === 0) process.exitCode = 1;
}

async function onSmallDisk<T>(task: (disk: string) => Promise<T>): Promise<T> {
  const disk = mkdtempSync(join(tmpdir(), 'diptych-full-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', disk]);
  try {
    return await task(disk);
  } finally {
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  }
}

/** Leaves so many pages free; the answer frees the others. */
function leave(disk: string, pages: number): () => void {
  const filler = join(disk, 'filler');
  writeFileSync(filler, Buffer.alloc(Math.max(0, statfsSync(disk).bavail - pages) * PAGE));
  return () => rmSync(filler);
}

function openWorkspace(disk: string): Workspace {
  return new Workspace(join(disk, 'workspace'), {
    now: () => new Date().toISOString(),
    newId: () => 'full',
  });
}

function edit(revision: number) {
  const title = `${revision} ${NOTE}`;
  return { name: 'Rename', changes: [{ type: 'change-title', title } as const] };
}

async function fillUp(
  disk: string,
  pages: number,
): Promise<{ readonly refusedAfter: number; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  const article = { ...NO_DETAILS, title: 't', text: TEXT };
  const workspace = openWorkspace(disk);
  await workspace.create({ title: '0', left: article, right: article });
  const file = join(disk, 'workspace', 'comparisons', 'full.json');
  const before = readFileSync(file);
  const free = leave(disk, pages);
  let revision = 0;
  let refusedAfter = 0;
  for (;;) {
    const start = performance.now();
    const answer = await workspace.commit('full', [edit(revision + 1)], revision);
    refusedAfter = performance.now() - start;
    if (!answer.ok && !answer.problem.includes('the disk is full')) problems.push(answer.problem);
    if (!answer.ok) break;
    revision = answer.value;
  }
  if (refusedAfter > LONGEST_MS) problems.push(`refused after ${refusedAfter.toFixed(0)} ms`);
  await workspace.settle().catch(() => undefined);
  if (!readFileSync(file).equals(before)) problems.push('the old file is another');
  problems.push(...(await lossOf(disk, revision)));
  free();
  const saved = await workspace.commit('full', [edit(revision + 1)], revision);
  if (!saved.ok) problems.push(`with room again: ${saved.problem}`);
  await workspace.settle();
  problems.push(...(await lossOf(disk, revision + 1)));
  return { refusedAfter, problems };
}

async function lossOf(disk: string, revision: number): Promise<readonly string[]> {
  const opened = await openWorkspace(disk).open('full');
  if (!opened.ok) return [opened.problem];
  const { comparison, revision: found, recovered } = opened.value;
  if (recovered !== undefined) return [recovered];
  return found === revision &&
    (revision === 0 || comparison.title === edit(revision).changes[0]?.title)
    ? []
    : [`revision ${found}, saved was ${revision}`];
}

/** Whether a file written beside the old one, synced and renamed over it is said to be saved and is not whole. */
async function control(disk: string, pages: number): Promise<boolean> {
  const path = join(disk, 'control.json');
  const bytes = Buffer.from(JSON.stringify({ text: TEXT }));
  leave(disk, pages);
  try {
    const file = await open(`${path}.tmp`, 'w');
    await file.write(bytes);
    await file.sync();
    await file.close();
    await rename(`${path}.tmp`, path);
  } catch {
    return false;
  }
  return !readFileSync(path).equals(bytes);
}
