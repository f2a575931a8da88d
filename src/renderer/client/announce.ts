import { create } from 'zustand';
import { onShown, type Session } from './session';
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

/**
 * Has what the user does said, once for each action however many changes it makes, until the returned function is called.
 * With what is shown: words for a screen reader are laid out like all others, and must not hold up what an edit paints.
 */
export function announceChanges(): () => void {
  let before: Session | null = null;
  let now: Session | null = null;
  return onShown((state, previous) => {
    now = state;
    if (before) return;
    before = previous;
    queueMicrotask(() => {
      const text = before && now && sayChange(before, now);
      before = null;
      if (text) announce(text);
    });
  });
}
