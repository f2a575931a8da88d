import type { ArticleDetails } from '../../core/model/article';
import styles from './new-comparison.module.css';

const FIELDS = [
  { name: 'title', label: 'Title', type: 'text' },
  { name: 'outlet', label: 'Outlet', type: 'text' },
  { name: 'author', label: 'Author', type: 'text' },
  { name: 'date', label: 'Date', type: 'date' },
  { name: 'language', label: 'Language', type: 'text' },
  { name: 'url', label: 'URL', type: 'text' },
] as const;

const HINTS: Partial<Record<keyof ArticleDetails, string>> = {
  url: 'https://…',
  language: 'en, uk, ar …',
};

/** What is known about an article, as fields. */
export function ArticleFields({
  details,
  onChange,
  titleHint = '',
}: {
  details: ArticleDetails;
  onChange: (part: Partial<ArticleDetails>) => void;
  titleHint?: string;
}) {
  return (
    <div className={styles.fields}>
      {FIELDS.map(({ name, label, type }) => (
        <label key={name} data-name={name}>
          {label}
          <input
            dir="auto"
            type={type}
            name={name}
            value={details[name]}
            maxLength={name === 'language' ? 35 : 2_000}
            placeholder={name === 'title' ? titleHint : (HINTS[name] ?? '')}
            // A year of five digits is no date that Diptych can keep.
            max={type === 'date' ? '9999-12-31' : undefined}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}
