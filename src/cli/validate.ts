import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { realDisk } from '../main/store/disk';
import { openComparisonStore } from '../main/store/comparison-store';
import { guardedDisk } from '../main/store/guarded-disk';
import { openSettings } from '../main/store/settings';
import { command, jobsOf } from './command';
import { InputError, say, UsageError, type Io } from './io';
import { inPortions, runTasks } from './pool';
import { Progress } from './progress';
import type { Finding, ValidateTask } from './validate-task';
import { count } from './words';

const HELP = `Usage
  diptych validate DIR|FILE… [--json] [--jobs N]

Reads every comparison of the workspaces in the folders DIR with all checks: checksums, the journal of changes,
that every annotation lies in its text, that every link ties two annotations. A FILE is Diptych JSON, as exported
(.diptych.json, or .jsonl with one comparison a line). Nothing is changed.

Options
  --json    one JSON object: how many comparisons were read, and what is wrong: file, problem
  --jobs N  reads N at once (as many as there are processors, at most 4)

Examples
  diptych validate ~/Documents/Diptych
  diptych validate study bridge.diptych.json all.jsonl
  diptych validate study --json | jq '.problems[].file'

Validating works while the app has the workspace open; what is being written at that moment may be reported then.

Exit code: 0 everything is in order; 1 something is not (one line on stderr each says what and where, and what to
do); 2 the command made no sense.
`;

/** `diptych validate`. */
export const validateCommand = command({
  name: 'validate',
  summary: 'check workspaces and exported files for damage',
  help: HELP,
  options: {
    json: { type: 'boolean', default: false },
    jobs: { type: 'string' },
  },
  run: async ({ json, jobs }, names, io) => {
    if (names.length === 0) throw new UsageError('name workspace folders or Diptych JSON files.');
    const lanes = jobsOf(jobs);
    let comparisons = 0;
    const problems: Finding[] = [];
    for (const name of names) {
      try {
        const tasks = await tasksOf(resolve(io.folder, name), name, problems);
        comparisons += await check(tasks, lanes, problems, io);
      } catch (error) {
        // The others are checked all the same.
        if (!(error instanceof InputError)) throw error;
        problems.push({ file: name, problem: error.message });
      }
      if (io.stop.aborted) return 1;
    }
    if (json) io.stdout.write(`${JSON.stringify({ comparisons, problems })}\n`);
    else {
      for (const { file, problem } of problems) say(io, `${file}: ${problem}`);
      const wrong = problems.length === 0 ? 'all in order' : count(problems.length, 'problem');
      io.stdout.write(`${count(comparisons, 'comparison')}, ${wrong}\n`);
    }
    return problems.length === 0 ? 0 : 1;
  },
});

/** How many comparisons a worker is given at once. */
const PORTION = 16;

async function tasksOf(
  path: string,
  name: string,
  problems: Finding[],
): Promise<readonly ValidateTask[]> {
  const found = await stat(path).catch(() => {
    throw new InputError('it could not be read: there is no such file or folder.');
  });
  return found.isDirectory() ? workspaceTasks(path, name, problems) : fileTasks(path, name);
}

async function workspaceTasks(
  folder: string,
  name: string,
  problems: Finding[],
): Promise<readonly ValidateTask[]> {
  const comparisons = join(folder, 'comparisons');
  const disk = guardedDisk(realDisk, () => 'This command only reads');
  const ids = await openComparisonStore(comparisons, { disk })
    .list()
    .catch(() => {
      throw new InputError('it is no workspace: it has no folder “comparisons”.');
    });
  const settings = join(folder, 'workspace.json');
  const onProblem = (problem: string) =>
    problems.push({ file: join(name, 'workspace.json'), problem });
  await openSettings(settings, onProblem, disk).read();
  return inPortions([...ids.keys()].toSorted(), PORTION).map((some) => ({
    kind: 'validate',
    folder: comparisons,
    name: join(name, 'comparisons'),
    ids: some,
  }));
}

async function fileTasks(path: string, name: string): Promise<readonly ValidateTask[]> {
  const json = await readFile(path, 'utf8').catch((error: Error) => {
    throw new InputError(`it could not be read: ${error.message}.`);
  });
  if (!name.toLowerCase().endsWith('.jsonl'))
    return [{ kind: 'validate', texts: [{ file: name, json }] }];
  const lines = json.split('\n').flatMap((line, index) => {
    return line.trim() === '' ? [] : [{ file: `${name}, line ${index + 1}`, json: line }];
  });
  return inPortions(lines, PORTION).map((texts) => ({ kind: 'validate', texts }));
}

async function check(
  tasks: readonly ValidateTask[],
  jobs: number,
  problems: Finding[],
  io: Io,
): Promise<number> {
  const sizes = tasks.map((task) => ('ids' in task ? task.ids : task.texts).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const progress = new Progress(io, 'comparisons', total, total > PORTION);
  for (const [index, answer] of runTasks<readonly Finding[]>(
    tasks,
    jobs,
    io.program,
    io.stop,
  ).entries()) {
    const found = await answer;
    if (io.stop.aborted) break;
    if (found.ok) problems.push(...found.value);
    else problems.push({ file: fileOf(tasks[index]), problem: found.problem });
    progress.tick(sizes[index]);
  }
  progress.finish();
  return total;
}

/** What a task was about, should its worker die over it. */
function fileOf(task: ValidateTask | undefined): string {
  if (!task) return '';
  return 'ids' in task
    ? join(task.name, `${task.ids[0]}.json and after`)
    : (task.texts[0]?.file ?? '');
}
