import type { Command } from './command';

/** What `diptych --help` teaches: which commands there are, and what holds for all of them. */
export function helpFor(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Diptych compares two accounts of one event. This is its command line.

Usage
  diptych COMMAND …
  diptych COMMAND --help      how a command is used, with examples
  diptych --version

Commands
${lines.join('\n')}

Exit code: 0 all went well; 1 something could not be read or written, or is wrong (one line on stderr each
says what, where and why; all else is still done); 2 the command made no sense.
`;
}
