import type { Ref } from 'react';
import type { LibraryEntry } from '../../ipc/contract';
import { count, formatMoment } from '../client/words';
import { EntryMenu, RenameField } from './entry-menu';
import styles from './library.module.css';
import { SnippetLine } from './snippet-line';

/** One comparison of the library, at its place in the list. */
export function EntryRow({
  ref,
  entry,
  index,
  top,
  stop,
  sought,
  renaming,
  onRename,
}: {
  ref: Ref<HTMLDivElement>;
  entry: LibraryEntry;
  index: number;
  /** In CSS pixels. */
  top: number;
  /** Whether the Tab key stops here. */
  stop: boolean;
  /** What its texts were found to say; null when they were not. */
  sought: string | null;
  renaming: boolean;
  onRename: (id: string | null) => void;
}) {
  const { title, left, right, summary, modified } = entry;
  const outlets = [left.outlet || left.title, right.outlet || right.title].join(' — ');
  return (
    <div
      ref={ref}
      role="row"
      className={styles.entry}
      style={{ top }}
      data-index={index}
      aria-label={title}
      aria-rowindex={index + 1}
      tabIndex={stop ? 0 : -1}
    >
      <div role="gridcell" className={styles.row} data-entry={entry.id}>
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
            {sought !== null && <SnippetLine id={entry.id} query={sought} />}
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
    </div>
  );
}
