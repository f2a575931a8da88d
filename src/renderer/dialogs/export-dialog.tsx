import { useEffect, useRef, useState } from 'react';
import { FORMAT_IDS, formatOf, type FormatId } from '../../core/exchange/formats';
import { exportAs } from '../client/exporting';
import { useSession } from '../client/session';
import dialogs from './dialogs.module.css';
import styles from './export-dialog.module.css';
import { closeDialog, Modal } from './modal';

/** Asks for the format of an export; Enter takes Diptych JSON. While everything is exported, it says how far that is. */
export function ExportDialog() {
  const exporting = useSession((state) => state.exporting);
  const [format, setFormat] = useState<FormatId>('diptych');
  const [withText, setWithText] = useState(true);
  const { textIsOptional } = formatOf(format);
  const everything = exporting?.id === null;
  return (
    <Modal title={everything ? 'Export everything' : 'Export the comparison'}>
      {exporting?.progress ? (
        <Progress {...exporting.progress} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void exportAs({ format, withText });
          }}
        >
          <fieldset className={styles.formats}>
            <legend className={styles.hidden}>Format</legend>
            {FORMAT_IDS.map((id) => (
              <FormatChoice key={id} id={id} checked={id === format} onChoose={setFormat} />
            ))}
          </fieldset>
          <label className={styles.option}>
            <input
              type="checkbox"
              checked={withText || !textIsOptional}
              disabled={!textIsOptional}
              onChange={(event) => setWithText(event.target.checked)}
            />
            With the articles’ texts
          </label>
          <p className={dialogs.buttons}>
            <button type="button" className={dialogs.button} onClick={closeDialog}>
              Cancel
            </button>
            <button type="submit" className={dialogs.primary}>
              Export…
            </button>
          </p>
        </form>
      )}
    </Modal>
  );
}

function FormatChoice({
  id,
  checked,
  onChoose,
}: {
  id: FormatId;
  checked: boolean;
  onChoose: (id: FormatId) => void;
}) {
  const { label, purpose, loses } = formatOf(id);
  const ref = useRef<HTMLInputElement>(null);
  // The dialog opens with the keyboard on its choice, so that Enter exports.
  useEffect(() => {
    if (checked) ref.current?.focus();
  }, [checked]);
  return (
    <label className={styles.format}>
      <input
        ref={ref}
        type="radio"
        name="format"
        aria-labelledby={`format-${id}`}
        aria-describedby={`format-${id}-purpose`}
        checked={checked}
        onChange={() => onChoose(id)}
      />
      <span id={`format-${id}`} className={styles.label}>
        {label}
      </span>
      <span id={`format-${id}-purpose`} className={styles.purpose}>
        {purpose}
        {loses && ` Leaves out: ${loses.charAt(0).toLowerCase()}${loses.slice(1)}`}
      </span>
    </label>
  );
}

function Progress({ done, total }: { done: number; total: number }) {
  const cancel = useRef<HTMLButtonElement>(null);
  // The button that was pressed has gone.
  useEffect(() => cancel.current?.focus(), []);
  return (
    <>
      <label className={styles.progress}>
        Exporting {done.toLocaleString('en')} of {total.toLocaleString('en')}
        <progress value={done} max={total} />
      </label>
      <p className={dialogs.buttons}>
        <button ref={cancel} type="button" className={dialogs.button} onClick={closeDialog}>
          Cancel
        </button>
      </p>
    </>
  );
}
