import { z } from '../zod';
import {
  idSchema,
  lineSchema,
  linkKindSchema,
  momentSchema,
  nameSchema,
  noteSchema,
  originSchema,
} from './fields';

/** The relations every workspace has. */
export const BUILT_IN_RELATIONS = ['duplicate'] as const;

/** Ties one annotation of the left article to one of the right; `score` is 0..1, or null when a person made the link. */
export const linkSchema = z
  .strictObject({
    id: idSchema,
    left: idSchema,
    right: idSchema,
    relation: nameSchema,
    kind: linkKindSchema,
    score: z.number().min(0).max(1).nullable(),
    note: noteSchema,
    origin: originSchema,
    by: lineSchema,
    created: momentSchema,
  })
  .readonly();

export type Link = z.infer<typeof linkSchema>;

/** Whether two links say the same of the same annotations; a comparison holds no twins. */
export function areTwins(a: Link, b: Link): boolean {
  return a.left === b.left && a.right === b.right && a.relation === b.relation;
}
