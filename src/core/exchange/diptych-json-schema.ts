import { annotationSchema } from '../model/annotation';
import { articleSchema } from '../model/article';
import { sideSchema } from '../model/fields';
import { comparisonSchema } from '../model/comparison';
import { linkSchema } from '../model/link';
import { parseInParts, type LongList } from '../model/parse-in-parts';
import { proposedLinkSchema } from '../model/proposed';
import { rejectionSchema } from '../model/rejection';
import { unplacedAnnotationSchema } from '../model/unplaced';
import type { Result } from '../result';
import { z } from '../zod';

export const FORMAT = 'diptych/comparison';
export const VERSION = 1;

const count = z.int().nonnegative();
const codePointOffset = count.describe('Unicode code points from the start of the text');
const { side: _side, ...annotationFields } = annotationSchema.unwrap().shape;

const exportedArticleSchema = z.strictObject({
  ...articleSchema.unwrap().shape,
  length: count.describe('Length of the text in Unicode code points'),
  text: articleSchema.unwrap().shape.text.nullable().describe('null when exported without texts'),
});

const { side: _unplacedSide, ...unplacedFields } = unplacedAnnotationSchema.unwrap().shape;

const spanSchema = z.strictObject({
  start: codePointOffset,
  end: codePointOffset,
  exact: z.string().min(1),
});

/** Diptych JSON, as it leaves the app; resources/comparison.schema.json is generated from it. */
const exportSchema = z
  .strictObject({
    format: z.literal(FORMAT),
    version: z.literal(VERSION),
    offsetUnit: z
      .literal('codePoint')
      .describe('Unit of start and end; spans are half-open: [start, end)'),
    id: comparisonSchema.unwrap().shape.id,
    title: comparisonSchema.unwrap().shape.title,
    created: comparisonSchema.unwrap().shape.created,
    articles: z.strictObject({ left: exportedArticleSchema, right: exportedArticleSchema }),
    annotations: z.array(
      z.strictObject({
        ...annotationFields,
        article: sideSchema,
        start: codePointOffset,
        end: codePointOffset,
        prefix: z.string().describe('Up to 32 code points before the span'),
        suffix: z.string().describe('Up to 32 code points after the span'),
      }),
    ),
    links: z.array(linkSchema),
    rejections: z
      .array(
        z.strictObject({
          kind: rejectionSchema.unwrap().shape.kind,
          left: spanSchema.nullable(),
          right: spanSchema.nullable(),
        }),
      )
      .default([])
      .describe('Suggestions the analyst turned down'),
    proposed: z
      .array(
        z.strictObject({
          ...proposedLinkSchema.unwrap().shape,
          left: spanSchema,
          right: spanSchema,
        }),
      )
      .default([])
      .describe('Links that other programs propose, still to be judged'),
    unplaced: z
      .strictObject({
        annotations: z.array(
          z.strictObject({
            ...unplacedFields,
            article: sideSchema,
            guess: z
              .strictObject({
                start: codePointOffset,
                end: codePointOffset,
                score: z.number().min(0).max(1),
              })
              .nullable()
              .describe('The best place, or null where the text seems to be gone'),
          }),
        ),
        links: z.array(linkSchema).describe('Links of which at least one end has no place'),
      })
      .default({ annotations: [], links: [] })
      .describe('Annotations without a sure place in the present text, as after a correction'),
    summary: z.strictObject({
      claims: count,
      quotes: count,
      links: count,
      onlyLeft: count.describe('Annotations of the left article without a link'),
      onlyRight: count.describe('Annotations of the right article without a link'),
      both: count.describe('Groups of annotations that links tie together'),
    }),
  })
  .describe('A comparison of two articles, exported by Diptych');

export type Export = z.infer<typeof exportSchema>;
export type ExportedArticle = z.infer<typeof exportedArticleSchema>;

const { annotations, links, rejections, proposed, unplaced } = exportSchema.shape;
const { annotations: waiting, links: waitingLinks } = unplaced.unwrap().shape;

const LONG_LISTS: readonly LongList[] = [
  { path: ['annotations'], schema: annotations },
  { path: ['links'], schema: links },
  { path: ['rejections'], schema: rejections },
  { path: ['proposed'], schema: proposed },
  { path: ['unplaced', 'annotations'], schema: waiting },
  { path: ['unplaced', 'links'], schema: waitingLinks },
];

/** Reads parsed JSON as an export; a failure names the first place where it is none, and why. */
export function parseExport(data: unknown): Result<Export> {
  return parseInParts(exportSchema, LONG_LISTS, data);
}

/** The JSON Schema (draft 2020-12) of Diptych JSON. */
export function exportJsonSchema(): object {
  return z.toJSONSchema(exportSchema, { target: 'draft-2020-12', io: 'input' });
}
