import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { LibraryEntry } from '../../ipc/contract';
import { openComparison } from '../client/navigation';
import { update, useSession } from '../client/session';
import { EntryRow } from './entry-row';
import styles from './library.module.css';
import { rowAfter, typedRow } from './row-after';

/** What a row counts as until it is measured, in rem. */
const ROW = 4.1;
/** How long nothing is typed before letters begin another word, in milliseconds. */
const PAUSE = 1_000;

/**
 * The comparisons in rows, drawn where they can be seen, with their places told to assistive technology. One stop of the
 * Tab key: arrows, Page, Home and End go from row to row, letters to the next title that begins with them, and the right
 * arrow to a row's menu.
 */
export function EntryList({
  entries,
  sought,
}: {
  entries: readonly LibraryEntry[];
  /** The words looked for in an entry's texts, if they are there. */
  sought: (entry: LibraryEntry) => string | null;
}) {
  const grid = useRef<HTMLDivElement>(null);
  const renaming = useSession((state) => state.renaming);
  const [last, setLast] = useState({ id: '', index: 0 });
  const focusWanted = useRef(false);
  const typed = useRef({ letters: '', at: 0 });

  const places = useMemo(() => new Map(entries.map(({ id }, index) => [id, index])), [entries]);
  // When the row is gone, the one in its place.
  const here = places.get(last.id) ?? Math.min(last.index, entries.length - 1);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW * parseFloat(getComputedStyle(document.documentElement).fontSize),
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 6,
    // The row with the focus stays, or the focus would be lost when it is scrolled away.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), here])].toSorted((a, b) => a - b),
  });

  const renamed = renaming === null ? undefined : places.get(renaming);
  useEffect(() => {
    if (renamed !== undefined) virtual.scrollToIndex(renamed);
  }, [renamed, virtual]);

  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    const row = grid.current?.querySelector<HTMLElement>(`[aria-rowindex="${here + 1}"]`);
    if (!row) return;
    focusWanted.current = false;
    row.focus({ preventScroll: true });
  });

  const goTo = (index: number) => {
    const entry = entries[index];
    if (!entry) return;
    focusWanted.current = true;
    setLast({ id: entry.id, index });
    virtual.scrollToIndex(index);
  };

  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[role="row"]');
    const inRow = target === row;
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / row.offsetHeight) - 1);
    const next = rowAfter(event.key, here, { rows: entries.length, page });
    if (next !== null) goTo(next);
    else if (event.key === 'Enter' && inRow) void openComparison(entries[here]?.id ?? '');
    else if (event.key === 'ArrowRight' && inRow) row.querySelector('button')?.focus();
    else if (event.key === 'ArrowLeft' && !inRow) row.focus();
    else if (event.key.length === 1 && inRow) {
      const { letters, at } = typed.current;
      const now = (event.timeStamp - at > PAUSE ? '' : letters) + event.key;
      if (now === ' ') return;
      typed.current = { letters: now, at: event.timeStamp };
      goTo(typedRow(entries, now, here) ?? here);
    } else return;
    event.preventDefault();
  };

  const entryOf = (target: EventTarget): LibraryEntry | undefined => {
    const row = (target as HTMLElement).closest('[role="row"]');
    return entries[Number(row?.getAttribute('aria-rowindex')) - 1];
  };

  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      className={styles.list}
      data-pane="list"
      aria-label="Comparisons"
      aria-rowcount={entries.length}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const entry = entryOf(target);
        if (entry) setLast({ id: entry.id, index: places.get(entry.id) ?? 0 });
      }}
      onClick={({ target }) => {
        const entry = entryOf(target);
        const inControl = (target as HTMLElement).closest('button, input');
        if (entry && !inControl) void openComparison(entry.id);
      }}
    >
      <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const entry = entries[index];
          return (
            entry && (
              <EntryRow
                key={key}
                ref={virtual.measureElement}
                entry={entry}
                index={index}
                top={start}
                stop={index === here}
                sought={sought(entry)}
                renaming={renaming === entry.id}
                onRename={(id) => update({ renaming: id })}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
