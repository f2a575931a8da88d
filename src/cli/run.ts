import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import { PARTS, type Part } from '../core/suggest/suggest';
import { HELP } from './help';
import { InputError, UsageError, say, type Io } from './io';
import { suggestCommand, type SuggestOptions } from './suggest';

const MAX_DEFAULT_JOBS = 4;
const MAX_JOBS = 64;

/** Runs the command line with its arguments; returns the exit code. Whatever goes wrong is one line on stderr. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    if (values.help) return print(HELP, io);
    if (values.version) return print(`diptych ${version}\n`, io);
    const [command, ...files] = positionals;
    if (command === undefined) throw new UsageError('say what to do, such as “suggest”.');
    if (command !== 'suggest') throw new UsageError(`there is no command “${command}”.`);
    const code = await suggestCommand(suggestOptions(values, files), io);
    return io.stop.aborted ? (io.stop.reason as number) : code;
  } catch (error) {
    const usage = error instanceof UsageError;
    const known = usage || error instanceof InputError;
    const message = (error as Error).message;
    const hint = usage ? ' “diptych --help” shows how, with examples.' : '';
    say(io, (known ? message : `something went wrong: ${message}`) + hint);
    return usage ? 2 : 1;
  }
}

function print(text: string, io: Io): number {
  io.stdout.write(text);
  return 0;
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        pairs: { type: 'string' },
        out: { type: 'string' },
        only: { type: 'string' },
        jobs: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    // Node's first sentence says what is wrong; the others are about quoting.
    const [message = ''] = (error as Error).message.split(/(?<=['\w])\.?\s(?=[A-Z])/);
    throw new UsageError(`${message.charAt(0).toLowerCase()}${message.slice(1)}.`);
  }
}

function suggestOptions(values: Values, files: readonly string[]): SuggestOptions {
  const { pairs, out = null } = values;
  if (pairs === '' || out === '') throw new UsageError('--pairs and --out name a file.');
  const options = { out, jobs: jobsOf(values.jobs), parts: partsOf(values.only) };
  if (pairs !== undefined) {
    if (files.length > 0) throw new UsageError('name two articles or --pairs, not both.');
    return { input: { table: pairs }, ...options };
  }
  const [a, b, ...more] = files;
  if (!a || b === undefined || more.length > 0)
    throw new UsageError('name two articles, or a table of pairs with --pairs.');
  return { input: { a, b }, ...options };
}

function jobsOf(given: string | undefined): number {
  if (given === undefined) return Math.min(availableParallelism(), MAX_DEFAULT_JOBS);
  const jobs = Number(given);
  if (!/^\d+$/.test(given) || jobs < 1 || jobs > MAX_JOBS)
    throw new UsageError(`--jobs is a number from 1 to ${MAX_JOBS}, not “${given}”.`);
  return jobs;
}

function partsOf(given: string | undefined): readonly Part[] {
  if (given === undefined) return PARTS;
  return given.split(',').map((name) => {
    const part = PARTS.find((known) => known === name.trim());
    if (!part) throw new UsageError(`--only takes some of ${PARTS.join(',')}, not “${name}”.`);
    return part;
  });
}
