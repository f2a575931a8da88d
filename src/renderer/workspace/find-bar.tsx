import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import type { CommandId } from '../../ipc/commands';
import { run } from '../client/commands';
import { changeFind, closeFind, currentFound, foundNow } from '../client/find';
import type { FindState } from '../client/find-state';
import { useKeyName } from '../client/key-name';
import { session, useSession } from '../client/session';
import styles from './find-bar.module.css';

/** A bar above the articles for what is looked for in them. Enter goes on, Escape back to reading. */
export function FindBar() {
  const find = useSession((state) => state.find);
  if (!find.open) return null;
  return (
    <div className={styles.bar} role="search" aria-label="Find" data-pane="find" onKeyDown={close}>
      <Search size={15} aria-hidden />
      <input
        className={styles.query}
        aria-label="Find in the articles"
        placeholder="Find in the articles"
        spellCheck={false}
        value={find.query}
        onChange={(event) => changeFind({ query: event.target.value })}
        onKeyDown={step}
      />
      <select
        aria-label="Where to look"
        value={find.where}
        onChange={(event) => changeFind({ where: event.target.value as FindState['where'] })}
      >
        <option value="both">Both articles</option>
        <option value="left">Left article</option>
        <option value="right">Right article</option>
      </select>
      <Option name="matchCase" label="Match case" />
      <Option name="wholeWords" label="Whole words" />
      <Tally />
      <Button id="findPrevious" label="Previous match">
        <ChevronUp size={16} aria-hidden />
      </Button>
      <Button id="findNext" label="Next match">
        <ChevronDown size={16} aria-hidden />
      </Button>
      <button
        type="button"
        className={styles.button}
        aria-label="Close"
        title="Close (Esc)"
        onClick={() => closeFind(session())}
      >
        <X size={16} aria-hidden />
      </button>
    </div>
  );
}

function close(event: React.KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  closeFind(session());
}

function step(event: React.KeyboardEvent): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  run(event.shiftKey ? 'findPrevious' : 'findNext');
}

function Option({ name, label }: { name: 'matchCase' | 'wholeWords'; label: string }) {
  const on = useSession((state) => state.find[name]);
  return (
    <button
      type="button"
      className={styles.option}
      aria-pressed={on}
      onClick={() => changeFind({ [name]: !on })}
    >
      {label}
    </button>
  );
}

/** "3 of 17 · left 10, right 7", spoken as it changes. */
function Tally() {
  const text = useSession((state) => {
    const { query, where } = state.find;
    const { all, left, right } = foundNow(state);
    if (query.trim() === '') return '';
    if (all.length === 0) return 'Nothing found';
    const shares = where === 'both' ? ` · left ${number(left)}, right ${number(right)}` : '';
    return `${(currentFound(state) + 1).toLocaleString('en')} of ${number(all)}${shares}`;
  });
  return (
    <span className={styles.tally} aria-live="polite" data-nothing={text === 'Nothing found'}>
      {text}
    </span>
  );
}

function number({ length }: { readonly length: number }): string {
  return length.toLocaleString('en');
}

function Button({
  id,
  label,
  children,
}: {
  id: CommandId;
  label: string;
  children: React.ReactNode;
}) {
  const key = useKeyName(id);
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      title={key === null ? label : `${label} (${key})`}
      onClick={() => run(id)}
    >
      {children}
    </button>
  );
}
