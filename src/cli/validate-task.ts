import { join } from 'node:path';
import { readDiptychJson } from '../core/exchange/diptych-json';
import { success, type Result } from '../core/result';
import { sha256 } from '../main/files/article-file';
import { realDisk } from '../main/store/disk';
import { filesOf } from '../main/store/names';
import { readComparison } from '../main/store/read-comparison';

/** Comparisons to be checked: of a workspace, or as Diptych JSON; `name` and `file` are how the user calls them. */
export type ValidateTask =
  | {
      readonly kind: 'validate';
      readonly folder: string;
      readonly name: string;
      readonly ids: readonly string[];
    }
  | {
      readonly kind: 'validate';
      readonly texts: readonly { readonly file: string; readonly json: string }[];
    };

/** Something that is wrong with a file. */
export interface Finding {
  readonly file: string;
  readonly problem: string;
}

/** What is wrong with the comparisons of a task. */
export async function findProblems(task: ValidateTask): Promise<Result<readonly Finding[]>> {
  const found: Finding[] = [];
  if ('ids' in task) {
    for (const id of task.ids) {
      const problem = await problemOf(task.folder, id);
      if (problem !== null) found.push({ file: join(task.name, `${id}.json`), problem });
    }
  } else {
    for (const { file, json } of task.texts) {
      const read = readDiptychJson(json, sha256);
      if (!read.ok) found.push({ file, problem: read.problem });
    }
  }
  return success(found);
}

async function problemOf(folder: string, id: string): Promise<string | null> {
  const reading = await readComparison(filesOf(folder, id), id, realDisk);
  if (reading.kind === 'failed') return reading.problem;
  if (reading.kind === 'recovered')
    return `${reading.report} Open it in the app, which puts this in order and keeps the damaged files aside.`;
  return null;
}
