import { basename } from 'node:path';
import { Low } from 'lowdb';
import type { z } from '../../core/zod';
import { realDisk, type Disk } from './disk';
import { JsonFile } from './json-file';
import { moveAside } from './names';

/** A small JSON file with a schema, such as the settings. */
export interface CheckedFile<T> {
  /** What it holds, or null when it is not there or cannot be used; what is wrong is then told in words. */
  readonly read: () => Promise<T | null>;
  /** Resolves once the data is durable. A damaged file is kept aside first; one that is newer, or cannot be read now, is not replaced. */
  readonly write: (data: T) => Promise<void>;
}

/** Opens the file at `path`; `version` is the newest that its schema knows, if it has versions. */
export function openCheckedFile<T>(
  path: string,
  schema: z.ZodType<T>,
  { version = Infinity, disk = realDisk, onProblem = () => undefined }: CheckedFileOptions = {},
): CheckedFile<T> {
  const name = basename(path);
  let checked = false;

  async function look(): Promise<{ readonly data: T | null; readonly problem: string | null }> {
    const database = new Low<unknown>(new JsonFile<unknown>(path, disk), null);
    try {
      await database.read();
    } catch (error) {
      const { message } = error as Error;
      if (error instanceof SyntaxError) return { data: null, problem: message };
      throw new Error(`${name} cannot be read (${message}); check its drive and permissions`, {
        cause: error,
      });
    }
    if (database.data === null) return { data: null, problem: null };
    const parsed = schema.safeParse(database.data);
    if (parsed.success) return { data: parsed.data, problem: null };
    if (Number((database.data as { readonly version?: unknown }).version) > version)
      throw new Error(`${name} was written by a newer Diptych; update Diptych to change it`);
    const [issue] = parsed.error.issues;
    return { data: null, problem: `at ${issue?.path.join('.') || 'all of it'}, ${issue?.message}` };
  }

  return {
    async read() {
      try {
        const { data, problem } = await look();
        if (problem !== null)
          onProblem(
            `${name} is damaged (${problem}), so what it held is not used. It is kept aside when it is written again.`,
          );
        return data;
      } catch (error) {
        onProblem(`${(error as Error).message}. Until then it is left as it is.`);
        return null;
      }
    },
    async write(data) {
      if (!checked) {
        const { problem } = await look();
        if (problem !== null) await moveAside(path, new Date().toISOString(), disk);
      }
      await new Low<T>(new JsonFile<T>(path, disk), data).write();
      checked = true;
    },
  };
}

/** What an opened file can be told; see `openCheckedFile`. */
export interface CheckedFileOptions {
  readonly version?: number;
  readonly disk?: Disk;
  readonly onProblem?: (problem: string) => void;
}
