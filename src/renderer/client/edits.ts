import { uuidv7 } from 'uuidv7';
import { apply } from '../../core/edit/apply';
import type { Author } from '../../core/edit/build-edits';
import type { Edit } from '../../core/edit/edit';
import {
  EMPTY_HISTORY,
  recordStep,
  takeRedo,
  takeUndo,
  type History,
} from '../../core/edit/history';
import { dropStalePicks, pickAnnotation } from './picks';
import { session, update } from './session';

/** Each comparison's history, kept for the whole session, also while another comparison is open. */
const histories = new Map<string, History>();
let unsaved = 0;

/** Who edits, when, and with which ids. */
export function author(): Author {
  return { by: session().start?.analyst ?? '', now: new Date().toISOString(), newId: uuidv7 };
}

/** The history of a comparison in this session. */
export function historyOf(id: string): History {
  return histories.get(id) ?? EMPTY_HISTORY;
}

/** Does an edit: shown at once, then sent to main and said to be saved when main has made it durable. */
export function perform(edit: Edit): boolean {
  const { comparison, history } = session();
  if (!comparison) return false;
  const applied = apply(comparison, edit);
  if (!applied.ok) {
    update({
      notice: { tone: 'problem', text: `${edit.name} was not possible. ${applied.problem}` },
    });
    return false;
  }
  const { inverse } = applied.value;
  send(edit, recordStep(history, { edit, inverse }));
  return true;
}

/** Takes the last edit back. */
export function undo(): void {
  const taken = takeUndo(session().history);
  if (taken) step(taken.step.inverse, taken.history);
}

/** Does again what was undone last. */
export function redo(): void {
  const taken = takeRedo(session().history);
  if (taken) step(taken.step.edit, taken.history);
}

function step(edit: Edit, history: History): void {
  send(edit, history);
  const touched = edit.changes.findLast(
    (change) => change.type === 'add-annotation' || change.type === 'change-annotation',
  );
  if (touched?.type === 'add-annotation') pickAnnotation(touched.annotation.id);
  if (touched?.type === 'change-annotation') pickAnnotation(touched.id);
}

function send(edit: Edit, history: History): void {
  const { comparison, revision } = session();
  if (!comparison) return;
  const applied = apply(comparison, edit);
  if (!applied.ok) {
    update({
      notice: { tone: 'problem', text: `${edit.name} was not possible. ${applied.problem}` },
    });
    return;
  }
  histories.set(comparison.id, history);
  update({
    comparison: applied.value.comparison,
    revision: revision + 1,
    history,
    saving: { kind: 'saving' },
    notice: null,
  });
  dropStalePicks();
  unsaved++;
  void window.diptych.commit(comparison.id, [edit], revision).then(
    (answer) => settle(comparison.id, answer.ok ? null : answer.problem),
    (error: unknown) => settle(comparison.id, `Not saved: ${String(error)}`),
  );
}

async function settle(id: string, problem: string | null): Promise<void> {
  unsaved--;
  if (problem !== null) return reload(id, problem);
  if (unsaved === 0 && session().saving.kind === 'saving') update({ saving: { kind: 'saved' } });
}

/** Main refused: its copy is what is saved, so that is what is shown, with the reason. */
async function reload(id: string, problem: string): Promise<void> {
  histories.delete(id);
  const opened = await window.diptych.openComparison(id);
  if (session().comparison?.id !== id) return;
  update({ saving: { kind: 'problem', text: problem } });
  if (!opened.ok) return;
  const { comparison, revision } = opened.value;
  update({ comparison, revision, history: EMPTY_HISTORY });
  dropStalePicks();
}
