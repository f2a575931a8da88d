import type { BatchProgress } from '../../core/exchange/batch-report';
import { stopBatch } from '../client/batch';
import { closeDialog } from '../dialogs/modal';
import styles from './batch.module.css';

/** How far the comparisons are that are being made, and the ways to go on without watching, and to end it. */
export function BatchProgressBar({ progress }: { progress: BatchProgress | null }) {
  const { done, count, name } = progress ?? { done: 0, count: 1, name: '' };
  return (
    <>
      <progress className={styles.bar} aria-label="Making comparisons" value={done} max={count} />
      <p className={styles.now}>
        {progress && `${done.toLocaleString('en')} of ${count.toLocaleString('en')}`}
        <span dir="auto">{name}</span>
      </p>
      <p className={styles.buttons}>
        <button type="button" className={styles.button} onClick={closeDialog}>
          Go on in the background
        </button>
        <button type="button" data-first className={styles.button} onClick={stopBatch}>
          Cancel
        </button>
      </p>
    </>
  );
}
