import { z } from '../zod';
import { daySchema, lineSchema } from './fields';

/** The longest text of an article, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 10_000_000;

/** What is known about an article besides its text; '' where it is not known. */
export const articleDetailsSchema = z
  .strictObject({
    title: lineSchema,
    outlet: lineSchema,
    author: lineSchema,
    date: daySchema,
    url: lineSchema,
    language: z.string().max(35),
  })
  .readonly();

/** One account of the event. Its text changes only when it is corrected; `sha256` is of its UTF-8 form, in lower-case hex. */
export const articleSchema = z
  .strictObject({
    ...articleDetailsSchema.unwrap().shape,
    text: z.string().max(MAX_TEXT_LENGTH),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .readonly();

export type ArticleDetails = z.infer<typeof articleDetailsSchema>;
export type Article = z.infer<typeof articleSchema>;

/** Details of an article of which nothing is known yet. */
export const NO_DETAILS: ArticleDetails = {
  title: '',
  outlet: '',
  author: '',
  date: '',
  url: '',
  language: '',
};
