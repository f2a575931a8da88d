import { useState, type KeyboardEvent } from 'react';
import { COMMAND_IDS, commandOf, keyLabel, type Command } from '../../ipc/commands';
import { ownKey } from '../../ipc/keymap';
import { resetKeys } from '../client/change-keys';
import { matchWords } from '../client/match-words';
import { prefer } from '../client/navigation';
import { MENU_NAMES } from '../client/palette';
import { useSession } from '../client/session';
import { tagLabel } from '../client/words';
import { KeyRow } from './key-row';
import styles from './keys-dialog.module.css';
import { closeDialog, Modal } from './modal';

const MENUS: readonly Command['menu'][] = ['annotate', 'edit', 'view', 'file', 'help'];

const FIXED: readonly (readonly [key: string, what: string])[] = [
  ['← →', 'Move the cursor by a word, or by a character with Exact Characters'],
  ['Ctrl + ← →', 'Move the cursor by a word'],
  ['↑ ↓', 'Move the cursor by a sentence'],
  ['Page Up, Page Down', 'Move the cursor by a screen'],
  ['Home, End', 'Move the cursor to the article’s ends'],
  ['Shift + any of these', 'Select'],
  ['Space', 'Pick the annotation at the cursor; again, the one around it'],
  ['Tab', 'Go on within the window; in a list the arrows walk'],
  ['Enter', 'Press, open or choose what has the focus'],
  ['Alt + mouse', 'Select exact characters'],
];

/** Every key of Diptych; those of the commands can be changed. */
export function KeysDialog() {
  const mac = useSession((state) => state.start?.platform === 'mac');
  const { keys, singleKeys } = useSession((state) => state.preferences);
  const [query, setQuery] = useState('');
  const [stop, setStop] = useState<string | null>(null);
  const fits = matchWords(query);
  const shown = COMMAND_IDS.filter((id) => {
    const { label, menu } = commandOf(id);
    const key = ownKey(id, keys);
    return fits(`${label} ${MENU_NAMES[menu]} ${key === null ? '' : keyLabel(key, mac)}`);
  });
  const fixed = FIXED.map(([key, what]) => [mac ? key.replace('Ctrl', '⌘') : key, what] as const);
  const fixedShown = fixed.filter((row) => fits(row.join(' ')));
  const tags = useSession((state) => state.settings.tags);
  const tagsShown = tags
    .filter(({ key }) => key !== '')
    .map(({ key, name }) => [key, tagLabel(name)] as const)
    .filter((row) => fits(row.join(' ')));
  // One stop of the Tab key for all rows: the one that had the focus last, or else the first.
  const first = MENUS.flatMap((menu) => shown.filter((id) => commandOf(id).menu === menu))[0];
  const stopNow = shown.find((id) => id === stop) ?? first;
  return (
    <Modal title="Keyboard shortcuts" wide>
      <div className={styles.head}>
        <input
          type="search"
          aria-label="Find a command or key"
          placeholder="Find a command or key"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <label>
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={(event) => prefer({ singleKeys: event.target.checked })}
          />{' '}
          Use keys of a single character
        </label>
        <button
          type="button"
          className={styles.quiet}
          aria-disabled={Object.keys(keys).length === 0}
          onClick={resetKeys}
        >
          Reset all keys
        </button>
      </div>
      <p className={styles.help}>
        Press Enter on a command, then its new key. Delete takes the key away, Esc keeps it.
      </p>
      {/* The arrows lead from row to row, each of which is a button. */}
      <div className={styles.keys} role="presentation" onKeyDown={walkRows}>
        {MENUS.map((menu) => {
          const ids = shown.filter((id) => commandOf(id).menu === menu);
          if (ids.length === 0) return null;
          return (
            <section key={menu} aria-label={MENU_NAMES[menu]}>
              <h3>{MENU_NAMES[menu]}</h3>
              <ul>
                {ids.map((id) => (
                  <KeyRow key={id} id={id} stop={id === stopNow} onFocus={() => setStop(id)} />
                ))}
              </ul>
            </section>
          );
        })}
        <KeyList title="My tags" rows={tagsShown} />
        <KeyList title="Keys that stay" rows={fixedShown} />
      </div>
      {shown.length === 0 && tagsShown.length === 0 && fixedShown.length === 0 && (
        <p className={styles.help} aria-live="polite">
          Nothing fits. Type the beginning of a command’s words, or a key such as F6.
        </p>
      )}
      <p className={styles.buttons}>
        <button type="button" className={styles.primary} onClick={closeDialog}>
          Close
        </button>
      </p>
    </Modal>
  );
}

function KeyList({
  title,
  rows,
}: {
  title: string;
  rows: readonly (readonly [key: string, what: string])[];
}) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>{what}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-key-row]')];
  const here = rows.findIndex((row) => row === event.target);
  if (by === 0 || here === -1) return;
  event.preventDefault();
  rows[Math.min(Math.max(here + by, 0), rows.length - 1)]?.focus();
}
