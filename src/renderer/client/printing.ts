import type { Result } from '../../core/result';
import { tell } from './navigation';
import { showAtOnce } from './paint-first';
import { session, update } from './session';

/** Prints the open comparison, after asking how. */
export async function printComparison(): Promise<void> {
  const printed = await onPaper(() => window.diptych.print());
  if (!printed.ok) tell(printed.problem);
}

/** Saves the open comparison as a PDF, after asking where to. */
export async function savePdf(): Promise<void> {
  const title = session().comparison?.title ?? '';
  const saved = await onPaper(() => window.diptych.savePdf(title));
  if (!saved.ok) tell(saved.problem);
  else if (saved.value !== null)
    update({ notice: { tone: 'info', text: `Saved as ${saved.value}.` } });
}

/** Lays the comparison out for paper while `send` runs. */
async function onPaper<T>(send: () => Promise<Result<T>>): Promise<Result<T>> {
  showAtOnce(() => update({ printing: true }));
  try {
    return await send();
  } finally {
    update({ printing: false });
  }
}
