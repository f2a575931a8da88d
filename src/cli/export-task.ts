import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesOf } from '../core/exchange/collect';
import type { WriteContext } from '../core/exchange/format';
import { formatOf, type FormatId } from '../core/exchange/formats';
import { failure, success, type Result } from '../core/result';
import { readOne } from './read-task';

/** Comparisons to be written as files of their own into the folder `out`, each under its name. */
export interface ExportTask {
  readonly kind: 'export';
  readonly folder: string;
  readonly format: FormatId;
  readonly context: WriteContext;
  readonly out: string;
  /** The name of the one file that comes of it, when it was named. */
  readonly file: string | null;
  readonly comparisons: readonly { readonly id: string; readonly name: string }[];
}

/** How many files came of a comparison, or why none did. */
export type Exported = Result<number>;

/** Writes the comparisons of a task; each file is there whole or not at all. */
export async function exportComparisons(task: ExportTask): Promise<Result<readonly Exported[]>> {
  const exported: Exported[] = [];
  for (const each of task.comparisons) exported.push(await exportOne(each, task));
  return success(exported);
}

async function exportOne(
  { id, name }: ExportTask['comparisons'][number],
  { folder, format, context, out, file: named }: ExportTask,
): Promise<Exported> {
  const read = await readOne(folder, id);
  if (!read.ok) return read;
  const files = filesOf(formatOf(format), read.value, name, context);
  try {
    for (const file of files) await writeFileWhole(join(out, named ?? file.name), file.text);
    return success(files.length);
  } catch (error) {
    return failure(`“${name}” could not be written: ${(error as Error).message}.`);
  }
}

async function writeFileWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
