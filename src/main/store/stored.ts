import { annotationSchema, type Annotation } from '../../core/model/annotation';
import {
  comparisonProblem,
  comparisonSchema,
  inOrder,
  type Comparison,
} from '../../core/model/comparison';
import { momentSchema } from '../../core/model/fields';
import { failure, success, type Result } from '../../core/result';
import { z } from '../../core/zod';
import { breathe } from './breathe';
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

const annotationsSchema = z.array(annotationSchema);

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

/** How a workspace's file begins, up to the comparison's id. */
const BEGINNING =
  /^\{\s*(?:"sha256":\s*"[0-9a-f]{64}",\s*)?"format":\s*"diptych\/stored-comparison",[^{]*"comparison":\s*\{\s*"id":\s*"([A-Za-z0-9_-]{1,64})"/;
/** More than the beginning takes, in UTF-16 code units. */
const BEGINNING_ROOM = 1_000;

/** The id of the comparison that a text is a workspace's file of; null when it is none. */
export function idInFile(text: string): string | null {
  return BEGINNING.exec(text.slice(0, BEGINNING_ROOM))?.[1] ?? null;
}

/** Data of this version or an earlier one as what is stored for the comparison `id`; a refusal says what is wrong with it. */
export async function parseStored(
  id: string,
  data: unknown,
  version: number,
): Promise<Result<Stored>> {
  const migrated = migrate(data as Readonly<Record<string, unknown>>, version);
  if (!migrated.ok) return migrated;
  const parsed = await parseInParts(migrated.value);
  if (!parsed.ok) return parsed;
  const { comparison } = parsed.value;
  await breathe();
  const problem =
    comparison.id === id ? comparisonProblem(comparison) : 'its id is not its file’s name';
  if (problem !== null) return failure(problem);
  return success({ ...parsed.value, comparison: inOrder(comparison) });
}

/** So many annotations are looked at without a break. */
const PART = 10_000;

/** Looks at the annotations part by part: of a large comparison they take longer than others may be kept waiting. */
async function parseInParts(data: Readonly<Record<string, unknown>>): Promise<Result<Stored>> {
  const comparison = data['comparison'] as { readonly annotations?: unknown } | null | undefined;
  const annotations = comparison?.annotations;
  if (!Array.isArray(annotations) || annotations.length <= PART) return parse(storedSchema, data);
  const rest = parse(storedSchema, { ...data, comparison: { ...comparison, annotations: [] } });
  if (!rest.ok) return rest;
  const all: Annotation[] = [];
  for (let from = 0; from < annotations.length; from += PART) {
    await breathe();
    const part = parse(annotationsSchema, annotations.slice(from, from + PART));
    if (!part.ok) return failure(`of the annotations from number ${from} on, ${part.problem}`);
    for (const each of part.value) all.push(each);
  }
  return success({ ...rest.value, comparison: { ...rest.value.comparison, annotations: all } });
}

function parse<T>(schema: z.ZodType<T>, data: unknown): Result<T> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return success(parsed.data);
  const [issue] = parsed.error.issues;
  return failure(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
