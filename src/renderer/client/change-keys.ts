import { tagOfKey } from '../../core/model/tags';
import { COMMAND_IDS, commandOf, type CommandId } from '../../ipc/commands';
import { holderOf, keyProblem, withKey } from '../../ipc/keymap';
import { prefer } from './navigation';
import { session } from './session';

/** What stands in the way of giving a command a key: the key is free for none, as a sentence's end, or another command has it. */
export type KeyRefusal =
  | { readonly key: string; readonly problem: string }
  | { readonly key: string; readonly holder: CommandId };

/** Gives a command a key, or none with null; the answer says why not, where somebody must decide first. */
export function giveKey(id: CommandId, key: string | null): KeyRefusal | null {
  const { keys } = session().preferences;
  const problem = key === null ? null : (keyProblem(key) ?? tagProblem(key));
  if (key !== null && problem !== null) return { key, problem };
  const holder = key === null ? null : holderOf(key, id, keys);
  if (key !== null && holder !== null) return { key, holder };
  prefer({ keys: withKey(keys, id, key) });
  return null;
}

/** Gives a command a key that another one has, which has none then. */
export function takeKey(id: CommandId, key: string): void {
  prefer({ keys: withKey(session().preferences.keys, id, key) });
}

/** Gives every command its own key back, except where a tag of one's own has it now. */
export function resetKeys(): void {
  const { settings } = session();
  const taken = COMMAND_IDS.filter((id) => tagOfKey(commandOf(id).key ?? '', settings));
  prefer({ keys: Object.fromEntries(taken.map((id) => [id, null])) });
}

function tagProblem(key: string): string | null {
  const tag = tagOfKey(key, session().settings);
  return tag ? `is the key of the tag “${tag.name}”` : null;
}
