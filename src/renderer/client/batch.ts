import { reportLine, reportText, type BatchProgress } from '../../core/exchange/batch-report';
import type { BatchKind } from '../../ipc/contract';
import { announce } from './announce';
import { NO_BATCH } from './batch-state';
import { refreshLibrary, tell } from './navigation';
import { session, update } from './session';
import { count } from './words';

/** Shows the dialog of new comparisons: the one at work, or a new one. */
export function showBatch(): void {
  const { batch } = session();
  update({ dialog: 'batch', batch: batch.step === 'made' ? NO_BATCH : batch });
}

/** Asks for a source of comparisons and looks through it. */
export async function chooseBatch(kind: BatchKind): Promise<void> {
  const before = session().batch;
  const looking = { step: 'looking' } as const;
  update({ batch: looking });
  const answer = await window.diptych.chooseBatch(kind);
  // Stopped meanwhile, or another one is looked through: what comes now is no longer asked for.
  if (session().batch !== looking) return;
  if (answer.ok && answer.value) {
    update({ batch: { step: 'chosen', chosen: answer.value, problem: null } });
    const { count: items, problems } = answer.value.preview;
    announce(`${count(items - problems.length, 'pair')} found.`);
  } else if (answer.ok) update({ batch: before });
  else if (before.step === 'chosen') update({ batch: { ...before, problem: answer.problem } });
  else update({ batch: { step: 'choosing', problem: answer.problem } });
}

/** Makes the comparisons chosen; the dialog may be closed meanwhile. */
export async function makeBatch(): Promise<void> {
  update({ batch: { step: 'making', progress: null } });
  const answer = await window.diptych.makeBatch();
  if (session().screen === 'library') await refreshLibrary();
  if (!answer.ok) {
    update({ batch: { step: 'choosing', problem: answer.problem } });
    if (session().dialog !== 'batch') tell(answer.problem);
    return;
  }
  const line = reportLine(answer.value);
  update({ batch: { step: 'made', report: answer.value } });
  announce(line);
  if (session().dialog !== 'batch')
    update({
      notice: {
        tone: answer.value.failed.length > 0 ? 'problem' : 'info',
        text: line,
        action: { label: 'Show report', run: () => update({ dialog: 'batch', notice: null }) },
      },
    });
}

/** Takes note of how far the batch is. */
export function takeProgress(progress: BatchProgress): void {
  if (session().batch.step === 'making') update({ batch: { step: 'making', progress } });
}

/** Ends looking or making; what is made stays, and the report says how much. */
export function stopBatch(): void {
  if (session().batch.step === 'looking') update({ batch: NO_BATCH });
  void window.diptych.stopBatch();
}

/** Forgets what was chosen. */
export function dropBatch(): void {
  update({ batch: NO_BATCH });
  void window.diptych.stopBatch();
}

/** Puts the report on the clipboard as text. */
export async function copyReport(): Promise<void> {
  const { batch } = session();
  if (batch.step !== 'made') return;
  await window.diptych.copyText(reportText(batch.report));
  announce('Report copied.');
}
