import type { Result } from '../../core/result';
import type { Calls, CommitAnswer, Opened } from '../../ipc/contract';
import type { Workspace } from '../store/workspace';
import type { AppWindow, Windows } from '../windows';

interface Committing {
  readonly workspace: Workspace;
  readonly windows: Windows;
}

/** Makes edits durable; while they cannot be written they are kept here too, should the page that tries again end. */
export async function commit(
  { workspace, windows: { unwritten } }: Committing,
  caller: AppWindow,
  ...[id, edits, baseRevision]: Parameters<Calls['commit']>
): Promise<CommitAnswer> {
  const answer = await workspace.commit(id, edits, baseRevision);
  // The library tries nothing again.
  if (caller.open !== id) return answer;
  if (!answer.ok && answer.unwritten) unwritten.set(id, edits);
  else unwritten.delete(id);
  return answer;
}

/** What was opened, with the edits of a page that ended before they could be written. */
export async function openWith(
  { unwritten }: Windows,
  id: string,
  opening: Promise<Result<Opened>>,
): Promise<Result<Opened>> {
  const opened = await opening;
  const edits = unwritten.get(id);
  if (!opened.ok || !edits) return opened;
  unwritten.delete(id);
  return { ok: true, value: { ...opened.value, unwritten: edits } };
}
