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
  type HistoryStep,
} from '../../core/edit/history';
import type { Comparison } from '../../core/model/comparison';
import { failure } from '../../core/result';
import type { CommitAnswer } from '../../ipc/contract';
import { paintFirst } from './paint-first';
import { flushFields } from './pending-fields';
import { dropStalePicks, pickAnnotation } from './picks';
import { session, update } from './session';
import { forgottenWithText } from './text-change';

/** Each comparison's history, kept for the whole session, also while another comparison is open. */
const histories = new Map<string, History>();
/** The revisions that the histories lead up to: what was changed in another window since cannot be undone here. */
const revisions = new Map<string, number>();

/** Edits of the open comparison that are not yet known to be saved, oldest first; the first ones are on their way. */
let outbox: readonly Edit[] = [];
let underWay = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let patience: ReturnType<typeof setTimeout> | undefined;
let waiting: ((saved: boolean) => void)[] = [];

/** How long to wait before writing is tried again, in milliseconds. */
const RETRY_AFTER = 3_000;
/** After so long without an answer the user is told, in milliseconds. */
const SLOW_AFTER = 5_000;
const KEPT = 'Your changes are kept here until saving works.';

/** Who edits, when, and with which ids. */
export function author(): Author {
  return { by: session().settings.analyst, now: new Date().toISOString(), newId: uuidv7 };
}

/** The history of a comparison in this session, which begins anew when others changed the comparison meanwhile. */
export function historyOf(id: string, revision: number): History {
  if (revisions.get(id) !== revision) histories.delete(id);
  revisions.set(id, revision);
  return histories.get(id) ?? EMPTY_HISTORY;
}

/** Adds a step that led to `revision + 1` to the history of a comparison that is not open; the answer takes it out. */
export function recordElsewhere(
  id: string,
  revision: number,
  done: HistoryStep,
): (back: number) => void {
  const before = historyOf(id, revision);
  histories.set(id, recordStep(before, done));
  revisions.set(id, revision + 1);
  return (back) => {
    histories.set(id, before);
    revisions.set(id, back);
  };
}

/** Does an edit: shown at once, then sent to main and said to be saved when main has made it durable. */
export function perform(edit: Edit): boolean {
  // What is being typed comes first: the field would show what the edit leaves.
  flushFields();
  return !isRefused(edit) && record(edit);
}

/** Does edits again that could not be written before the page ended; while another program writes, they wait for it. */
export function takeUp(edits: readonly Edit[]): void {
  for (const edit of edits) record(edit);
}

function record(edit: Edit): boolean {
  const { history } = session();
  return send(edit, (inverse) => recordStep(history, { edit, inverse }));
}

/** Whether an edit is refused, with the reason shown, because nothing can be changed now. */
function isRefused(edit: Edit): boolean {
  const { readOnly } = session();
  if (readOnly === null) return false;
  const text = `${edit.name} was not possible. ${readOnly}, so it can only be read here.`;
  update({ notice: { tone: 'problem', text } });
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
  if (isRefused(edit)) return;
  send(edit, () => history);
  const touched = edit.changes.findLast(
    (change) =>
      change.type === 'add-annotation' ||
      change.type === 'change-annotation' ||
      change.type === 'add-unplaced',
  );
  // What is shown stays: in the list of suggestions, the next one is what the user goes on with.
  if (touched?.type === 'add-annotation') pickAnnotation(touched.annotation.id, { card: false });
  if (touched?.type === 'add-unplaced') update({ unplaced: touched.annotation.id });
  if (touched?.type === 'change-annotation') pickAnnotation(touched.id, { card: false });
}

