import type { CommandId } from '../../ipc/commands';
import type { LibraryEntry } from '../../ipc/contract';
import type { Action } from './action';
import { deleteEntry, duplicateEntry, openComparison } from './navigation';
import { update, type Session } from './session';

/** The entry of the library that the user works on. */
export function currentEntry({ screen, library, entry }: Session): LibraryEntry | null {
  return (screen === 'library' && library?.entries.find(({ id }) => id === entry)) || null;
}

/** The id of the entry whose row an element lies in. */
export function entryOf(element: EventTarget | null): string | null {
  const row = element instanceof Element ? element.closest('[role="row"]') : null;
  return row?.querySelector<HTMLElement>('[data-entry]')?.dataset['entry'] ?? null;
}

function onEntry(run: (entry: LibraryEntry) => unknown): Action {
  return {
    enabled: (state) => currentEntry(state) !== null,
    run: (state) => {
      const entry = currentEntry(state);
      return entry && run(entry);
    },
  };
}

/** What the commands for the library's current entry do. */
export const ENTRY_ACTIONS = {
  openEntry: onEntry(({ id }) => openComparison(id)),
  openEntryInNewWindow: onEntry(({ id }) => window.diptych.openWindow(id)),
  renameEntry: onEntry(({ id }) => update({ renaming: id })),
  duplicateEntry: onEntry(duplicateEntry),
  deleteEntry: onEntry(deleteEntry),
} satisfies Partial<Record<CommandId, Action>>;
