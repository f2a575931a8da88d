import { basename, dirname, resolve } from 'node:path';
import { success, type Result } from '../core/result';
import type { Part } from '../core/suggest/suggest';
import { decodeText } from '../main/files/decode';
import { InputError, say, type Io } from './io';
import { writeToFile, writeToStdout } from './output';
import { pairOf, parsePairs, type Row } from './pairs';
import { runTasks } from './pool';
import { Progress } from './progress';
import { readBytes } from './read';

export interface SuggestOptions {
  /** A table of pairs, or the two files of one pair. */
  readonly input: { readonly table: string } | { readonly a: string; readonly b: string };
  /** The file to write, or null for stdout. */
  readonly out: string | null;
  readonly jobs: number;
  readonly parts: readonly Part[];
}

/** Writes one line of suggestions a pair, in the table's order; the exit code tells whether all had one. */
export async function suggestPairs(options: SuggestOptions, io: Io): Promise<number> {
  const { input, out } = options;
  const rows =
    'table' in input
      ? await readTable(input.table, io)
      : [{ where: '', pair: success(pairOf(input.a, input.b, io.folder)) }];
  const problems: string[] = [];
  const lines = suggestLines(rows, options, io, problems);
  await (out === null ? writeToStdout(lines, io) : writeToFile(lines, out, io));
  return problems.length === 0 ? 0 : 1;
}

async function* suggestLines(
  rows: readonly Row[],
  { out, jobs, parts }: SuggestOptions,
  io: Io,
  problems: string[],
): AsyncGenerator<string> {
  const barIsFree = out !== null || io.stdout.isTTY !== true;
  const progress = new Progress(io, 'pairs', rows.length, rows.length > 1 && barIsFree);
  const ended = new AbortController();
  const stop = AbortSignal.any([io.stop, ended.signal]);
  const tasks = rows.flatMap(({ pair }) =>
    pair.ok ? [{ kind: 'suggest', pair: pair.value, parts } as const] : [],
  );
  const answers = runTasks<string>(tasks, jobs, io.program, stop).values();
  const results = rows.map(async ({ pair }): Promise<Result<string>> => {
    const result = pair.ok ? await (answers.next().value as Promise<Result<string>>) : pair;
    progress.tick();
    return result;
  });
  try {
    for (const [index, { where }] of rows.entries()) {
      const result = (await results[index]) as Result<string>;
      if (stop.aborted) return;
      if (result.ok) yield `${result.value}\n`;
      else {
        problems.push(result.problem);
        progress.clear();
        say(io, where + result.problem);
      }
    }
    progress.finish();
  } finally {
    ended.abort();
  }
}

async function readTable(name: string, io: Io): Promise<readonly Row[]> {
  const path = resolve(io.folder, name);
  const bytes = await readBytes(path, name);
  if (!bytes.ok) throw new InputError(bytes.problem);
  const table = decodeText(bytes.value);
  if (!table.ok) throw new InputError(`“${name}” could not be read: ${table.problem}`);
  const rows = parsePairs(table.value, basename(name), dirname(path));
  if (rows.length === 0) throw new InputError(`“${name}” holds no pairs.`);
  return rows;
}
