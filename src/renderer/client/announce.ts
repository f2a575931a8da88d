import { create } from 'zustand';
import { onChange, session, type Session } from './session';
import { sayChange } from './spoken';

/** What a screen reader is told next; `turn` tells the same words said twice from words said once. */
export const useAnnouncement = create<{ readonly text: string; readonly turn: number }>(() => ({
  text: '',
  turn: 0,
}));

/** Has a screen reader say something, when it has finished what it says. */
export function announce(text: string): void {
  useAnnouncement.setState(({ turn }) => ({ text, turn: turn + 1 }));
}

/** Has what the user does said, once for each action however many changes it makes, until the returned function is called. */
export function announceChanges(): () => void {
  let before: Session | null = null;
  return onChange((_state, previous) => {
    if (before) return;
    before = previous;
    queueMicrotask(() => {
      const text = before && sayChange(before, session());
      before = null;
      if (text) announce(text);
    });
  });
}
