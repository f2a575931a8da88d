import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readDiptychJson } from '../../core/exchange/diptych-json';
import type { Comparison } from '../../core/model/comparison';
import { MOST_BYTES } from '../../core/reading/limits';
import { failure, type Result } from '../../core/result';
import { sha256 } from './article-file';

/** What the names of exported comparisons end in. */
const ENDING = /\.json$/i;

/** Whether a file's name says that it holds a comparison. */
export function isComparisonFile(path: string): boolean {
  return ENDING.test(path);
}

/** Reads a Diptych JSON file; a failure names the file and says what is wrong with it. */
export async function readComparisonFile(path: string): Promise<Result<Comparison>> {
  try {
    if ((await stat(path)).size > MOST_BYTES)
      return failure(`“${basename(path)}” was not imported. No comparison is so large.`);
    return readComparisonText(basename(path), await readFile(path, 'utf8'));
  } catch (error) {
    return failure(`“${basename(path)}” could not be read: ${(error as Error).message}.`);
  }
}

/** Reads the text of a Diptych JSON file of that name. */
export function readComparisonText(name: string, json: string): Result<Comparison> {
  const read = readDiptychJson(json, sha256);
  return read.ok ? read : failure(`“${name}” was not imported. ${read.problem}`);
}
