import type { Library } from '../../ipc/contract';
import { mergeConflicted } from '../client/merging';
import { useSession } from '../client/session';
import styles from './library.module.css';

/** The files that file-sync programs made of comparisons that two computers had changed, each with a way to merge it. */
export function ConflictedCopies({ library }: { library: Library }) {
  const readOnly = useSession((state) => state.readOnly !== null);
  return library.copies.map((copy) => (
    <div key={copy.file} className={styles.conflicted} role="alert">
      <p>
        “{library.entries.find(({ id }) => id === copy.id)?.title}” was changed on two computers at
        once. “{copy.file}” holds the other version; merge it so that nothing of it is missed.
      </p>
      {!readOnly && (
        <button type="button" className={styles.button} onClick={() => void mergeConflicted(copy)}>
          Merge…
        </button>
      )}
    </div>
  ));
}
