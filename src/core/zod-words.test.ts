import { describe, expect, it } from 'vitest';
import { annotationSchema } from './model/annotation';
import { idSchema, lineSchema, momentSchema } from './model/fields';
import { EXAMPLE } from './testing/example';
import { z } from './zod';

const [like] = EXAMPLE.annotations;

describe('what a schema found wrong', () => {
  it.each([
    { schema: z.object({ a: z.string() }), data: {}, says: 'it is missing' },
    { schema: lineSchema, data: 7, says: 'it should be text and is a number' },
    { schema: lineSchema, data: null, says: 'it should be text and is null' },
    { schema: z.array(z.int()), data: {}, says: 'it should be a list and is an object' },
    { schema: z.int(), data: 1.5, says: 'it should be a whole number and is a number' },
    { schema: z.boolean(), data: [], says: 'it should be true or false and is a list' },
    { schema: z.enum(['a', 'b']), data: 'c', says: 'it should be "a" or "b"' },
    { schema: lineSchema, data: 'x'.repeat(2_001), says: 'it is more than 2000 characters' },
    { schema: lineSchema.min(1), data: '', says: 'it is empty' },
    { schema: z.array(z.int()).min(1), data: [], says: 'it is empty' },
    { schema: z.int().nonnegative(), data: -1, says: 'it is less than 0' },
    {
      schema: momentSchema,
      data: 'now',
      says: 'it should be a moment in UTC like 2026-01-31T12:00:00Z',
    },
    { schema: idSchema, data: '../x', says: 'it should be written in another way' },
    {
      schema: z.strictObject({}),
      data: { ['x'.repeat(99)]: 1, b: 2, c: 3, d: 4 },
      says: `it has what Diptych does not know: “${'x'.repeat(40)}”, “b”, “c” and more`,
    },
    { schema: annotationSchema, data: { ...like, tag: '' }, says: 'it is empty' },
    { schema: z.union([z.literal(''), z.iso.date()]), data: 7, says: 'it does not fit' },
  ])('is said as “$says”', ({ schema, data, says }) => {
    const parsed = z.safeParse<z.ZodType>(schema, data);
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([says]);
  });
});
