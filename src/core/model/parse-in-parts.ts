import { failure, success, type Result } from '../result';
import type { z } from '../zod';

/** So many items of a list are parsed at a time. */
const PART = 10_000;

/** A list in some data that may be long: the keys that lead to it, and its schema. */
export interface LongList {
  readonly path: readonly string[];
  readonly schema: z.ZodType<readonly unknown[]>;
}

/**
 * Parses data with its long lists part by part, up to the first part that is not right: each item that is not costs
 * memory, and there may be millions. It pauses before each part. A failure names the place and what is wrong there.
 */
export function* parsingInParts<T>(
  schema: z.ZodType<T>,
  lists: readonly LongList[],
  data: unknown,
): Generator<undefined, Result<T>> {
  let rest = data;
  const parsed: { readonly path: LongList['path']; readonly items: readonly unknown[] }[] = [];
  for (const { path, schema: ofList } of lists) {
    const list = valueAt(data, path);
    if (!Array.isArray(list) || list.length <= PART) continue;
    const items: unknown[] = [];
    for (let from = 0; from < list.length; from += PART) {
      yield;
      const part = ofList.safeParse(list.slice(from, from + PART));
      if (!part.success) return failure(wordsOf(part.error, path, from));
      for (const item of part.data) items.push(item);
    }
    rest = withValue(rest, path, []);
    parsed.push({ path, items });
  }
  const whole = schema.safeParse(rest);
  if (!whole.success) return failure(wordsOf(whole.error));
  return success(
    parsed.reduce<unknown>(
      (value, { path, items }) => withValue(value, path, items),
      whole.data,
    ) as T,
  );
}

/** The same without pauses. */
export function parseInParts<T>(
  schema: z.ZodType<T>,
  lists: readonly LongList[],
  data: unknown,
): Result<T> {
  const parts = parsingInParts(schema, lists, data);
  let step = parts.next();
  while (!step.done) step = parts.next();
  return step.value;
}

function wordsOf(error: z.ZodError, list: LongList['path'] = [], from = 0): string {
  const [issue] = error.issues;
  const [first, ...inner] = issue?.path ?? [];
  const path = list.length > 0 ? [...list, from + Number(first), ...inner] : (issue?.path ?? []);
  return `at ${path.join('.') || 'the file'}, ${issue?.message}`;
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : null),
    data,
  );
}

function withValue(data: unknown, [key, ...inner]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const object = data as Readonly<Record<string, unknown>>;
  return { ...object, [key]: withValue(object[key], inner, value) };
}
