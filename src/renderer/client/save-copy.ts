import { tell } from './navigation';
import { flushFields } from './pending-fields';
import { session, update } from './session';

/** Saves the comparison as it is shown, whether or not it can be saved in the workspace, where the user says; whether it did. */
export async function saveCopy(): Promise<boolean> {
  flushFields();
  const { comparison } = session();
  if (!comparison) return false;
  const saved = await window.diptych.saveCopy(comparison);
  if (!saved.ok) tell(saved.problem);
  else if (saved.value !== null) {
    const text = `Everything shown here is in ${saved.value} now.`;
    update({ notice: { tone: 'info', text } });
  }
  return saved.ok && saved.value !== null && session().comparison === comparison;
}
