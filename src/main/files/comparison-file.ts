import { basename } from 'node:path';
import { readDiptychJson } from '../../core/exchange/diptych-json';
import type { Comparison } from '../../core/model/comparison';
import { MOST_BYTES } from '../../core/reading/limits';
import { failure, type Result } from '../../core/result';
import { readFileBytes, sha256 } from './article-file';

/** What the names of exported comparisons end in. */
const ENDING = /\.json$/i;

/** Whether a file's name says that it holds a comparison. */
export function isComparisonFile(path: string): boolean {
  return ENDING.test(path);
}

/** Reads a Diptych JSON file; a failure names the file and says what is wrong with it. */
export async function readComparisonFile(path: string): Promise<Result<Comparison>> {
  const bytes = await readFileBytes(path, MOST_BYTES, 'no comparison is so large.');
  return bytes.ok
    ? readComparisonText(basename(path), new TextDecoder().decode(bytes.value))
    : bytes;
}

/** Reads the text of a Diptych JSON file of that name. */
export function readComparisonText(name: string, json: string): Result<Comparison> {
  const read = readDiptychJson(json, sha256);
  return read.ok ? read : failure(`“${name}” was not imported. ${read.problem}`);
}
