import type { Events } from '../../ipc/contract';
import { openComparison, saveEverything, tell } from './navigation';
import { session, update } from './session';

/** Follows what main and the other windows tell, until the returned function is called. */
export function followWindows(): () => void {
  const { on } = window.diptych;
  const offs = [
    on('open', (opened) => {
      if (opened.ok) void openComparison(opened.value);
      else tell(opened.problem);
    }),
    on('closing', () => {
      void saveEverything().then((saved) => window.diptych.mayClose(saved));
    }),
    on('changed', takeEntry),
    on('recent', (recent) => update({ recent })),
    on('readOnly', (readOnly) => update({ readOnly })),
    on('settings', (settings) => update({ settings })),
    on('preferences', (preferences) => update({ preferences })),
  ];
  return () => {
    for (const off of offs) off();
  };
}

/** Puts a changed comparison into the library shown, or takes a deleted one out. */
function takeEntry({ id, entry }: Events['changed']): void {
  const { library } = session();
  if (!library) return;
  const others = library.entries.filter((each) => each.id !== id);
  update({ library: { ...library, entries: entry ? [...others, entry] : others } });
}
