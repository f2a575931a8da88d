import { Writable } from 'node:stream';
import type { Io } from '../io';

/** What a test puts around a command. */
export interface Around {
  /** Whether stderr is a terminal. */
  readonly terminal?: boolean;
  readonly stop?: AbortSignal;
}

/** A world for a command that keeps what is written. */
export function io({
  folder,
  program,
  terminal = false,
  stop = new AbortController().signal,
}: Around & Pick<Io, 'folder' | 'program'>) {
  return { stdout: sink(false), stderr: sink(terminal), folder, program, stop } satisfies Io;
}

function sink(isTTY: boolean): Writable & { isTTY: boolean; text: () => string } {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return Object.assign(stream, { isTTY, text: () => text });
}
