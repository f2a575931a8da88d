/** What saves the fields that hold typed text, each by its own function. */
const savers = new Set<() => void>();

/** Has `save` called whenever typed text must not wait any longer, until the returned function is called. */
export function registerField(save: () => void): () => void {
  savers.add(save);
  return () => {
    savers.delete(save);
  };
}

/** Saves what is typed in fields but not saved yet: before a command runs, or the comparison or the window is left. */
export function flushFields(): void {
  for (const save of savers) save();
}
