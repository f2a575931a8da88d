import { useState } from 'react';
import { changeSettings } from '../client/settings';
import { useSession } from '../client/session';
import styles from './dialogs.module.css';
import { closeDialog, Modal } from './modal';

/** Asks for the analyst's name, which new annotations and links carry. */
export function AnalystDialog() {
  const analyst = useSession((state) => state.settings.analyst);
  const [name, setName] = useState(analyst);
  const save = async () => {
    closeDialog();
    await changeSettings({ analyst: name.trim() });
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
