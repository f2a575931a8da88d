import { z } from '../zod';
import {
  certaintySchema,
  idSchema,
  lineSchema,
  momentSchema,
  nameSchema,
  noteSchema,
  offsetSchema,
  originSchema,
  sideSchema,
  stanceSchema,
} from './fields';

/** The tags every workspace has. */
export const BUILT_IN_TAGS = ['claim', 'quote'] as const;

/**
 * A tagged span of one article: `[start, end)` in UTF-16 code units, with `exact`, the text it covers. Files from before
 * there were stance and certainty hold none.
 */
export const annotationSchema = z
  .strictObject({
    id: idSchema,
    side: sideSchema,
    tag: nameSchema,
    start: offsetSchema,
    end: offsetSchema,
    exact: z.string().min(1),
    speaker: lineSchema,
    stance: stanceSchema.default(''),
    certainty: certaintySchema.default(''),
    note: noteSchema,
    origin: originSchema,
    by: lineSchema,
    created: momentSchema,
    modified: momentSchema,
  })
  .readonly();

export type Annotation = z.infer<typeof annotationSchema>;

/** Orders annotations by article, start, end and id: the one order in which a comparison holds them. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  if (a.side !== b.side) return a.side === 'left' ? -1 : 1;
  return a.start - b.start || a.end - b.end || compareIds(a, b);
}

/** Orders records by id (ids are time-ordered, so this is the order of creation). */
export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
