import { Plus, Search, Share, Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { LibraryEntry } from '../../ipc/contract';
import { handleKey } from '../client/keys';
import { entryOf } from '../client/library-entry';
import { update, useSession } from '../client/session';
import { count } from '../client/words';
import { ConflictedCopies } from './conflicted-copies';
import { CommandButton } from './command-button';
import { DropTarget } from './drop-target';
import { EmptyLibrary } from './empty-library';
import { EntryList } from './entry-list';
import { ORDERS, sortEntries, type OrderId } from './sort-entries';
import { useSearch, type Search as Found } from './use-search';
import styles from './library.module.css';

/** The comparisons of the workspace: to search, sort, open, rename, duplicate and delete. */
export function Library() {
  const library = useSession((state) => state.library);
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<OrderId>('modified');
  const entries = library?.entries ?? NONE;
  const sorted = useMemo(() => sortEntries(entries, order), [entries, order]);
  const found = useSearch(sorted, query);
  if (!library) return null;
  return (
    <DropTarget>
      <main
        className={styles.library}
        onFocusCapture={noteEntry}
        onKeyDownCapture={takeModifiedEnter}
        onAuxClick={(event) => {
          const id = event.button === MIDDLE && entryOf(event.target);
          if (id) void window.diptych.openWindow(id);
        }}
      >
        <header className={styles.header} data-pane="toolbar">
          <h1>Library</h1>
          {library.entries.length > 0 && (
            <>
              <label className={styles.search}>
                <Search size={15} aria-hidden />
                <input
                  type="search"
                  aria-label="Search comparisons"
                  placeholder="Search titles and texts"
                  value={query}
                  maxLength={2_000}
                  onChange={(event) => setQuery(event.target.value)}
                />
              </label>
              <label className={styles.sort}>
                Sort by
                <select value={order} onChange={(event) => setOrder(event.target.value as OrderId)}>
                  {Object.entries(ORDERS).map(([id, { label }]) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            </>
          )}
          <span className={styles.space} />
          {library.entries.length > 0 && (
            <CommandButton id="exportAll">
              <Share size={15} aria-hidden /> Export everything…
            </CommandButton>
          )}
          <CommandButton id="importComparison">
            <Upload size={15} aria-hidden /> Import…
          </CommandButton>
          {library.entries.length > 0 && (
            <CommandButton id="newComparison" primary>
              <Plus size={15} aria-hidden /> New comparison
            </CommandButton>
          )}
        </header>
        {library.unreadable.map(({ file, problem }) => (
          <p key={file} className={styles.unreadable} role="alert">
            {problem}
          </p>
        ))}
        <ConflictedCopies library={library} />
        {library.recovered.map(({ file, report }) => (
          <p key={file} className={styles.recovered} role="alert">
            {report}
          </p>
        ))}
        {library.entries.length === 0 ? (
          <EmptyLibrary />
        ) : found.entries.length === 0 ? (
          <p className={styles.nothing} data-pane="list">
            {found.searching ? searchingWords(found) : `No comparison matches “${query}”.`}
          </p>
        ) : (
          <EntryList
            key={`${order} ${found.query}`}
            entries={found.entries}
            sought={(entry) => (found.inTexts.has(entry.id) ? found.query : null)}
          />
        )}
        <footer className={styles.footer}>
          {library.entries.length > 0 && (
            <span aria-live="polite">{countWords(found, library.entries.length)}</span>
          )}
          <span>Workspace: {library.folder}</span>
        </footer>
      </main>
    </DropTarget>
  );
}

const MIDDLE = 1;
const NONE: readonly LibraryEntry[] = [];

/** How many comparisons there are, or how many match and whether more are looked for. */
function countWords(found: Found, all: number): string {
  if (found.query === '') return count(all, 'comparison');
  const matching = `${found.entries.length.toLocaleString('en')} of ${count(all, 'comparison')}`;
  return found.searching ? `${matching}. ${searchingWords(found)}` : matching;
}

function searchingWords({ searching }: Found): string {
  const reading = searching?.reading;
  if (!reading) return 'Searching the texts…';
  const [done, total] = [reading.done, reading.total].map((each) => each.toLocaleString('en'));
  return `Reading texts not searched before: ${done} of ${total}…`;
}

/** The commands for an entry are about the one that has the focus; menus and dialogs over the library leave it. */
function noteEntry({ currentTarget, target }: React.FocusEvent): void {
  if (currentTarget.contains(target)) update({ entry: entryOf(target) });
}

/** The list would take Enter for its own, whatever is held down with it. */
function takeModifiedEnter(event: React.KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  handleKey(event.nativeEvent);
  if (event.nativeEvent.defaultPrevented) event.stopPropagation();
}
