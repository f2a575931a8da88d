import { mergeOf, type CopyDifference, type MergeChoice } from '../../core/edit/build-merge';
import type { ConflictedCopy } from '../../ipc/contract';
import { allSaved, perform } from './edits';
import { openComparison, tell } from './navigation';
import { flushFields } from './pending-fields';
import { session, update, type Merging } from './session';
import { count } from './words';

/** Asks for a copy of the open comparison and shows what is different in it. */
export async function chooseCopy(): Promise<void> {
  const { comparison } = session();
  const chosen = await window.diptych.chooseCopy();
  if (!chosen.ok) return tell(chosen.problem);
  if (!chosen.value || session().comparison?.id !== comparison?.id) return;
  const { file: name, comparison: copy } = chosen.value;
  show({ name, copy, conflicted: null });
}

/** Opens a comparison of the library and shows what is different in a conflicted copy of it. */
export async function mergeConflicted(conflicted: ConflictedCopy): Promise<void> {
  if (!(await openComparison(conflicted.id))) return;
  const read = await window.diptych.readCopy(conflicted);
  if (!read.ok) return tell(read.problem);
  if (session().comparison?.id !== conflicted.id) return;
  show({ name: conflicted.file, copy: read.value, conflicted });
}

function show(merging: Merging): void {
  flushFields();
  update({ dialog: 'merge', merging });
}

/** Takes what was chosen of the copy into the open comparison; a conflicted copy then makes room, once that is saved. */
export async function merge(choice: MergeChoice, difference: CopyDifference): Promise<void> {
  const { comparison, merging } = session();
  update({ dialog: null, merging: null });
  if (!comparison || !merging) return;
  const { copy, name, conflicted } = merging;
  const edit = mergeOf(comparison, copy, choice, 'Merge a copy');
  if (!edit.ok) return tell(edit.problem);
  if (edit.value && !perform(edit.value)) return;
  const done = edit.value ? mergedWords(choice, difference) : 'Nothing was to be changed.';
  if (!conflicted) return say(done);
  if (!(await allSaved())) return tell(`${done} “${name}” stays until saving works.`);
  const aside = await window.diptych.putCopyAside(conflicted);
  if (aside.ok) say(`${done} The copy is kept in the workspace’s folder merged-copies.`);
  else tell(`${done} ${aside.problem}`);
}

function mergedWords({ theirs, without }: MergeChoice, difference: CopyDifference): string {
  const { changed, changedLinks, added, addedLinks } = difference;
  const came = [...added, ...addedLinks].filter(({ id }) => !without.has(id)).length;
  const became = [...changed, ...changedLinks].filter((each) => theirs.has(each.theirs.id)).length;
  return `Merged: ${came.toLocaleString('en')} added, ${count(became, 'change')} taken from the copy.`;
}

function say(text: string): void {
  update({ notice: { tone: 'info', text } });
}
