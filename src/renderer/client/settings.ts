import type { Settings } from '../../core/model/settings';
import { tell } from './navigation';
import { session, update } from './session';

/** Changes what holds for the whole workspace; shown once it is durable. False, with the reason shown, when it is not. */
export async function changeSettings(part: Partial<Settings>): Promise<boolean> {
  const settings = { ...session().settings, ...part };
  const saved = await window.diptych.setSettings(settings);
  if (saved.ok) update({ settings });
  else tell(saved.problem);
  return saved.ok;
}
