import { availableParallelism } from 'node:os';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError, type Io } from './io';

const MAX_DEFAULT_JOBS = 4;
const MAX_JOBS = 64;

/** One of the things that `diptych` does. */
export interface Command {
  readonly name: string;
  /** What it does, in one line of the list of commands. */
  readonly summary: string;
  /** Runs it with the words after its name; returns the exit code, or throws an error of `io.ts`. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true }>
>['values'];

/** A command: its options as Node's `parseArgs` takes them, what `--help` teaches, and what it does with what was given. */
export function command<const O extends Options>({
  name,
  summary,
  help,
  options,
  run,
}: {
  readonly name: string;
  readonly summary: string;
  readonly help: string;
  readonly options: O;
  readonly run: (values: Values<O>, words: readonly string[], io: Io) => Promise<number>;
}): Command {
  return {
    name,
    summary,
    run: async (args, io) => {
      if (args.includes('--help') || args.includes('-h')) {
        io.stdout.write(help);
        return 0;
      }
      const { values, positionals } = parse(args, options);
      return run(values, positionals, io);
    },
  };
}

function parse<O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    // Node's first sentence says what is wrong; the others are about quoting.
    const [message = ''] = (error as Error).message.split(/(?<=['\w])\.?\s(?=[A-Z])/);
    throw new UsageError(`${message.charAt(0).toLowerCase()}${message.slice(1)}.`);
  }
}

/** How many workers `--jobs` asks for; as many as there are processors, at most 4, when it does not. */
export function jobsOf(given: string | undefined): number {
  if (given === undefined) return Math.min(availableParallelism(), MAX_DEFAULT_JOBS);
  const jobs = Number(given);
  if (!/^\d+$/.test(given) || jobs < 1 || jobs > MAX_JOBS)
    throw new UsageError(`--jobs is a number from 1 to ${MAX_JOBS}, not “${given}”.`);
  return jobs;
}
