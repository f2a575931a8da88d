import type { Writable } from 'node:stream';
import { printable } from './words';

/** What a command has of the world around it; tests pass their own. */
export interface Io {
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** The folder that paths given as arguments are relative to. */
  readonly folder: string;
  /** The built program, which the workers run. */
  readonly program: string;
  /** Aborted, with the exit code as its reason, when the user or the system wants an end. */
  readonly stop: AbortSignal;
}

/** A command that makes no sense as it was given: one line and exit code 2. */
export class UsageError extends Error {}

/** A command that cannot be done: one line and exit code 1. */
export class InputError extends Error {}

/** Says one line to the person at the terminal, whatever is in it. */
export function say(io: Io, line: string): void {
  io.stderr.write(`diptych: ${printable(line)}\n`);
}
