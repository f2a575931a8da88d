import { createHash } from 'node:crypto';
import { idSchema, type Side } from '../../core/model/fields';
import { comparisonSchema, newComparison, type Comparison } from '../../core/model/comparison';
import { failure, success, type Result } from '../../core/result';
import type { ComparisonDraft } from '../../ipc/contract';
import { articleFromDraft } from '../files/article-file';
import { isReserved } from '../store/names';

/**
 * The comparison of two drafts. Its id is `id`, where that can be one, else made of `id` or, without it, of the two
 * texts, so that the same pair gets the same id again.
 */
export function makeComparison(
  id: string,
  draft: ComparisonDraft,
  created: string,
): Result<Comparison> {
  const left = articleFromDraft(draft.left);
  if (!left.ok) return sideProblem('left', left.problem);
  const right = articleFromDraft(draft.right);
  if (!right.ok) return sideProblem('right', right.problem);
  const title = draft.title || left.value.title || right.value.title;
  const texts = [left.value.sha256, right.value.sha256];
  const parts = { id: stableId(id, texts), title, created, left: left.value, right: right.value };
  // What a table or a file says may be longer than a comparison can hold.
  const checked = comparisonSchema.safeParse(newComparison(parts));
  if (checked.success) return success(checked.data);
  const [issue] = checked.error.issues;
  return failure(`its ${issue?.path.join(' ') ?? ''} cannot be kept: ${issue?.message ?? ''}.`);
}

function stableId(id: string, texts: readonly string[]): string {
  if (idSchema.safeParse(id).success && !isReserved(id)) return id;
  const of = id === '' ? texts.join(' ') : id;
  return `pair-${createHash('sha256').update(of, 'utf8').digest('hex').slice(0, 32)}`;
}

/** A problem with one article of a pair. */
export function sideProblem(side: Side, problem: string): ReturnType<typeof failure> {
  return failure(`the ${side} article: ${problem}`);
}
