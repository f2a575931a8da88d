// node scripts/run.mjs bench/power-cut.ts [COUNT] [--control]: works in a workspace on a file system of its own (ext4 in a
// file) and takes that away at random moments with nothing flushed, as a power cut does; then mounts it again and looks
// whether all that was said to be saved is there. --control writes with lowdb's own adapter, which must lose something. Linux,
// as root.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { editUntilKilled, lossesIn, say, TEXT } from './lib/editing';

const IMAGE_BYTES = 64 * 1_048_576;
const LONGEST_MS = 600;
/** FS_IOC_SHUTDOWN with FS_SHUTDOWN_FLAGS_NOLOGFLUSH: the file system stops, and what is not on the disk is dropped. */
const SHUT_DOWN =
  'import fcntl,os,struct,sys; fcntl.ioctl(os.open(sys.argv[1],os.O_RDONLY),0x8004587D,struct.pack("I",2))';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { control: { type: 'boolean', default: false }, child: { type: 'string' } },
});

if (values.child !== undefined)
  await (values.control ? writeWithLowdb : editUntilKilled)(values.child);
else if (process.platform !== 'linux' || process.getuid?.() !== 0) {
  process.stderr.write(
    'The power cuts need Linux and root, to mount a file system of their own.\n',
  );
  process.exitCode = 2;
} else await cutPower(Number(positionals[0] ?? 100), values.control);

/** The control: one file, written by lowdb. */
async function writeWithLowdb(folder: string): Promise<void> {
  const database = new Low<Numbered>(new JSONFile(join(folder, 'lowdb.json')), {
    revision: 0,
    text: TEXT,
  });
  await database.read();
  await database.write();
  say('ready');
  for (let revision = database.data.revision + 1; ; revision++) {
    database.data = { revision, text: TEXT };
    await database.write();
    say(`lowdb ${revision}`);
  }
}

interface Numbered {
  readonly revision: number;
  readonly text: string;
}

async function cutPower(count: number, control: boolean): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'diptych-power-'));
  const [image, mount] = [join(place, 'image'), join(place, 'disk')];
  const folder = join(mount, 'workspace');
  mkdirSync(mount);
  writeFileSync(image, '');
  truncateSync(image, IMAGE_BYTES);
  execFileSync('mkfs.ext4', ['-q', image]);
  const saved = new Map<string, number>();
  let acknowledged = 0;
  let failed = 0;
  try {
    for (let cut = 1; cut <= count; cut++) {
      execFileSync('mount', ['-o', 'loop', image, mount]);
      const problems = await look(folder, control, saved);
      report(cut - 1, problems);
      if (problems.length > 0) saved.clear();
      failed += Number(problems.length > 0);
      mkdirSync(folder, { recursive: true });
      execFileSync('sync', ['--file-system', mount]);
      acknowledged += await workUntilCut(folder, mount, control, saved);
      execFileSync('umount', [mount]);
    }
    execFileSync('mount', ['-o', 'loop', image, mount]);
    const problems = await look(folder, control, saved);
    report(count, problems);
    failed += Number(problems.length > 0);
    execFileSync('umount', [mount]);
  } finally {
    try {
      execFileSync('umount', ['--lazy', mount], { stdio: 'ignore' });
    } catch {
      // It is not mounted, as it should be.
    }
    rmSync(place, { recursive: true });
  }
  process.stdout.write(
    `${control ? 'lowdb’s JSONFile' : 'Diptych'}: ${count} power cuts, ${acknowledged} acknowledged edits, ${failed} cuts with losses\n`,
  );
  if (control === (failed === 0)) process.exitCode = 1;
}

function report(cut: number, problems: readonly string[]): void {
  if (problems[0] !== undefined) process.stdout.write(`cut ${cut}: ${problems[0]}\n`);
}

async function look(
  folder: string,
  control: boolean,
  saved: Map<string, number>,
): Promise<readonly string[]> {
  if (!control) return lossesIn(folder, saved);
  const wanted = saved.get('lowdb');
  if (wanted === undefined) return [];
  try {
    const { revision } = JSON.parse(readFileSync(join(folder, 'lowdb.json'), 'utf8')) as Numbered;
    return revision >= wanted ? [] : [`revision ${revision}, saved was ${wanted}`];
  } catch (error) {
    rmSync(join(folder, 'lowdb.json'), { force: true });
    return [(error as Error).message];
  }
}

/** Lets the child work for a random time, stops the file system under it and ends it; answers how much it was told is saved. */
async function workUntilCut(
  folder: string,
  mount: string,
  control: boolean,
  saved: Map<string, number>,
): Promise<number> {
  const args = [process.argv[1] ?? '', '--child', folder, ...(control ? ['--control'] : [])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  let said = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [id = '', revision] = line.split(' ');
    if (revision === undefined) {
      // The control's file is there before, so that more than its first writing is tried.
      if (control) execFileSync('sync', ['--file-system', mount]);
      setTimeout(() => {
        // The program loses its power first: the kernel may take a sync under way for done when it is shut down.
        child.kill('SIGSTOP');
        execFileSync('python3', ['-c', SHUT_DOWN, mount]);
        child.kill('SIGKILL');
      }, Math.random() * LONGEST_MS);
    } else {
      saved.set(id, Number(revision));
      said++;
    }
  }
  await ended;
  return said;
}
