import { annotationSchema } from '../model/annotation';
import { articleDetailsSchema, articleSchema } from '../model/article';
import { certaintySchema, idSchema, lineSchema, sideSchema, stanceSchema } from '../model/fields';
import { linkSchema } from '../model/link';
import { proposedLinkSchema } from '../model/proposed';
import { rejectionSchema } from '../model/rejection';
import { unplacedAnnotationSchema } from '../model/unplaced';
import { z } from '../zod';

// Exactly optional: a key that is there has a value, so that no change can set a field to undefined.
const annotation = annotationSchema.unwrap().shape;
const annotationChangesSchema = z
  .strictObject({
    tag: annotation.tag.exactOptional(),
    start: annotation.start.exactOptional(),
    end: annotation.end.exactOptional(),
    exact: annotation.exact.exactOptional(),
    speaker: annotation.speaker.exactOptional(),
    stance: stanceSchema.exactOptional(),
    certainty: certaintySchema.exactOptional(),
    note: annotation.note.exactOptional(),
    modified: annotation.modified.exactOptional(),
  })
  .readonly();
const link = linkSchema.unwrap().shape;
const linkChangesSchema = z
  .strictObject({
    relation: link.relation.exactOptional(),
    kind: link.kind.exactOptional(),
    note: link.note.exactOptional(),
  })
  .readonly();
const article = articleSchema.unwrap().shape;
const details = articleDetailsSchema.unwrap().shape;
const articleChangesSchema = z
  .strictObject({
    title: details.title.exactOptional(),
    outlet: details.outlet.exactOptional(),
    author: details.author.exactOptional(),
    date: details.date.exactOptional(),
    url: details.url.exactOptional(),
    language: details.language.exactOptional(),
  })
  .readonly();

/** One atomic change of a comparison; each has an inverse that is one change too. */
export const changeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('add-annotation'), annotation: annotationSchema }),
  z.strictObject({ type: z.literal('delete-annotation'), id: idSchema }),
  z.strictObject({
    type: z.literal('change-annotation'),
    id: idSchema,
    set: annotationChangesSchema,
  }),
  z.strictObject({ type: z.literal('add-link'), link: linkSchema }),
  z.strictObject({ type: z.literal('delete-link'), id: idSchema }),
  z.strictObject({ type: z.literal('change-link'), id: idSchema, set: linkChangesSchema }),
  z.strictObject({
    type: z.literal('change-article'),
    side: sideSchema,
    set: articleChangesSchema,
  }),
  z.strictObject({ type: z.literal('change-title'), title: lineSchema }),
  z.strictObject({ type: z.literal('add-rejection'), rejection: rejectionSchema }),
  z.strictObject({ type: z.literal('delete-rejection'), rejection: rejectionSchema }),
  z.strictObject({ type: z.literal('add-unplaced'), annotation: unplacedAnnotationSchema }),
  z.strictObject({ type: z.literal('delete-unplaced'), id: idSchema }),
  z.strictObject({
    type: z.literal('change-unplaced'),
    id: idSchema,
    set: z.strictObject({ tag: annotation.tag }).readonly(),
  }),
  z.strictObject({
    type: z.literal('change-text'),
    side: sideSchema,
    text: article.text,
    sha256: article.sha256,
    /** Where the article's annotations stand in the text; together with `unplaced`, it names each once. */
    placed: z
      .array(annotationSchema.unwrap().pick({ id: true, start: true, end: true }))
      .readonly(),
    unplaced: z
      .array(
        unplacedAnnotationSchema
          .unwrap()
          .pick({ id: true, exact: true, prefix: true, suffix: true, guess: true }),
      )
      .readonly(),
    /** All that the comparison holds then. */
    rejections: z.array(rejectionSchema).readonly(),
    proposed: z.array(proposedLinkSchema).readonly(),
  }),
]);

/** One user action as plain data: its name as the menu shows it ("Add claim"), and its changes in order. */
export const editSchema = z
  .strictObject({ name: lineSchema.min(1), changes: z.array(changeSchema).min(1).readonly() })
  .readonly();

export type Change = Readonly<z.infer<typeof changeSchema>>;
export type Edit = z.infer<typeof editSchema>;
export type ArticleChanges = z.infer<typeof articleChangesSchema>;
