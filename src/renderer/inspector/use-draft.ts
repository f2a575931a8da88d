import { useEffect, useRef, useState } from 'react';
import { announceTyping } from '../client/edits';
import { registerField } from '../client/pending-fields';
import { draftAfter, type Draft } from './draft';

/** How long typing may pause before what was typed is saved, in milliseconds. */
const PAUSE = 700;

/**
 * What is typed into a field, saved when typing pauses, when `save` is called, and before the window closes. The field
 * shows `value` again when `source`, what it is read from, changes and says something else than what was saved last.
 * `onChange` saves, and answers whether it could.
 */
export function useDraft(
  value: string,
  source: object,
  onChange: (value: string) => boolean,
): {
  readonly draft: string;
  readonly change: (draft: string) => void;
  readonly save: () => void;
} {
  const [shown, setShown] = useState(value);
  // A field may be left or saved in the same moment, before it is drawn again.
  const latest = useRef<Draft>({ text: value, saved: value });
  const give = useRef(onChange);
  give.current = onChange;
  const show = (draft: Draft) => {
    latest.current = draft;
    setShown(draft.text);
  };
  useEffect(() => show(draftAfter(latest.current, value)), [value, source]);

  const save = () => {
    const before = latest.current;
    if (before.text === before.saved) return;
    // Said at once: leaving the field right after must not save the same again.
    latest.current = { text: before.text, saved: before.text };
    if (!give.current(before.text)) latest.current = before;
  };
  useEffect(() => {
    const timer = setTimeout(save, PAUSE);
    return () => clearTimeout(timer);
  }, [shown]);
  useEffect(() => {
    const forget = registerField(save);
    return () => {
      forget();
      save();
    };
  }, []);
  const change = (typed: string) => {
    show({ ...latest.current, text: typed });
    announceTyping(typed !== latest.current.saved);
  };
  return { draft: shown, change, save };
}
