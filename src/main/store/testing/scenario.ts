import type { Edit } from '../../../core/edit/edit';
import { NO_DETAILS } from '../../../core/model/article';
import type { Disk } from '../disk';
import { Workspace } from '../workspace';

/** A workspace with a clock that moves a second a glance, and ids `id-1`, `id-2` … */
export function openWorkspace(folder: string, disk?: Disk): Workspace {
  let clock = 0;
  let ids = 0;
  return new Workspace(folder, {
    now: () => new Date(Date.UTC(2024, 6, 14) + 1_000 * clock++).toISOString(),
    newId: () => `id-${++ids}`,
    ...(disk ? { disk } : {}),
  });
}

/** The edit that sets the title, which here always names its revision. */
export function retitle(title: string): Edit {
  return { name: 'Rename', changes: [{ type: 'change-title', title }] };
}

const article = (text: string) => ({ ...NO_DETAILS, title: text, text });

/** A comparison to be, whose title names revision 0. */
export const DRAFT = { title: 't0', left: article('left'), right: article('right') };

/** What a user was told: the comparison, if it was saved at all, its revision, and how often saving failed. */
export interface Outcome {
  readonly id: string | null;
  readonly revision: number;
  readonly refused: number;
}

/** Works as a user does: makes, edits, leaves, edits, deletes and brings back; what is refused is tried once more. */
export async function work(workspace: Workspace): Promise<Outcome> {
  const state = { id: null as string | null, revision: 0, refused: 0 };
  for (let time = 0; time < 2 && state.id === null; time++) {
    const made = await workspace.create(DRAFT);
    if (made.ok) state.id = made.value.comparison.id;
    else state.refused++;
  }
  const { id } = state;
  if (id === null) return state;
  const edit = async () => {
    for (let time = 0; time < 2; time++) {
      const answer = await workspace.commit(
        id,
        [retitle(`t${state.revision + 1}`)],
        state.revision,
      );
      if (answer.ok) {
        state.revision = answer.value;
        return;
      }
      state.refused++;
    }
  };
  await edit();
  await edit();
  await workspace.library(); // Leaves it: the journal is folded.
  await edit();
  await workspace.setDeleted(id, true);
  if ((await workspace.setDeleted(id, false)).ok) await edit();
  await edit();
  await workspace.settle().catch(() => undefined);
  return state;
}

/** What of the outcome is not there, or null: all that was acknowledged has to be, and the edit after it may be. */
export async function lossOf(
  { id, revision }: Outcome,
  workspace: Workspace,
): Promise<string | null> {
  const { unreadable, recovered } = await workspace.library();
  for (const { problem } of unreadable) return problem;
  for (const { report } of recovered) return report;
  if (id === null) return null;
  await workspace.setDeleted(id, false);
  const opened = await workspace.open(id);
  if (!opened.ok) return opened.problem;
  const { comparison, revision: found } = opened.value;
  return (found === revision || found === revision + 1) && comparison.title === `t${found}`
    ? null
    : `saved was ${revision}, there is ${found}, “${comparison.title}”`;
}
