import type { Events } from '../../ipc/contract';
import type { Workspace } from '../store/workspace';
import type { AppWindow } from '../windows';

/** Each window's last search, which its next one ends. */
const searches = new WeakMap<AppWindow, AbortController>();

/** How often a window is told how far the reading is, in milliseconds. */
const TELL_AFTER = 200;

/** Searches the texts for a window; null when the window searches for something else meanwhile. */
export async function searchTexts(
  workspace: Workspace,
  own: AppWindow,
  query: string,
  tell: (reading: Events['reading']) => void,
): Promise<readonly string[] | null> {
  searches.get(own)?.abort();
  const search = new AbortController();
  searches.set(own, search);
  let told = Date.now();
  const onRead = (done: number, total: number) => {
    if (Date.now() - told < TELL_AFTER) return;
    told = Date.now();
    tell({ done, total });
  };
  try {
    return await workspace.searchTexts(query, { signal: search.signal, onRead });
  } catch (error) {
    if (search.signal.aborted) return null;
    throw error;
  }
}
