import { success, failure, type Result } from '../core/result';
import type { Comparison } from '../core/model/comparison';
import { realDisk } from '../main/store/disk';
import { filesOf } from '../main/store/names';
import { readComparison } from '../main/store/read-comparison';

/** Comparisons of a workspace to be read; `folder` is where their files are. */
export interface ReadTask {
  readonly kind: 'read';
  readonly folder: string;
  readonly ids: readonly string[];
}

/** A comparison, or why it cannot be had. */
export type Read = Result<Comparison>;

/** The comparisons of a task, in its order. */
export async function readComparisons({ folder, ids }: ReadTask): Promise<Result<readonly Read[]>> {
  const read: Read[] = [];
  for (const id of ids) read.push(await readOne(folder, id));
  return success(read);
}

/** A comparison of a workspace as it is now, with what can be recovered of it; changes nothing. */
export async function readOne(folder: string, id: string): Promise<Read> {
  const reading = await readComparison(filesOf(folder, id), id, realDisk);
  if (reading.kind === 'missing') return failure(`${id}.json is not there any more.`);
  if (reading.kind === 'failed') return failure(reading.problem);
  return success(reading.stored.comparison);
}
