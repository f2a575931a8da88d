import { z } from '../zod';
import { annotationSchema } from './annotation';
import { offsetSchema } from './fields';
import { linkSchema } from './link';
import { spanProblem } from './span-problem';

const { start: _start, end: _end, ...fields } = annotationSchema.unwrap().shape;
const MAX_CONTEXT = 1_000;

/** The best place for an annotation, which is not sure enough to be taken unasked; `score` is 0..1. */
export const guessSchema = z
  .strictObject({
    start: offsetSchema,
    end: offsetSchema,
    score: z.number().min(0).max(1),
  })
  .readonly();

/**
 * An annotation that has no sure place in its article's text: `exact` is what it covered, `prefix` and `suffix` what
 * stood around that, and `guess` where it may stand now, null where it seems to be gone. Offsets are UTF-16 code units.
 */
export const unplacedAnnotationSchema = z
  .strictObject({
    ...fields,
    prefix: z.string().max(MAX_CONTEXT),
    suffix: z.string().max(MAX_CONTEXT),
    guess: guessSchema.nullable(),
  })
  .readonly();

/**
 * What waits for a place: annotations, in id order, and the links that tie at least one of them, in id order. They are
 * kept apart so that everything in `annotations` and `links` has its place.
 */
export const unplacedSchema = z
  .strictObject({
    annotations: z.array(unplacedAnnotationSchema).readonly(),
    links: z.array(linkSchema).readonly(),
  })
  .readonly();

export type Guess = z.infer<typeof guessSchema>;
export type UnplacedAnnotation = z.infer<typeof unplacedAnnotationSchema>;
export type Unplaced = z.infer<typeof unplacedSchema>;

export const NOTHING_UNPLACED: Unplaced = { annotations: [], links: [] };

/** Why an annotation cannot wait for a place in `text`, or null when it can. */
export function unplacedProblem(text: string, { guess }: UnplacedAnnotation): string | null {
  return guess && spanProblem(text, { ...guess, exact: text.slice(guess.start, guess.end) });
}
