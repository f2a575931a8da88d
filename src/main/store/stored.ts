import {
  comparisonProblem,
  comparisonSchema,
  inOrder,
  type Comparison,
} from '../../core/model/comparison';
import { idSchema, momentSchema } from '../../core/model/fields';
import { failure, success, type Result } from '../../core/result';
import { z } from '../../core/zod';
import { migrate, VERSION } from './migrations';

const FORMAT = 'diptych/stored-comparison';

const storedSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  revision: z.int().nonnegative(),
  modified: momentSchema,
  /** When the user deleted it; the file stays, so that deleting can be undone. */
  deleted: momentSchema.nullable(),
  comparison: comparisonSchema,
});

/** A comparison as it is stored, with its revision and last change. */
export type Stored = z.infer<typeof storedSchema>;

/** The first form in which a comparison is stored. */
export function firstStored(comparison: Comparison, now: string): Stored {
  return {
    format: FORMAT,
    version: VERSION,
    revision: 0,
    modified: now,
    deleted: null,
    comparison,
  };
}

/** The version of Diptych's format that data claims to have, or null when it is not in Diptych's format. */
export function versionOf(data: unknown): number | null {
  if (typeof data !== 'object' || data === null) return null;
  const { format, version } = data as Readonly<Record<string, unknown>>;
  return format === FORMAT && Number.isInteger(version) && Number(version) >= 1
    ? Number(version)
    : null;
}

/** The id of the comparison that a text is a workspace's file of; null when it is none. */
export function idInFile(text: string): string | null {
  try {
    const data = JSON.parse(text) as { readonly comparison?: { readonly id?: unknown } } | null;
    return versionOf(data) === null
      ? null
      : (idSchema.safeParse(data?.comparison?.id).data ?? null);
  } catch {
    return null;
  }
}

/** Data of this version or an earlier one as what is stored for the comparison `id`; a refusal says what is wrong with it. */
export function parseStored(id: string, data: unknown, version: number): Result<Stored> {
  const migrated = migrate(data as Readonly<Record<string, unknown>>, version);
  if (!migrated.ok) return migrated;
  const parsed = storedSchema.safeParse(migrated.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return failure(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const { comparison } = parsed.data;
  const problem =
    comparison.id === id ? comparisonProblem(comparison) : 'its id is not its file’s name';
  if (problem !== null) return failure(problem);
  return success({ ...parsed.data, comparison: inOrder(comparison) });
}
