import { returnTo } from '../../core/edit/build-return';
import type { Comparison } from '../../core/model/comparison';
import { perform } from './edits';
import { saveEverything } from './navigation';
import { session, update } from './session';
import { formatDay } from './words';

/** Shows the days of which the open comparison has a copy. */
export async function showEarlier(): Promise<void> {
  // What is being typed belongs to the present.
  await saveEverything();
  update({ dialog: 'earlier' });
}

/** Makes the open comparison what it was at the end of a day, as one edit. */
export function goBackTo(then: Comparison, day: string): void {
  const { comparison } = session();
  const edit = comparison && returnTo(comparison, then, `Go back to ${formatDay(day)}`);
  update({ dialog: null });
  if (edit) perform(edit);
}
