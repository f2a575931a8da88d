import type { Settings } from '../../core/model/settings';
import { tell } from './navigation';
import { session, update } from './session';

/** Changes what holds for the whole workspace; shown once it is durable. */
export async function changeSettings(part: Partial<Settings>): Promise<void> {
  const settings = { ...session().settings, ...part };
  const saved = await window.diptych.setSettings(settings);
  if (saved.ok) update({ settings });
  else tell(saved.problem);
}
