import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSession } from '../client/session';
import styles from './read-only-frame.module.css';

/** A screen; above it, while the workspace can only be read, who has it open and what to do. */
export function ReadOnlyFrame({ children }: { children: ReactNode }) {
  const reason = useSession((state) => state.readOnly);
  return (
    <div className={styles.frame}>
      <div aria-live="polite">
        {reason !== null && (
          <p className={styles.bar} role="note" aria-label="Read-only">
            <Lock size={14} aria-hidden />
            <span>
              <b>Read-only.</b> {reason}. Close it there, and a few seconds later you can change
              everything here.
            </span>
          </p>
        )}
      </div>
      <div className={styles.screen}>{children}</div>
    </div>
  );
}
