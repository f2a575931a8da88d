import { z } from '../zod';
import { BUILT_IN_TAGS } from './annotation';
import { lineSchema, nameSchema } from './fields';
import { BUILT_IN_RELATIONS } from './link';

/** The colours a tag of one's own can have; what each looks like is the renderer's. */
export const TAG_COLOURS = [
  'red',
  'pink',
  'plum',
  'blue',
  'green',
  'olive',
  'brown',
  'slate',
] as const;
export type TagColour = (typeof TAG_COLOURS)[number];

/** A tag of the user's own; `key` is the letter or digit that tags with it, or ''. */
export const ownTagSchema = z
  .strictObject({
    name: nameSchema,
    colour: z.enum(TAG_COLOURS),
    key: z.string().regex(/^[A-Z0-9]?$/),
  })
  .readonly();
export type OwnTag = z.infer<typeof ownTagSchema>;

/** What holds for a whole workspace: who works in it, and the tags and relations beside the built-in ones. */
export const settingsSchema = z
  .object({
    analyst: lineSchema,
    tags: z
      .array(ownTagSchema)
      .readonly()
      .refine((tags) => areDistinct([...BUILT_IN_TAGS, ...tags.map(({ name }) => name)]))
      .refine((tags) => areDistinct(tags.flatMap(({ key }) => key || [])))
      .default([]),
    relations: z
      .array(nameSchema)
      .readonly()
      .refine((relations) => areDistinct([...BUILT_IN_RELATIONS, ...relations]))
      .default([]),
  })
  .readonly();
export type Settings = z.infer<typeof settingsSchema>;

/** The settings of a new workspace. */
export const DEFAULT_SETTINGS: Settings = { analyst: '', tags: [], relations: [] };

/** Whether two names are the same to a reader: capitals and spaces around do not count. */
export function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function areDistinct(names: readonly string[]): boolean {
  return new Set(names.map((name) => name.trim().toLowerCase())).size === names.length;
}
