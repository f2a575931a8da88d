import type { Result } from '../../core/result';
import type { CommitAnswer, Opened } from '../../ipc/contract';
import type { Workspace } from '../store/workspace';
import type { AppWindow, Unwritten } from '../windows';

/** Makes edits durable; while they cannot be written they are kept here too, should the page that tries again end. */
export async function commit(
  { workspace }: { readonly workspace: Workspace },
  caller: AppWindow,
  asked: Unwritten,
): Promise<CommitAnswer> {
  const answer = await workspace.commit(asked.id, asked.edits, asked.baseRevision);
  caller.unwritten = !answer.ok && answer.unwritten ? asked : null;
  return answer;
}

/** What was opened, with the edits of a page that ended before they could be written. */
export async function openWith(
  caller: AppWindow,
  id: string,
  opening: Promise<Result<Opened>>,
): Promise<Result<Opened>> {
  const opened = await opening;
  const { unwritten } = caller;
  caller.unwritten = null;
  if (!opened.ok || unwritten?.id !== id || unwritten.baseRevision !== opened.value.revision)
    return opened;
  return { ok: true, value: { ...opened.value, unwritten: unwritten.edits } };
}
