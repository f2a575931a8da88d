import { Plus, Search, Share, Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import type { LibraryEntry } from '../../ipc/contract';
import { run } from '../client/commands';
import { openComparison } from '../client/navigation';
import { handleKey } from '../client/keys';
import { entryOf } from '../client/library-entry';
import { update, useSession } from '../client/session';
import { count, formatMoment } from '../client/words';
import { DropTarget } from './drop-target';
import { EmptyLibrary } from './empty-library';
import { EntryMenu, RenameField } from './entry-menu';
import { filterEntries, ORDERS, type OrderId } from './filter-entries';
import styles from './library.module.css';

/** The comparisons of the workspace: to search, sort, open, rename, duplicate and delete. */
export function Library() {
  const library = useSession((state) => state.library);
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<OrderId>('modified');
  const renaming = useSession((state) => state.renaming);
  const entries = library?.entries;
  const shown = useMemo(() => filterEntries(entries ?? [], query, order), [entries, query, order]);
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
                  placeholder="Search titles and outlets"
                  value={query}
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
            <button type="button" className={styles.button} onClick={() => run('exportAll')}>
              <Share size={15} aria-hidden /> Export everything…
            </button>
          )}
          <button type="button" className={styles.button} onClick={() => run('importComparison')}>
            <Upload size={15} aria-hidden /> Import…
          </button>
          {library.entries.length > 0 && (
            <button type="button" className={styles.primary} onClick={() => run('newComparison')}>
              <Plus size={15} aria-hidden /> New comparison
            </button>
          )}
        </header>
        {library.unreadable.map(({ file, problem }) => (
          <p key={file} className={styles.unreadable} role="alert">
            {problem}
          </p>
        ))}
        {library.recovered.map(({ file, report }) => (
          <p key={file} className={styles.recovered} role="alert">
            {report}
          </p>
        ))}
        {library.entries.length === 0 ? (
          <EmptyLibrary />
        ) : (
          <GridList
            aria-label="Comparisons"
            className={styles.list ?? ''}
            data-pane="list"
            items={shown}
            dependencies={[renaming]}
            // While a title is typed, the arrows are the field's.
            keyboardNavigationBehavior={renaming === null ? 'arrow' : 'tab'}
            onAction={(id) => void openComparison(String(id))}
            renderEmptyState={() => (
              <p className={styles.nothing}>No comparison matches “{query}”.</p>
            )}
          >
            {(entry) => (
              <Entry
                entry={entry}
                renaming={renaming === entry.id}
                onRename={(id) => update({ renaming: id })}
              />
            )}
          </GridList>
        )}
        <footer className={styles.footer}>
          {library.entries.length > 0 && <span>{count(library.entries.length, 'comparison')}</span>}
          <span>Workspace: {library.folder}</span>
        </footer>
      </main>
    </DropTarget>
  );
}

const MIDDLE = 1;

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

function Entry({
  entry,
  renaming,
  onRename,
}: {
  entry: LibraryEntry;
  renaming: boolean;
  onRename: (id: string | null) => void;
}) {
  const { title, left, right, summary, modified } = entry;
  const outlets = [left.outlet || left.title, right.outlet || right.title].join(' — ');
  return (
    <GridListItem id={entry.id} className={styles.entry ?? ''} textValue={title}>
      <div className={styles.row} data-entry={entry.id}>
        {renaming ? (
          <RenameField entry={entry} onDone={() => onRename(null)} />
        ) : (
          <div className={styles.names}>
            <span className={styles.title} dir="auto" title={title}>
              {title}
            </span>
            <span className={styles.outlets} dir="auto" title={outlets}>
              {outlets}
            </span>
          </div>
        )}
        <span className={styles.counts}>
          <span data-tag="claim">{count(summary.claims, 'claim')}</span>
          <span data-tag="quote">{count(summary.quotes, 'quote')}</span>
          <span data-tag="link">{count(summary.links, 'link')}</span>
        </span>
        <time className={styles.time} dateTime={modified}>
          {formatMoment(modified)}
        </time>
        <EntryMenu entry={entry} onRename={() => onRename(entry.id)} />
      </div>
    </GridListItem>
  );
}
