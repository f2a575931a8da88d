import { z } from '../zod';
import { offsetSchema } from './fields';

/** A span by its place and its text. */
export const spanSchema = z
  .strictObject({ start: offsetSchema, end: offsetSchema, exact: z.string().min(1) })
  .readonly();

/**
 * A suggestion the analyst turned down, by what it proposed, so that it is not proposed again: a link of two spans, or
 * a claim or quote in one article (the other side is null then). Offsets are UTF-16 code units, half-open.
 */
export const rejectionSchema = z
  .strictObject({
    kind: z.enum(['link', 'claim', 'quote']),
    left: spanSchema.nullable(),
    right: spanSchema.nullable(),
  })
  .readonly();

export type Rejection = z.infer<typeof rejectionSchema>;

/** What tells one rejection from another; a comparison holds each once, in the order of these keys. */
export function rejectionKey({ kind, left, right }: Pick<Rejection, 'kind'> & Ends): string {
  return `${kind} ${place(left)} ${place(right)}`;
}

function place(span: End): string {
  return span ? `${span.start}-${span.end}` : '';
}

type End = { readonly start: number; readonly end: number } | null;
interface Ends {
  readonly left: End;
  readonly right: End;
}

/** Orders rejections by their keys. */
export function compareRejections(a: Rejection, b: Rejection): number {
  const [left, right] = [rejectionKey(a), rejectionKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
