import {
  comparisonProblem,
  comparisonSchema,
  inOrder,
  type Comparison,
} from '../../core/model/comparison';
import { momentSchema } from '../../core/model/fields';
import { parsingInParts, type LongList } from '../../core/model/parse-in-parts';
import { unplacedSchema } from '../../core/model/unplaced';
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

const { annotations, links, rejections, proposed } = comparisonSchema.unwrap().shape;
const waiting = unplacedSchema.unwrap().shape;

const LONG_LISTS: readonly LongList[] = [
  { path: ['comparison', 'annotations'], schema: annotations },
  { path: ['comparison', 'links'], schema: links },
  { path: ['comparison', 'rejections'], schema: rejections },
  { path: ['comparison', 'proposed'], schema: proposed },
  { path: ['comparison', 'unplaced', 'annotations'], schema: waiting.annotations },
  { path: ['comparison', 'unplaced', 'links'], schema: waiting.links },
];

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
  // Of a large comparison this takes longer than others may be kept waiting.
  const parts = parsingInParts(storedSchema, LONG_LISTS, migrated.value);
  let step = parts.next();
  for (; !step.done; step = parts.next()) await breathe();
  const parsed = step.value;
  if (!parsed.ok) return parsed;
  const { comparison } = parsed.value;
  await breathe();
  const problem =
    comparison.id === id ? comparisonProblem(comparison) : 'its id is not its file’s name';
  if (problem !== null) return failure(problem);
  return success({ ...parsed.value, comparison: inOrder(comparison) });
}
