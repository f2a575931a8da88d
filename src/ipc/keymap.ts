import { COMMAND_IDS, commandOf, type CommandId } from './commands';
import type { Preferences } from './preferences';

/** The keys that differ from the commands' own; null for none. */
export type ChangedKeys = Preferences['keys'];

/** Second keys of commands, which nobody can take away; a command with that key of its own comes first. */
const ALIASES: Readonly<Record<string, CommandId>> = {
  'CmdOrCtrl+Y': 'redo',
  'CmdOrCtrl+G': 'findNext',
  'Shift+CmdOrCtrl+G': 'findPrevious',
  '?': 'showKeys',
};

/** Keys that belong to the cursor, to moving the focus, or to the system. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['Left', 'Right', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'].flatMap(
    (key) => [key, `Shift+${key}`, `CmdOrCtrl+${key}`, `Shift+CmdOrCtrl+${key}`],
  ),
  'Space',
  'Shift+Space',
  'Tab',
  'Shift+Tab',
  'CmdOrCtrl+Tab',
  'Shift+F10',
  ...['A', 'C', 'V', 'X', 'Q', 'W', 'H', 'M'].map((letter) => `CmdOrCtrl+${letter}`),
]);

/** Whether a key types a character, so that it can be turned off with all of its kind. */
export function isSingleKey(key: string): boolean {
  return Array.from(key.replace(/^Shift\+/, '')).length === 1;
}

/** The key a command is given, in Electron's notation, whether or not keys of its kind are turned off; null for none. */
export function ownKey(id: CommandId, keys: ChangedKeys): string | null {
  const changed = keys[id];
  return changed === undefined ? (commandOf(id).key ?? null) : changed;
}

/** The key that runs a command now, in Electron's notation; null for none. */
export function keyFor(
  id: CommandId,
  { keys, singleKeys }: Pick<Preferences, 'keys' | 'singleKeys'>,
): string | null {
  const key = ownKey(id, keys);
  return key !== null && !singleKeys && isSingleKey(key) ? null : key;
}

/** The command that a key runs now. */
export function commandFor(
  key: string,
  preferences: Pick<Preferences, 'keys' | 'singleKeys'>,
): CommandId | null {
  const own = COMMAND_IDS.find((id) => keyFor(id, preferences) === key);
  if (own) return own;
  const mayRun = preferences.singleKeys || !isSingleKey(key);
  return (mayRun && ALIASES[key]) || null;
}

/** Why a key cannot be given to a command, in words; null when it can. */
export function keyProblem(key: string): string | null {
  return RESERVED.has(key) ? 'belongs to the cursor or the system' : null;
}

/** The command, other than `id`, that a key is given to. */
export function holderOf(key: string, id: CommandId, keys: ChangedKeys): CommandId | null {
  return COMMAND_IDS.find((each) => each !== id && ownKey(each, keys) === key) ?? null;
}

/** The keys after `id` is given `key`, or none with null; whoever held the key has none then. */
export function withKey(keys: ChangedKeys, id: CommandId, key: string | null): ChangedKeys {
  const holder = key === null ? null : holderOf(key, id, keys);
  const next = { ...keys, [id]: key, ...(holder ? { [holder]: null } : {}) };
  // What equals the command's own key is no change.
  return Object.fromEntries(
    Object.entries(next).filter(
      ([each, its]) => its !== (commandOf(each as CommandId).key ?? null),
    ),
  );
}

/** Every command's key as it is now, for the menu. */
export function keysNow(
  preferences: Pick<Preferences, 'keys' | 'singleKeys'>,
): Readonly<Partial<Record<CommandId, string>>> {
  return Object.fromEntries(
    COMMAND_IDS.flatMap((id) => {
      const key = keyFor(id, preferences);
      return key === null ? [] : [[id, key]];
    }),
  );
}
