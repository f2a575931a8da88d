import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { failure, success, type Result } from '../core/result';
import type { Opened } from '../ipc/contract';
import type { Arguments } from './arguments';
import { readArticleFile } from './files/article-file';
import { isComparisonFile, readComparisonFile } from './files/comparison-file';
import { readSample, SAMPLE_ID } from './files/sample';
import { saveProblem } from './store/words';
import type { Workspace } from './store/workspace';

type Asked = Pick<Arguments, 'files' | 'sample'>;

/** Opens or makes what the command line, or a file that was double-clicked, asks for; the answers are ids, or say what is wrong. */
export async function openAsked(
  workspace: Workspace,
  asked: Asked,
  resources: string,
): Promise<readonly Result<string>[]> {
  try {
    return await openEach(workspace, asked, resources);
  } catch (error) {
    return [failure(`What you asked for was not opened: ${saveProblem(error)}`)];
  }
}

async function openEach(
  workspace: Workspace,
  { files, sample }: Asked,
  resources: string,
): Promise<readonly Result<string>[]> {
  if (files.length === 0) return sample ? [idOf(await openSample(workspace, resources))] : [];
  if (!files.every(isComparisonFile)) return [idOf(await openArticles(workspace, files))];
  const opened: Result<string>[] = [];
  for (const file of files) opened.push(idOf(await openComparisonFile(workspace, file)));
  return opened;
}

function openSample(workspace: Workspace, resources: string): Promise<Result<Opened>> {
  return workspace.openOrCreate(SAMPLE_ID, () => readSample(join(resources, 'sample')));
}

/** Imports a comparison, or opens it when the workspace has it just as it is in the file. */
async function openComparisonFile(workspace: Workspace, file: string): Promise<Result<Opened>> {
  const read = await readComparisonFile(file);
  if (!read.ok) return read;
  const known = await workspace.holds(read.value.id);
  if (known.ok && known.value) {
    const there = await workspace.open(read.value.id);
    if (there.ok && isDeepStrictEqual(there.value.comparison, read.value)) return there;
  }
  return workspace.add(read.value);
}

async function openArticles(
  workspace: Workspace,
  files: readonly string[],
): Promise<Result<Opened>> {
  const [left, right, ...more] = files;
  if (left === undefined || right === undefined || more.length > 0)
    return failure(
      'A comparison takes two article files, or one file that Diptych exported. Start Diptych with both articles: diptych left.txt right.txt',
    );
  const [leftDraft, rightDraft] = await Promise.all([
    readArticleFile(left),
    readArticleFile(right),
  ]);
  if (!leftDraft.ok) return leftDraft;
  if (!rightDraft.ok) return rightDraft;
  return workspace.create({ title: '', left: leftDraft.value, right: rightDraft.value });
}

function idOf(opened: Result<Opened>): Result<string> {
  return opened.ok ? success(opened.value.comparison.id) : opened;
}
