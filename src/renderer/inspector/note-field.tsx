import { focusArticle, type FieldName } from '../client/focus';
import { session } from '../client/session';
import styles from './inspector.module.css';
import { useDraft } from './use-draft';

/** A field of several lines whose value is saved when typing pauses, when it is left, and before the window closes. */
export function NoteField({
  label,
  name,
  value,
  source,
  placeholder,
  onChange,
}: {
  label: string;
  name: FieldName;
  value: string;
  /** What the value is read from. */
  source: object;
  placeholder: string;
  /** Saves, and answers whether it could. */
  onChange: (value: string) => boolean;
}) {
  const { draft, change, save } = useDraft(value, source, onChange);
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <textarea
        dir="auto"
        rows={2}
        maxLength={100_000}
        value={draft}
        placeholder={placeholder}
        data-field={name}
        onChange={(event) => change(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          save();
          focusArticle(session().side);
        }}
      />
    </label>
  );
}
