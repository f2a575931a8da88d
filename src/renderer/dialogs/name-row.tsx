import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { TAG_COLOURS, type TagColour } from '../../core/model/settings';
import { keyFrom, type Fault, type NameDraft, type TagDraft } from '../client/tag-drafts';
import { tagName } from '../client/words';
import styles from './tags-dialog.module.css';

/** A tag or relation of one's own in the dialog: its name, what else it has, its place, and what keeps it from being saved. */
export function NameRow({
  noun,
  draft,
  drafts,
  fault,
  colour,
  children,
  onChange,
  onMove,
  onDelete,
}: {
  noun: 'tag' | 'relation';
  draft: NameDraft;
  drafts: readonly NameDraft[];
  fault: Fault | undefined;
  colour?: TagColour;
  children?: ReactNode;
  onChange: (part: { readonly name: string }) => void;
  onMove: (by: 1 | -1) => void;
  onDelete: () => void;
}) {
  const { id, name } = draft;
  const at = drafts.indexOf(draft);
  const called = name.trim() || `new ${noun}`;
  const move = (by: 1 | -1) => {
    flushSync(() => onMove(by));
    // Moving a row on the page takes the focus from its buttons.
    focusIn(id, by === 1 ? 'down' : 'up');
  };
  const remove = () => {
    const next = drafts[at + 1] ?? drafts[at - 1];
    flushSync(onDelete);
    if (next) focusIn(next.id, 'name');
    else document.querySelector<HTMLElement>(`[data-add="${noun}"] button`)?.focus();
  };
  return (
    <li data-colour={colour} data-row={id}>
      <div className={styles.row}>
        {colour && (
          <span className={styles.sample} aria-hidden>
            Abc
          </span>
        )}
        <input
          className={styles.name}
          aria-label={`Name of the ${noun}`}
          {...faultOf(fault, id, 'name')}
          placeholder={noun === 'tag' ? 'For instance: figure' : 'For instance: contradicts'}
          maxLength={100}
          value={name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        {children}
        <MoveButton part="up" called={called} possible={at > 0} onPress={() => move(-1)} />
        <MoveButton
          part="down"
          called={called}
          possible={at < drafts.length - 1}
          onPress={() => move(1)}
        />
        <button
          type="button"
          className={styles.icon}
          aria-label={`Delete ${called}`}
          title="Delete"
          onClick={remove}
        >
          <Trash2 size={14} aria-hidden />
        </button>
      </div>
      {/* Always there, so that what comes into it is spoken. */}
      <p id={`fault-${id}`} className={styles.problem} aria-live="polite">
        {fault?.text}
      </p>
    </li>
  );
}

/** The colour and the key of a tag of one's own. */
export function TagFields({
  draft: { id, name, colour, key },
  fault,
  onChange,
}: {
  draft: TagDraft;
  fault: Fault | undefined;
  onChange: (part: Partial<TagDraft>) => void;
}) {
  const called = name.trim() || 'new tag';
  return (
    <>
      <select
        aria-label={`Colour of ${called}`}
        value={colour}
        onChange={({ target }) => {
          const chosen = TAG_COLOURS.find((each) => each === target.value);
          if (chosen) onChange({ colour: chosen });
        }}
      >
        {TAG_COLOURS.map((each) => (
          <option key={each} value={each}>
            {tagName(each)}
          </option>
        ))}
      </select>
      <label className={styles.key}>
        Key
        <input
          aria-label={`Key of ${called}: a letter or digit`}
          {...faultOf(fault, id, 'key')}
          placeholder="none"
          value={key}
          onFocus={(event) => event.target.select()}
          onChange={(event) => onChange({ key: keyFrom(event.target.value) })}
        />
      </label>
    </>
  );
}

function MoveButton({
  part,
  called,
  possible,
  onPress,
}: {
  part: 'up' | 'down';
  called: string;
  possible: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      className={styles.icon}
      aria-label={`Move ${called} ${part}`}
      title={`Move ${part}`}
      aria-disabled={!possible}
      data-part={part}
      onClick={() => {
        if (possible) onPress();
      }}
    >
      {part === 'up' ? <ArrowUp size={14} aria-hidden /> : <ArrowDown size={14} aria-hidden />}
    </button>
  );
}

/** What tells a field, and assistive technology, that it holds what keeps the row from being saved. */
function faultOf(fault: Fault | undefined, id: number, part: Fault['part']) {
  const faulty = fault?.part === part;
  return {
    'data-part': part,
    'aria-invalid': faulty,
    'aria-describedby': faulty ? `fault-${id}` : undefined,
  };
}

/** Puts the focus on a part of a tag's or relation's row. */
export function focusIn(id: number, part: Fault['part'] | 'up' | 'down'): void {
  document.querySelector<HTMLElement>(`[data-row="${id}"] [data-part="${part}"]`)?.focus();
}
