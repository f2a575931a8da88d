import { writeSync } from 'node:fs';
import type { Edit } from '../../src/core/edit/edit';
import { NO_DETAILS } from '../../src/core/model/article';
import { Workspace } from '../../src/main/store/workspace';

export const TEXT = 'The mayor opened the bridge. '.repeat(100);
const EDITS_EACH = 400;

/** A workspace as the app opens it. */
export function openWorkspace(folder: string): Workspace {
  return new Workspace(folder, {
    now: () => new Date().toISOString(),
    newId: () => `c-${Date.now().toString(36)}-${process.pid}`,
  });
}

/** The edit after which a comparison has `revision` annotations and this number as its title. */
function numberedEdit(revision: number): Edit {
  const created = new Date().toISOString();
  const span = { side: 'left', tag: 'claim', start: 4, end: 9, exact: 'mayor' } as const;
  const rest = {
    speaker: '',
    stance: '',
    certainty: '',
    note: '',
    origin: 'manual',
    by: 'Ada',
    created,
  } as const;
  const annotation = { id: `a-${revision}`, ...span, ...rest, modified: created };
  return {
    name: 'Add claim',
    changes: [
      { type: 'add-annotation', annotation },
      { type: 'change-title', title: `t${revision}` },
    ],
  };
}

/** Edits through the real store until it is killed, and says each edit once it is acknowledged. */
export async function editUntilKilled(folder: string): Promise<void> {
  const workspace = openWorkspace(folder);
  const { entries } = await workspace.library();
  let last = entries.find(({ revision }) => revision < EDITS_EACH);
  let acknowledged = 0;
  say('ready');
  for (;;) {
    if (!last || last.revision >= EDITS_EACH) {
      const article = { ...NO_DETAILS, title: 't', text: TEXT };
      const made = await workspace.create({ title: 't0', left: article, right: article });
      if (!made.ok) throw new Error(made.problem);
      const { id } = made.value.comparison;
      last = (await workspace.library()).entries.find((entry) => entry.id === id);
      if (!last) throw new Error(`${id} is not listed`);
      say(`${id} 0`);
    }
    const { id, revision } = last;
    const answer = await workspace.commit(id, [numberedEdit(revision + 1)], revision);
    if (!answer.ok) throw new Error(answer.problem);
    last = { ...last, revision: answer.value };
    say(`${id} ${answer.value}`);
    acknowledged++;
    // Leaving folds the journal; deleting and bringing back write the whole file.
    if (acknowledged % 7 === 0) await workspace.library();
    if (acknowledged % 29 === 0) {
      await workspace.setDeleted(id, true);
      await workspace.setDeleted(id, false);
    }
  }
}

/** Says a line at once. */
export function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** What of the comparisons that were said to be saved is lost or wrong; the latest are looked at, or all of them. */
export async function lossesIn(
  folder: string,
  saved: Map<string, number>,
  all = false,
): Promise<string[]> {
  const workspace = openWorkspace(folder);
  const { unreadable, recovered } = await workspace.library();
  const problems = unreadable.map(({ problem }) => problem);
  problems.push(...recovered.map(({ report }) => report));
  for (const [id, revision] of Array.from(saved).slice(all ? 0 : -3)) {
    let opened = await workspace.open(id);
    // It was killed between deleting and bringing back.
    if (!opened.ok && (await workspace.setDeleted(id, false)).ok) opened = await workspace.open(id);
    if (!opened.ok) problems.push(opened.problem);
    else {
      const { comparison, revision: found } = opened.value;
      if (found < revision || found > revision + 1)
        problems.push(`${id} has revision ${found}, saved was ${revision}`);
      if (comparison.title !== `t${found}` || comparison.annotations.length !== found)
        problems.push(`${id} is not what was saved`);
      // An edit that was written and not acknowledged is there from now on.
      saved.set(id, found);
    }
  }
  return problems;
}
