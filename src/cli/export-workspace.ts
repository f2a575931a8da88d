import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { collect } from '../core/exchange/collect';
import { fileNamer } from '../core/exchange/file-names';
import type { Format } from '../core/exchange/format';
import { formatOf, type FormatId } from '../core/exchange/formats';
import type { Comparison } from '../core/model/comparison';
import type { LibraryEntry } from '../main/store/library-index';
import type { Exported, ExportTask } from './export-task';
import { InputError, say, type Io } from './io';
import { openWhole, type WholeFile } from './output';
import { inPortions, runTasks } from './pool';
import { Progress } from './progress';
import type { Read, ReadTask } from './read-task';
import { count } from './words';
import { openToRead } from './workspace';

export interface ExportOptions {
  /** The workspace's folder and the place to write to, as the user calls them. */
  readonly workspace: string;
  readonly out: string;
  readonly format: FormatId;
  /** The ids of the comparisons that are wanted; null for all. */
  readonly only: readonly string[] | null;
  readonly withText: boolean;
  readonly force: boolean;
  readonly json: boolean;
  readonly jobs: number;
}

/** What came of an export. */
interface Outcome {
  comparisons: number;
  files: number;
  readonly failed: { readonly file: string; readonly problem: string }[];
}

/** How many comparisons a worker is given at once. */
const PORTION = 16;

/** Writes comparisons of a workspace as files; the exit code tells whether all were written. */
export async function exportWorkspace(options: ExportOptions, io: Io): Promise<number> {
  const workspace = await openToRead(options.workspace, io);
  const { entries, unreadable } = await workspace.library();
  const wanted = wantedEntries(entries, options.only);
  const settings = await workspace.settings.read();
  const failed = options.only ? [] : unreadable.map(({ file, problem }) => ({ file, problem }));
  const outcome: Outcome = { comparisons: 0, files: 0, failed };
  const job: Job = {
    ...options,
    target: targetOf(options, wanted.length, io),
    folder: join(workspace.folder, 'comparisons'),
    context: { withText: options.withText, settings },
    wanted,
    progress: new Progress(io, 'comparisons', wanted.length, wanted.length > PORTION),
  };
  await (formatOf(options.format).joined === null
    ? writeEach(job, outcome, io)
    : writeJoined(job, outcome, io));
  job.progress.finish();
  tell(outcome, options, io);
  return failed.length === 0 ? 0 : 1;
}

interface Job extends ExportOptions {
  readonly target: Target;
  readonly folder: string;
  readonly context: ExportTask['context'];
  readonly wanted: readonly LibraryEntry[];
  readonly progress: Progress;
}

