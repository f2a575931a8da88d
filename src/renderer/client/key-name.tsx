import { commandOf, keyLabel, type CommandId } from '../../ipc/commands';
import { keyFor } from '../../ipc/keymap';
import { useSession, type Session } from './session';

/** The key that runs a command now, as the user reads it; null when there is none. */
export function keyNameOf(
  id: CommandId,
  { start, preferences }: Pick<Session, 'start' | 'preferences'>,
): string | null {
  const key = keyFor(id, preferences);
  return key === null ? null : keyLabel(key, start?.platform === 'mac');
}

/** The key that runs a command now, kept up to date in a component. */
export function useKeyName(id: CommandId): string | null {
  return useSession((state) => keyNameOf(id, state));
}

/** The key that runs a command now, beside what it does; where there is none, nothing or the command's label. */
export function KeyName({
  id,
  hidden = false,
  orLabel = false,
}: {
  id: CommandId;
  hidden?: boolean;
  orLabel?: boolean;
}) {
  const name = useKeyName(id);
  if (name === null) return orLabel ? `“${commandOf(id).label}”` : null;
  return <kbd aria-hidden={hidden}>{name}</kbd>;
}
