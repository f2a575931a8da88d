import { version } from '../../package.json';
import { COMMANDS } from './commands';
import { helpFor } from './help';
import { InputError, UsageError, say, type Io } from './io';

/** Runs the command line with its arguments; returns the exit code. Whatever goes wrong is one line on stderr. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h') return print(helpFor(COMMANDS), io);
  if (name === '--version' || name === '-v') return print(`diptych ${version}\n`, io);
  const command = COMMANDS.find((each) => each.name === name);
  try {
    if (name === undefined) throw new UsageError('say what to do, such as “list”.');
    if (!command) throw new UsageError(`there is no command “${name}”.`);
    const code = await command.run(rest, io);
    return io.stop.aborted ? (io.stop.reason as number) : code;
  } catch (error) {
    if (io.stop.aborted) return io.stop.reason as number;
    const usage = error instanceof UsageError;
    const known = usage || error instanceof InputError;
    const message = (error as Error).message;
    const shows = command ? `diptych ${command.name} --help` : 'diptych --help';
    const hint = usage ? ` “${shows}” shows how, with examples.` : '';
    say(io, (known ? message : `something went wrong: ${message}`) + hint);
    return usage ? 2 : 1;
  }
}

function print(text: string, io: Io): number {
  io.stdout.write(text);
  return 0;
}
