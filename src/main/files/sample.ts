import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleDetailsSchema } from '../../core/model/article';
import { lineSchema } from '../../core/model/fields';
import { failure, success, type Result } from '../../core/result';
import { z } from '../../core/zod';
import type { ComparisonDraft } from '../../ipc/contract';

/** The sample comparison's id: there is one in a workspace at most. */
export const SAMPLE_ID = 'sample';

const detailsSchema = z.object({
  title: lineSchema,
  left: articleDetailsSchema,
  right: articleDetailsSchema,
});

/** Reads the sample comparison that ships with the app from `folder`. */
export async function readSample(folder: string): Promise<Result<ComparisonDraft>> {
  try {
    const read = (name: string) => readFile(join(folder, name), 'utf8');
    const { title, left, right } = detailsSchema.parse(JSON.parse(await read('sample.json')));
    return success({
      title,
      left: { ...left, text: await read('left.txt') },
      right: { ...right, text: await read('right.txt') },
    });
  } catch (error) {
    return failure(
      `The sample could not be read: ${(error as Error).message}. Install Diptych again.`,
    );
  }
}
