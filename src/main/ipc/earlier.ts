import { failure, success, type Result } from '../../core/result';
import type { Opened } from '../../ipc/contract';
import { copyTitle } from '../store/words';
import type { Workspace } from '../store/workspace';

/** The days of which a copy of a comparison is kept, newest first. */
export async function earlierDays(
  workspace: Workspace,
  id: string,
): Promise<Result<readonly string[]>> {
  try {
    return success(await workspace.earlierDays(id));
  } catch (error) {
    return failure(`The earlier versions could not be listed: ${(error as Error).message}.`);
  }
}

/** Adds a comparison as it was at the end of a day as one of its own, with the day in its title. */
export async function copyEarlier(
  workspace: Workspace,
  id: string,
  day: string,
): Promise<Result<Opened>> {
  const then = await workspace.openEarlier(id, day);
  if (!then.ok) return then;
  return workspace.add({ ...then.value, title: copyTitle(then.value.title, day) });
}
