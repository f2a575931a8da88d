import { X } from 'lucide-react';
import { useEffect } from 'react';
import { stopReading } from '../client/readings';
import { update, useSession } from '../client/session';
import styles from './dialogs.module.css';

/** How long a message that asks for nothing stays, in milliseconds. */
const SHOWN = 6_000;

/** The present message, at the foot of the window; problems stay until they are dismissed. */
export function Notice() {
  const notice = useSession((state) => state.notice);
  const readings = useSession((state) => state.readings);
  useEffect(() => {
    if (!notice || notice.tone === 'problem' || notice.action) return;
    const timer = setTimeout(() => update({ notice: null }), SHOWN);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div className={styles.notices} aria-live="polite">
      {readings.length > 0 && (
        <div className={styles.notice}>
          <span>Bringing in {readings.map(({ what }) => what).join(' and ')}…</span>
          <button type="button" className={styles.button} onClick={stopReading}>
            Stop
          </button>
        </div>
      )}
      {notice && (
        <div
          className={styles.notice}
          data-tone={notice.tone}
          role={notice.tone === 'problem' ? 'alert' : undefined}
        >
          <span>{notice.text}</span>
          {notice.action && (
            <button type="button" className={styles.button} onClick={notice.action.run}>
              {notice.action.label}
            </button>
          )}
          <button
            type="button"
            className={styles.dismiss}
            aria-label="Dismiss"
            onClick={() => update({ notice: null })}
          >
            <X size={14} aria-hidden />
          </button>
        </div>
      )}
    </div>
  );
}
