import { useEffect, useRef, useState } from 'react';
import { focusArticle } from '../client/focus';
import { announceTyping } from '../client/edits';
import { registerField } from '../client/pending-fields';
import { session } from '../client/session';
import styles from './inspector.module.css';

/** How long typing may pause before what was typed is saved, in milliseconds. */
const PAUSE = 700;

/** A field whose value is saved when typing pauses, when it is left, and before the window closes. */
export function TextField({
  label,
  name,
  value,
  source,
  placeholder,
  multiline = false,
  onChange,
}: {
  label: string;
  name: 'speaker' | 'note';
  value: string;
  /** What the value is read from: when it changes, the field shows the value again. */
  source: object;
  placeholder: string;
  multiline?: boolean;
  onChange: (value: string) => void;
}) {
  const [draft, setDraft] = useState(value);
  const latest = useRef({ draft, value, onChange });
  latest.current = { draft, value, onChange };
  // What undo or main changed replaces what stands in the field.
  useEffect(() => setDraft(value), [value, source]);

  const save = () => {
    const now = latest.current;
    if (now.draft === now.value) return;
    // Said at once: leaving the field right after must not save the same again.
    latest.current = { ...now, value: now.draft };
    now.onChange(now.draft);
  };
  useEffect(() => {
    const timer = setTimeout(save, PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const forget = registerField(save);
    return () => {
      forget();
      save();
    };
  }, []);

  const props = {
    value: draft,
    placeholder,
    'data-field': name,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setDraft(event.target.value);
      announceTyping(event.target.value !== value);
    },
    onBlur: save,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Escape' || (event.key === 'Enter' && !multiline)) {
        event.preventDefault();
        save();
        focusArticle(session().side);
      }
    },
  };
  return (
    <label className={styles.field}>
      <span>{label}</span>
      {multiline ? (
        <textarea dir="auto" rows={2} maxLength={100_000} {...props} />
      ) : (
        <input dir="auto" type="text" maxLength={2_000} {...props} />
      )}
    </label>
  );
}
