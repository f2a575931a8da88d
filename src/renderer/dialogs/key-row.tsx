import { useRef, useState, type KeyboardEvent } from 'react';
import { commandOf, keyLabel, type CommandId } from '../../ipc/commands';
import { isSingleKey, ownKey } from '../../ipc/keymap';
import { announce } from '../client/announce';
import { giveKey, takeKey, type KeyRefusal } from '../client/change-keys';
import { keyOf } from '../client/key-press';
import { session, useSession } from '../client/session';
import styles from './keys-dialog.module.css';

/** A command and its key; pressed, it waits for the key that the command is to have. */
export function KeyRow({
  id,
  stop,
  onFocus,
}: {
  id: CommandId;
  /** Whether the Tab key stops here. */
  stop: boolean;
  onFocus: () => void;
}) {
  const row = useRef<HTMLButtonElement>(null);
  const mac = useSession((state) => state.start?.platform === 'mac');
  const { keys, singleKeys } = useSession((state) => state.preferences);
  const [waiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<KeyRefusal | null>(null);
  const { label, key: original } = commandOf(id);
  const key = ownKey(id, keys);
  const name = key === null ? 'no key' : keyLabel(key, mac);
  const off = key !== null && !singleKeys && isSingleKey(key);

  const give = (next: string | null) => {
    const refused = giveKey(id, next);
    setRefusal(refused);
    setWaiting(refused !== null && 'problem' in refused);
    if (refused === null) tell();
  };
  const tell = () => {
    const now = ownKey(id, session().preferences.keys);
    announce(`${label}: ${now === null ? 'no key' : keyLabel(now, mac)}`);
  };
  const settle = () => {
    setRefusal(null);
    row.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!waiting) {
      if (event.key === 'Delete') give(null);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const pressed = keyOf(event.nativeEvent, mac);
    if (pressed === 'Escape') {
      setWaiting(false);
      setRefusal(null);
    } else if (pressed === 'Delete') give(null);
    else if (pressed !== null) give(pressed);
  };

  return (
    <li>
      <div className={styles.row}>
        <button
          ref={row}
          type="button"
          data-key-row={id}
          tabIndex={stop ? 0 : -1}
          aria-label={
            waiting ? `${label}: press the new key` : `${label}: ${name}${off ? ', off' : ''}`
          }
          onClick={() => {
            setRefusal(null);
            setWaiting(true);
          }}
          onFocus={onFocus}
          onBlur={() => setWaiting(false)}
          onKeyDown={onKeyDown}
        >
          <span>{label}</span>
          {waiting ? (
            <em>Press a key…</em>
          ) : key === null ? (
            <span className={styles.none}>—</span>
          ) : (
            <kbd data-off={off}>{name}</kbd>
          )}
        </button>
        {key !== (original ?? null) && (
          <button
            type="button"
            className={styles.reset}
            tabIndex={stop ? 0 : -1}
            aria-label={`Reset the key of ${label}`}
            onClick={() => {
              give(original ?? null);
              row.current?.focus();
            }}
          >
            Reset
          </button>
        )}
      </div>
      {refusal && (
        <Refusal
          id={id}
          refusal={refusal}
          mac={mac}
          onTake={() => {
            takeKey(id, refusal.key);
            settle();
            tell();
          }}
          onKeep={settle}
        />
      )}
    </li>
  );
}

function Refusal({
  id,
  refusal,
  mac,
  onTake,
  onKeep,
}: {
  id: CommandId;
  refusal: KeyRefusal;
  mac: boolean;
  onTake: () => void;
  onKeep: () => void;
}) {
  const name = keyLabel(refusal.key, mac);
  if ('problem' in refusal)
    return (
      <p className={styles.refusal} role="alert">
        {name} {refusal.problem}. Press another key, or Esc.
      </p>
    );
  const holder = commandOf(refusal.holder).label;
  return (
    <div
      className={styles.refusal}
      role="group"
      aria-label={`${name} is the key of “${holder}”`}
      // Escape leaves the question, not the sheet.
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onKeep();
      }}
    >
      <span>
        {name} is the key of “{holder}”.
      </span>
      <button ref={focusOnce} type="button" className={styles.button} onClick={onTake}>
        Give it to “{commandOf(id).label}”
      </button>
      <button type="button" className={styles.quiet} onClick={onKeep}>
        Keep it there
      </button>
    </div>
  );
}

function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}
