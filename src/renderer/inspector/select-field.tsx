import { focusArticle, type FieldName } from '../client/focus';
import { session } from '../client/session';
import { tagName } from '../client/words';
import styles from './inspector.module.css';

/** One of a few values, '' for none of them, chosen from a list; Enter and Escape lead back to the article. */
export function SelectField<T extends string>({
  label,
  name,
  hint,
  value,
  options,
  onChange,
}: {
  label: string;
  name: FieldName;
  /** What is asked, for who hovers over the field. */
  hint: string;
  value: T;
  options: readonly T[];
  onChange: (value: T) => void;
}) {
  return (
    <label className={styles.field} title={hint}>
      <span>{label}</span>
      <select
        value={value}
        data-field={name}
        onChange={(event) => onChange(event.target.value as T)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          focusArticle(session().side);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {option === '' ? '–' : tagName(option)}
          </option>
        ))}
      </select>
    </label>
  );
}