/** Shows an edit's outcome and puts it into the outbox; false, with the reason shown, when it does not fit. */
function send(edit: Edit, historyAfter: (inverse: Edit) => History): boolean {
  const { comparison, saving } = session();
  if (!comparison) return false;
  const applied = apply(comparison, edit);
  if (!applied.ok) {
    const text = `${edit.name} was not possible. ${applied.problem}`;
    update({ notice: { tone: 'problem', text } });
    return false;
  }
  const history = historyAfter(applied.value.inverse);
  histories.set(comparison.id, history);
  const forgotten = forgottenWithText(session(), applied.value.comparison);
  // Marks of another text need the other text first.
  if (!forgotten) paintFirst();
  update({
    comparison: applied.value.comparison,
    history,
    // While saving fails, the reason stays until it works again.
    saving: saving.kind === 'problem' && outbox.length > 0 ? saving : { kind: 'saving' },
    notice: null,
    ...forgotten,
  });
  dropStalePicks();
  outbox = [...outbox, edit];
  pump();
  return true;
}

/** Sends what is in the outbox, one commit at a time. */
function pump(): void {
  const { comparison, revision } = session();
  if (underWay > 0 || outbox.length === 0 || !comparison) return;
  clearTimeout(retry);
  underWay = outbox.length;
  patience = setTimeout(() => {
    const text = `Not saved yet: the workspace folder does not answer. Check its drive or network. ${KEPT}`;
    update({ saving: { kind: 'problem', text, kept: true } });
  }, SLOW_AFTER);
  window.diptych.commit(comparison.id, outbox, revision).then(
    (answer) => settle(comparison.id, answer),
    (error: unknown) =>
      settle(comparison.id, { ok: false, problem: `Not saved: ${String(error)}` }),
  );
}

async function settle(id: string, answer: CommitAnswer): Promise<void> {
  clearTimeout(patience);
  if (answer.ok) {
    outbox = outbox.slice(underWay);
    revisions.set(id, answer.value);
    update({
      revision: answer.value,
      ...(outbox.length === 0 ? { saving: { kind: 'saved' } } : {}),
    });
  } else {
    const unread = answer.unwritten ? '' : await reload(id, answer.problem);
    if (unread === null) {
      // With what was done meanwhile, which was done on what was refused.
      outbox = [];
    } else {
      // Nothing is lost: the edits stay here and are tried again.
      const text = [answer.problem, unread, KEPT].filter(Boolean).join(' ');
      update({ saving: { kind: 'problem', text, kept: true } });
      retry = setTimeout(pump, RETRY_AFTER);
    }
  }
  underWay = 0;
  if (answer.ok) pump();
  if (outbox.length === 0 || !answer.ok) {
    for (const done of waiting.splice(0)) done(answer.ok);
  }
}

/** Main refused: its copy is what is saved, so that is what is shown, with the reason; the answer is null, or why it cannot be. */
async function reload(id: string, problem: string): Promise<string | null> {
  const opened = await window.diptych
    .openComparison(id)
    .catch((error: unknown) => failure(String(error)));
  const { comparison: refused } = session();
  if (!opened.ok) return opened.problem;
  if (!opened.value || !refused) return '';
  histories.delete(id);
  const { revision } = opened.value;
  const comparison = JSON.parse(opened.value.comparison) as Comparison;
  const forgotten = forgottenWithText(session(), comparison);
  const merging = { name: 'What this window showed before', copy: refused, conflicted: null };
  update({
    comparison,
    revision,
    history: EMPTY_HISTORY,
    saving: { kind: 'problem', text: problem, kept: false },
    ...forgotten,
    notice: {
      tone: 'problem',
      text: 'This is what is saved now. What you changed since is not in it yet.',
      action: {
        label: 'Bring It In…',
        run: () => update({ dialog: 'merge', merging, notice: null }),
      },
    },
  });
  dropStalePicks();
  return null;
}

/** Resolves when every edit is saved (true), or when saving fails or main refuses (false): then the user must see why. */
export async function allSaved(): Promise<boolean> {
  if (outbox.length === 0) return true;
  pump();
  return new Promise((done) => {
    waiting.push(done);
  });
}

/** Says that something typed is not saved yet. */
export function announceTyping(pending: boolean): void {
  const { saving } = session();
  if (saving.kind === 'problem' || outbox.length > 0) return;
  update({ saving: { kind: pending ? 'saving' : 'saved' } });
}
