import { resolve } from 'node:path';
import type { SideSpec } from '../../core/exchange/pair-table';
import { NO_DETAILS } from '../../core/model/article';
import type { Side } from '../../core/model/fields';
import { success, type Result } from '../../core/result';
import type { ArticleDraft } from '../../ipc/contract';
import { readArticleFile } from '../files/article-file';
import type { Made } from './batch';
import { makeComparison, sideProblem } from './make-comparison';

/** A pair as a table or a folder gives it. */
export interface PairToRead extends Readonly<Record<Side, SideSpec>> {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
}

/** Makes the comparison of a pair; its files are relative to `folder`. */
export async function readPair(
  { id, title, left, right, notes }: PairToRead,
  folder: string,
  now: string,
  stop: AbortSignal,
): Promise<Result<Made>> {
  const [leftDraft, rightDraft] = [
    await draftOf(left, folder, stop),
    await draftOf(right, folder, stop),
  ];
  if (!leftDraft.ok) return sideProblem('left', leftDraft.problem);
  if (!rightDraft.ok) return sideProblem('right', rightDraft.problem);
  const draft = { title, left: leftDraft.value, right: rightDraft.value };
  const made = makeComparison(id, draft, now);
  return made.ok ? success({ comparison: made.value, notes }) : made;
}

async function draftOf(
  { from, value, details }: SideSpec,
  folder: string,
  stop: AbortSignal,
): Promise<Result<ArticleDraft>> {
  if (from === 'text') return success({ ...NO_DETAILS, ...details, text: value });
  const draft = await readArticleFile(resolve(folder, value), stop);
  return draft.ok ? success({ ...draft.value, ...details }) : draft;
}
