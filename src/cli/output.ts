import { createWriteStream } from 'node:fs';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InputError, type Io } from './io';

type Lines = AsyncGenerator<string>;

/** Writes what `lines` yields to stdout; a reader that has enough, such as `head`, is a quiet end. */
export async function writeToStdout(lines: Lines, io: Io): Promise<void> {
  try {
    await pipeline(Readable.from(lines), io.stdout, { end: false, signal: io.stop });
  } catch (error) {
    if (isCode(error, 'EPIPE') || io.stop.aborted) return;
    throw new InputError(`the output could not be written: ${(error as Error).message}`);
  }
}

/** Writes what `lines` yields to a file, which is there whole or not at all: a temporary file, renamed at the end. */
export async function writeToFile(lines: Lines, name: string, io: Io): Promise<void> {
  const path = await realpath(resolve(io.folder, name)).catch(() => resolve(io.folder, name));
  try {
    const present = await stat(path).catch(() => null);
    if (present?.isDirectory()) throw new InputError('it is a folder.');
    // A device or a pipe, such as /dev/null, is written to and never replaced.
    if (present && !present.isFile())
      await pipeline(Readable.from(lines), createWriteStream(path), { signal: io.stop });
    else await replaceFile(lines, path, io.stop);
  } catch (error) {
    if (io.stop.aborted) return;
    const cause = isCode(error, 'ENOENT')
      ? `there is no folder “${dirname(name)}”.`
      : (error as Error).message;
    throw new InputError(`“${name}” could not be written: ${cause}`);
  }
}

async function replaceFile(lines: Lines, path: string, stop: AbortSignal): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  const destination: Writable = (await open(temporary, 'w')).createWriteStream();
  try {
    await pipeline(Readable.from(lines), destination, { signal: stop });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A file that is there whole or not at all. */
export interface WholeFile {
  readonly append: (text: string) => Promise<void>;
  /** Puts what was appended in the file's place. */
  readonly finish: () => Promise<void>;
  /** Leaves nothing behind, unless it is finished. */
  readonly abandon: () => Promise<void>;
}

/** Begins a file at `path`: what is appended goes to a temporary file beside it. */
export async function openWhole(path: string): Promise<WholeFile> {
  const temporary = `${path}.${process.pid}.tmp`;
  const file = await open(temporary, 'w');
  let ended = false;
  const end = async () => {
    ended = true;
    await file.close();
  };
  return {
    append: (text) => file.appendFile(text),
    finish: async () => {
      await end();
      await rename(temporary, path);
    },
    abandon: async () => {
      if (!ended) await end();
      await rm(temporary, { force: true });
    },
  };
}

function isCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}
