import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Edit } from '../../core/edit/edit';
import {
  comparisonProblem,
  comparisonSchema,
  inOrder,
  type Comparison,
} from '../../core/model/comparison';
import { momentSchema } from '../../core/model/fields';
import { failure, success, type Result } from '../../core/result';
import { z } from '../../core/zod';
import { JsonFile } from './json-file';

const storedSchema = z.strictObject({
  format: z.literal('diptych/stored-comparison'),
  version: z.literal(1),
  revision: z.int().nonnegative(),
  modified: momentSchema,
  /** When the user deleted it; the file stays, so that deleting can be undone. */
  deleted: momentSchema.nullable(),
  comparison: comparisonSchema,
});

/** A comparison as it is stored, with its revision and last change. */
export type Stored = z.infer<typeof storedSchema>;

/** Where comparisons live. Narrow on purpose: a journal can stand behind it, because `save` is told the edits too. */
export interface ComparisonStore {
  /** The stored comparisons' ids, each with a mark that changes when its file does. */
  readonly list: () => Promise<ReadonlyMap<string, string>>;
  readonly load: (id: string) => Promise<Result<Stored>>;
  /** Resolves once `stored`, the outcome of `edits` on what was saved before, is durable; throws when it cannot be. */
  readonly save: (stored: Stored, edits: readonly Edit[]) => Promise<void>;
}

/** The first form in which a comparison is stored. */
export function firstStored(comparison: Comparison, now: string): Stored {
  return {
    format: 'diptych/stored-comparison',
    version: 1,
    revision: 0,
    modified: now,
    deleted: null,
    comparison,
  };
}

const FILE = /^([A-Za-z0-9_-]{1,64})\.json$/;

/** A store with one JSON file per comparison in `folder`, through lowdb. */
export function openComparisonStore(folder: string): ComparisonStore {
  const fileOf = (id: string) => new JsonFile<unknown>(join(folder, `${id}.json`));
  return {
    async list() {
      await mkdir(folder, { recursive: true });
      const marks = new Map<string, string>();
      for (const name of await readdir(folder)) {
        const id = FILE.exec(name)?.[1];
        if (id === undefined) continue;
        const { mtimeMs, size } = await stat(join(folder, name));
        marks.set(id, `${mtimeMs}-${size}`);
      }
      return marks;
    },
    async load(id) {
      try {
        const database = new Low<unknown>(fileOf(id), null);
        await database.read();
        return parseStored(id, database.data);
      } catch (error) {
        return failure(
          `${id}.json could not be read: ${(error as Error).message}. The file is left as it is; look into it or put back a copy.`,
        );
      }
    },
    async save(stored) {
      const database = new Low<unknown>(fileOf(stored.comparison.id), stored);
      await database.write();
    },
  };
}

function parseStored(id: string, data: unknown): Result<Stored> {
  if (data === null)
    return failure('This comparison is no longer in the workspace: its file was moved or removed.');
  const parsed = storedSchema.safeParse(data);
  const problem = parsed.success
    ? (comparisonProblem(parsed.data.comparison) ??
      (parsed.data.comparison.id === id ? null : 'Its id is not its file’s name.'))
    : `${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.message ?? ''}`;
  if (problem !== null || !parsed.success)
    return failure(
      `${id}.json is damaged (${problem}). The file is left as it is; look into it or put back a copy.`,
    );
  return success({ ...parsed.data, comparison: inOrder(parsed.data.comparison) });
}
