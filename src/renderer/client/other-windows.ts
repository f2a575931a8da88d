import { SIDES } from '../../core/model/fields';
import type { Events, Left } from '../../ipc/contract';
import { takeProgress } from './batch';
import { isCorrectionBegun } from './correct';
import { noteProgress } from './exporting';
import { hasText } from './making';
import { openComparison, saveEverything, tell } from './navigation';
import { saveCopy } from './save-copy';
import { session, update } from './session';

/** How long saving may take before the user is asked whether to wait for it, in milliseconds. */
const SLOW = 2_000;

/** Follows what main and the other windows tell, until the returned function is called. */
export function followWindows(): () => void {
  const { on } = window.diptych;
  const offs = [
    on('open', (opened) => {
      if (opened.ok) void openComparison(opened.value);
      else tell(opened.problem);
    }),
    on('closing', (how) => {
      const safe = how === 'copy' ? saveCopy() : saveEverything();
      // A folder may take long to answer; this window does at once.
      const slow = how === 'save' && setTimeout(() => void window.diptych.mayClose('edits'), SLOW);
      void safe.then((isSafe) => {
        if (slow) clearTimeout(slow);
        void window.diptych.mayClose(isSafe ? begun() : 'edits');
      });
    }),
    on('changed', takeEntry),
    on('batch', takeProgress),
    on('exporting', noteProgress),
    on('recent', (recent) => update({ recent })),
    on('readOnly', (readOnly) => update({ readOnly })),
    on('settings', (settings) => update({ settings })),
    on('preferences', (preferences) => update({ preferences })),
  ];
  return () => {
    for (const off of offs) off();
  };
}

/** What was begun and is nowhere but in this window. */
function begun(): Left {
  if (isCorrectionBegun()) return 'correction';
  const { making } = session();
  return making && SIDES.some((side) => hasText(making[side])) ? 'comparison' : 'nothing';
}

/** How long changes are gathered: a batch makes many in a moment, and the list is long. */
const GATHER_MS = 50;
let gathered = new Map<string, Events['changed']['entry']>();

/** Puts a changed comparison into the library shown, or takes a deleted one out, soon. */
function takeEntry({ id, entry }: Events['changed']): void {
  if (gathered.size === 0) setTimeout(takeGathered, GATHER_MS);
  gathered.set(id, entry);
}

function takeGathered(): void {
  const changed = gathered;
  gathered = new Map();
  const { library } = session();
  if (!library) return;
  const others = library.entries.filter(({ id }) => !changed.has(id));
  const now = Array.from(changed.values()).filter((entry) => entry !== null);
  update({ library: { ...library, entries: [...others, ...now] } });
}
