import { execFileSync } from 'node:child_process';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Puts a file where the comparisons' folder of a test was, so that nothing can be saved; the answer puts the folder back. */
export async function keepFromSaving(folder: string): Promise<() => Promise<void>> {
  const comparisons = join(folder, 'workspace', 'comparisons');
  await rename(comparisons, `${comparisons}-away`);
  await writeFile(comparisons, 'in the way');
  return async () => {
    await rm(comparisons);
    await rename(`${comparisons}-away`, comparisons);
  };
}

/** Puts a file there that cannot be read to its end, as on a network drive that does not answer; the answer lets it go. */
export function keepFromAnswering(path: string): () => void {
  execFileSync('mkfifo', [path]);
  return () => execFileSync('sh', ['-c', 'exec 3<>"$1"; rm "$1"', 'sh', path]);
}

/** The path of the file of a test's only comparison. */
export async function onlyFile(folder: string): Promise<string> {
  const comparisons = join(folder, 'workspace', 'comparisons');
  const names = await readdir(comparisons);
  return join(comparisons, names.find((name) => /^[\w-]+\.json$/.test(name)) ?? '');
}
