import { z } from '../zod';

/** An identifier; its characters are safe in file names on every system (the workspace minds names and capitals). */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** A moment in UTC, ISO 8601. */
export const momentSchema = z.iso.datetime();
/** A calendar day `YYYY-MM-DD`, or '' when it is not known. */
export const daySchema = z.union([z.literal(''), z.iso.date()]);
export const sideSchema = z.enum(['left', 'right']);
export const originSchema = z.enum(['manual', 'suggested']);
export const linkKindSchema = z.enum(['verbatim', 'near', 'reworded']);
/** How an article treats what a span says; '' where nobody has judged it. */
export const stanceSchema = z.enum(['', 'supports', 'neutral', 'disputes']);
/** How sure a span puts what it says; '' where nobody has judged it. */
export const certaintySchema = z.enum(['', 'certain', 'probable', 'possible', 'doubtful']);
/** A name the user may choose: a tag or a relation. */
export const nameSchema = z.string().min(1).max(100);
/** One line of text; '' when it is not known. */
export const lineSchema = z.string().max(2_000);
export const noteSchema = z.string().max(100_000);
/** An offset into an article's text, in UTF-16 code units. */
export const offsetSchema = z.int().nonnegative();

export type Side = z.infer<typeof sideSchema>;
export type LinkKind = z.infer<typeof linkKindSchema>;
export type Stance = z.infer<typeof stanceSchema>;
export type Certainty = z.infer<typeof certaintySchema>;

/** The articles of a comparison, in reading order. */
export const SIDES: readonly Side[] = ['left', 'right'];

/** The article across from `side`. */
export function otherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left';
}
