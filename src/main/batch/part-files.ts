import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { SourceError } from './batch';

/** The folders in passim's output folder that hold its results; pairs say more than clusters. */
const RESULTS = ['align.json', 'out.json'];
const JSON_LINES = /^[^._].*\.(json|jsonl|ndjson)(\.gz)?$/i;

/** The files of JSON lines that Spark wrote or reads: a file itself, or those of a folder in the order of their names. */
export async function partFiles(path: string): Promise<readonly string[]> {
  if (!(await isFolder(path))) return [path];
  const names = (await readdir(path)).toSorted();
  const result = RESULTS.find((name) => names.includes(name));
  if (result !== undefined && (await isFolder(join(path, result))))
    return partFiles(join(path, result));
  const parts = names.filter((name) => JSON_LINES.test(name));
  if (parts.length > 0) return parts.map((name) => join(path, name));
  const parquet = names.some((name) => name.endsWith('.parquet'));
  throw new SourceError(
    parquet
      ? `“${basename(path)}” holds Parquet files, which Diptych does not read. Run passim with --output-format json.`
      : `“${basename(path)}” holds no files of JSON lines, such as part-00000.json. Choose the folder that passim wrote to.`,
  );
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => {
    throw new SourceError(
      `“${basename(path)}” could not be read: there is no such file. Check its name and place.`,
    );
  });
  return found.isDirectory();
}
