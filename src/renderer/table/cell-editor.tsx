import { useEffect, useRef } from 'react';
import {
  retag,
  setCertainty,
  setNote,
  setSpeaker,
  setStance,
  type Author,
} from '../../core/edit/build-edits';
import type { Edit } from '../../core/edit/edit';
import type { Annotation } from '../../core/model/annotation';
import { certaintySchema, stanceSchema } from '../../core/model/fields';
import { author, perform } from '../client/edits';
import { registerField } from '../client/pending-fields';
import { tagName } from '../client/words';
import { COLUMNS, type ColumnId } from './columns';
import styles from './table.module.css';

/** How an edited cell was left: saved or given up, and whether by a key, so that the focus goes back to the cell. */
export type Leave = (how: { readonly byKey: boolean }) => void;

type Field = 'tag' | 'speaker' | 'stance' | 'certainty' | 'note';

const SETTERS: Readonly<
  Record<Field, (annotation: Annotation, value: string, author: Author) => Edit>
> = {
  tag: retag,
  speaker: setSpeaker,
  stance: (annotation, value, by) => setStance(annotation, stanceSchema.parse(value), by),
  certainty: (annotation, value, by) => setCertainty(annotation, certaintySchema.parse(value), by),
  note: setNote,
};

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
  const field = column as Field;
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
    'aria-label': COLUMNS.find(({ id }) => id === field)?.label,
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
  const options = {
    tag: tags,
    stance: stanceSchema.options,
    certainty: certaintySchema.options,
    speaker: null,
    note: null,
  }[field];
  if (options)
    return (
      <select {...props}>
        {options.map((option) => (
          <option key={option} value={option}>
            {option === '' ? '–' : tagName(option)}
          </option>
        ))}
      </select>
    );
  return <input type="text" maxLength={field === 'note' ? 100_000 : 2_000} {...props} />;
}
