import { useEffect, useRef, useState } from 'react';
import { announceTyping } from '../client/edits';
import { registerField } from '../client/pending-fields';

/** How long typing may pause before what was typed is saved, in milliseconds. */
const PAUSE = 700;

/**
 * What is typed into a field, saved when typing pauses, when `save` is called, and before the window closes. The field
 * shows `value` again whenever that or `source`, what it is read from, changes.
 */
export function useDraft(
  value: string,
  source: object,
  onChange: (value: string) => void,
): {
  readonly draft: string;
  readonly change: (draft: string) => void;
  readonly save: () => void;
} {
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
  const change = (typed: string) => {
    setDraft(typed);
    // A field may be left in the same moment, before it is drawn again.
    latest.current = { ...latest.current, draft: typed };
    announceTyping(typed !== value);
  };
  return { draft, change, save };
}
