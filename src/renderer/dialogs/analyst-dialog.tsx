import { useState } from 'react';
import { tell } from '../client/navigation';
import { update, useSession } from '../client/session';
import styles from './dialogs.module.css';
import { closeDialog, Modal } from './modal';

/** Asks for the analyst's name, which new annotations and links carry. */
export function AnalystDialog() {
  const start = useSession((state) => state.start);
  const [name, setName] = useState(start?.analyst ?? '');
  const save = async () => {
    const analyst = name.trim();
    const saved = await window.diptych.setAnalyst(analyst);
    closeDialog();
    if (!saved.ok) tell(saved.problem);
    else if (start) update({ start: { ...start, analyst } });
  };
  return (
    <Modal title="Analyst’s name">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className={styles.field}>
          Name
          <input value={name} maxLength={2_000} onChange={(event) => setName(event.target.value)} />
        </label>
        <p className={styles.help}>
          New annotations and links carry it, so that the work of several analysts can be told
          apart. It is kept in this workspace and in what you export.
        </p>
        <p className={styles.buttons}>
          <button type="button" className={styles.button} onClick={closeDialog}>
            Cancel
          </button>
          <button type="submit" className={styles.primary}>
            Save
          </button>
        </p>
      </form>
    </Modal>
  );
}
