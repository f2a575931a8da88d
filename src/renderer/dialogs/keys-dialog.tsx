import { COMMAND_IDS, commandOf, keyLabel, type Command } from '../../ipc/commands';
import { useSession } from '../client/session';
import styles from './dialogs.module.css';
import { closeDialog, Modal } from './modal';

const MENUS: readonly { readonly menu: Command['menu']; readonly title: string }[] = [
  { menu: 'annotate', title: 'Annotate' },
  { menu: 'edit', title: 'Edit' },
  { menu: 'file', title: 'File' },
  { menu: 'view', title: 'View' },
];

const READING: readonly (readonly [string, string])[] = [
  ['← →', 'Move the cursor by a word'],
  ['↑ ↓', 'Move the cursor by a sentence'],
  ['Shift + arrows', 'Select'],
  ['Space', 'Pick the annotation at the cursor'],
  ['Alt + mouse', 'Select exact characters'],
];

/** Every key of Diptych. */
export function KeysDialog() {
  const mac = useSession((state) => state.start?.platform === 'mac');
  return (
    <Modal title="Keyboard shortcuts" wide>
      <div className={styles.keys}>
        <KeyList title="In an article" rows={READING} />
        {MENUS.map(({ menu, title }) => (
          <KeyList
            key={menu}
            title={title}
            rows={COMMAND_IDS.flatMap((id) => {
              const { key, label, menu: itsMenu } = commandOf(id);
              return key && itsMenu === menu ? [[keyLabel(key, mac), label] as const] : [];
            })}
          />
        ))}
      </div>
      <p className={styles.buttons}>
        <button type="button" className={styles.primary} onClick={closeDialog}>
          Close
        </button>
      </p>
    </Modal>
  );
}

function KeyList({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(([key, label]) => (
          <div key={label}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
