import type { ReactNode } from 'react';
import type { CommandId } from '../../ipc/commands';
import { canRun, run } from '../client/commands';
import { useSession } from '../client/session';
import styles from './library.module.css';

/** A button that runs a command, and shows when it cannot be run, as in a workspace that is only read. */
export function CommandButton({
  id,
  primary = false,
  children,
}: {
  id: CommandId;
  primary?: boolean;
  children: ReactNode;
}) {
  const enabled = useSession((state) => canRun(id, state));
  return (
    <button
      type="button"
      className={primary ? styles.primary : styles.button}
      aria-disabled={!enabled}
      onClick={() => run(id)}
    >
      {children}
    </button>
  );
}