function wantedEntries(
  entries: readonly LibraryEntry[],
  only: readonly string[] | null,
): readonly LibraryEntry[] {
  const missing = only?.find((id) => entries.every((entry) => entry.id !== id));
  if (missing !== undefined)
    throw new InputError(`there is no comparison “${missing}” in the workspace.`);
  return entries
    .filter(({ id }) => only?.includes(id) ?? true)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The folder that is written to and, when a single file comes of it and was named, that file's name in it. */
interface Target {
  readonly folder: string;
  readonly file: string | null;
}

function targetOf({ out, format }: ExportOptions, comparisons: number, io: Io): Target {
  const { joined, ending } = formatOf(format);
  const only = joined
    ? joined.length === 1
      ? joined[0]?.name
      : null
    : comparisons === 1 && ending;
  const path = resolve(io.folder, out);
  const extension = only ? only.slice(only.lastIndexOf('.')) : null;
  const isFile = extension !== null && path.toLowerCase().endsWith(extension);
  return isFile ? { folder: dirname(path), file: basename(path) } : { folder: path, file: null };
}

/** Has workers write a file or a folder for each comparison. */
async function writeEach(job: Job, outcome: Outcome, io: Io): Promise<void> {
  const { target, format, jobs, folder, context, wanted, progress } = job;
  const { ending } = formatOf(format);
  const nameFor = fileNamer();
  const named = wanted.map(({ id, title }) => ({ id, name: nameFor(title) }));
  const names =
    target.file === null ? named.map(({ name }) => `${name}${ending ?? ''}`) : [target.file];
  await refuseExisting(names, job);
  await mkdir(target.folder, { recursive: true }).catch((error: Error) => {
    throw new InputError(`“${job.out}” could not be made: ${error.message}.`);
  });
  const tasks = inPortions(named, PORTION).map((comparisons): ExportTask => ({
    kind: 'export',
    folder,
    format,
    context,
    out: target.folder,
    file: target.file,
    comparisons,
  }));
  const answers = runTasks<readonly Exported[]>(tasks, jobs, io.program, io.stop);
  for (const [index, answer] of answers.entries()) {
    const done = await answer;
    if (io.stop.aborted) return;
    for (const [at, { id }] of (tasks[index]?.comparisons ?? []).entries()) {
      const exported = done.ok ? done.value[at] : done;
      if (exported?.ok) {
        outcome.comparisons++;
        outcome.files += exported.value;
      } else if (exported) outcome.failed.push({ file: `${id}.json`, problem: exported.problem });
      progress.tick();
    }
  }
}

/** Writes all comparisons into the few files of a format; workers read them. */
async function writeJoined(job: Job, outcome: Outcome, io: Io): Promise<void> {
  const { target, format, context } = job;
  const form: Format = formatOf(format);
  const nameOf = (name: string) => target.file ?? name;
  const names = (form.joined ?? []).map(({ name }) => nameOf(name));
  await refuseExisting(names, job);
  const files = new Map<string, WholeFile>();
  try {
    await mkdir(target.folder, { recursive: true });
    for (const name of names) files.set(name, await openWhole(join(target.folder, name)));
    for await (const { name, text } of collect(form, readAll(job, outcome, io), context))
      await files.get(nameOf(name))?.append(text);
    if (io.stop.aborted) return;
    for (const file of files.values()) await file.finish();
    outcome.files = files.size;
  } catch (error) {
    throw new InputError(`“${job.out}” could not be written: ${(error as Error).message}.`);
  } finally {
    for (const file of files.values()) await file.abandon();
  }
}

async function* readAll(
  { folder, wanted, jobs, progress }: Job,
  outcome: Outcome,
  io: Io,
): AsyncGenerator<Comparison> {
  const ids = wanted.map(({ id }) => id);
  const tasks = inPortions(ids, PORTION).map((some): ReadTask => ({
    kind: 'read',
    folder,
    ids: some,
  }));
  // Taken off one by one, so that what was written is not kept.
  const answers = [...runTasks<readonly Read[]>(tasks, jobs, io.program, io.stop)];
  for (const task of tasks) {
    const answer = await answers.shift();
    if (io.stop.aborted || !answer) return;
    for (const [at, id] of task.ids.entries()) {
      const read = answer.ok ? answer.value[at] : answer;
      if (read?.ok) {
        outcome.comparisons++;
        yield read.value;
      } else if (read) outcome.failed.push({ file: `${id}.json`, problem: read.problem });
      progress.tick();
    }
  }
}

async function refuseExisting(
  names: readonly string[],
  { force, target, out }: Job,
): Promise<void> {
  if (force) return;
  const found: string[] = [];
  for (const name of names)
    if (await stat(join(target.folder, name)).catch(() => null)) found.push(name);
  const [first] = found;
  if (first === undefined) return;
  const what =
    found.length === 1 ? `“${first}” is` : `“${first}” and ${count(found.length - 1, 'other')} are`;
  throw new InputError(
    `${what} there already in “${out}”. Choose another place, or write over with --force.`,
  );
}

function tell({ comparisons, files, failed }: Outcome, { json, out }: ExportOptions, io: Io): void {
  if (io.stop.aborted) return;
  for (const { problem } of failed) say(io, problem);
  io.stdout.write(
    json
      ? `${JSON.stringify({ comparisons, files, failed })}\n`
      : `${count(comparisons, 'comparison')} in ${count(files, 'file')}: ${out}\n`,
  );
}
