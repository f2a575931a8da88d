import { useEffect, useRef } from 'react';
import { retag, setNote, setSpeaker } from '../../core/edit/build-edits';
import type { Annotation } from '../../core/model/annotation';
import { author, perform } from '../client/edits';
import { registerField } from '../client/pending-fields';
import { tagName } from '../client/words';
import type { ColumnId } from './columns';
import styles from './table.module.css';

/** How an edited cell was left: saved or given up, and whether by a key, so that the focus goes back to the cell. */
export type Leave = (how: { readonly byKey: boolean }) => void;

const SETTERS = { speaker: setSpeaker, note: setNote, tag: retag } as const;

/** A cell being edited: Enter saves, Escape gives up, leaving it saves. */
export function CellEditor({
  annotation,
  column,
  tags,
  onLeave,
}: {
  annotation: Annotation;
  column: ColumnId;
  tags: readonly string[];
  onLeave: Leave;
}) {
  const field = column as keyof typeof SETTERS;
  const value = annotation[field];
  const element = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const latest = useRef({ annotation, saved: value });
  latest.current = { ...latest.current, annotation };
  const save = () => {
    const { annotation: edited, saved } = latest.current;
    const draft = element.current?.value ?? saved;
    if (draft === saved) return;
    // Said at once: leaving the cell right after must not save the same again.
    latest.current = { ...latest.current, saved: draft };
    perform(SETTERS[field](edited, draft, author()));
  };
  useEffect(() => {
    element.current?.focus();
    element.current?.select?.();
  }, []);
  useEffect(() => registerField(save));
  const props = {
    ref: element,
    className: styles.editor,
    'aria-label': field === 'tag' ? 'Tag' : field === 'note' ? 'Note' : 'Speaker',
    defaultValue: value,
    onBlur: () => {
      save();
      onLeave({ byKey: false });
    },
    onKeyDown: (event: React.KeyboardEvent) => {
      event.stopPropagation();
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Escape' && element.current) element.current.value = latest.current.saved;
      if (event.key !== 'Escape' && event.key !== 'Enter') return;
      event.preventDefault();
      save();
      onLeave({ byKey: true });
    },
  };
  if (field === 'tag')
    return (
      <select {...props}>
        {tags.map((tag) => (
          <option key={tag} value={tag}>
            {tagName(tag)}
          </option>
        ))}
      </select>
    );
  return <input type="text" maxLength={field === 'note' ? 100_000 : 2_000} {...props} />;
}
