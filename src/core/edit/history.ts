import type { Edit } from './edit';

/** An edit that was done, and the edit that takes it back. */
export interface HistoryStep {
  readonly edit: Edit;
  readonly inverse: Edit;
}

/** What can be undone (last done last) and redone (last undone last). */
export interface History {
  readonly done: readonly HistoryStep[];
  readonly undone: readonly HistoryStep[];
}

export const EMPTY_HISTORY: History = { done: [], undone: [] };

/** The history after a new edit: what had been undone can no longer be redone. */
export function recordStep(history: History, step: HistoryStep): History {
  return { done: [...history.done, step], undone: [] };
}

/** The step that Undo takes back and the history after it, or undefined when there is none. */
export function takeUndo(history: History): { step: HistoryStep; history: History } | undefined {
  const step = history.done.at(-1);
  if (!step) return undefined;
  return { step, history: { done: history.done.slice(0, -1), undone: [...history.undone, step] } };
}

/** The step that Redo does again and the history after it, or undefined when there is none. */
export function takeRedo(history: History): { step: HistoryStep; history: History } | undefined {
  const step = history.undone.at(-1);
  if (!step) return undefined;
  return { step, history: { done: [...history.done, step], undone: history.undone.slice(0, -1) } };
}
