import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { LibraryEntry } from '../../ipc/contract';
import { deleteEntry, duplicateEntry, openComparison, renameEntry } from '../client/navigation';
import { offerExport } from '../client/exporting';
import { keepFocus } from '../client/focus';
import styles from './library.module.css';

/** What can be done with one comparison of the library. */
export function EntryMenu({ entry, onRename }: { entry: LibraryEntry; onRename: () => void }) {
  const actions: readonly { label: string; run: () => unknown }[] = [
    { label: 'Open', run: () => openComparison(entry.id) },
    { label: 'Open in New Window', run: () => window.diptych.openWindow(entry.id) },
    { label: 'Rename…', run: onRename },
    { label: 'Duplicate', run: () => duplicateEntry(entry) },
    { label: 'Export…', run: () => offerExport(entry.id) },
    { label: 'Delete', run: () => deleteEntry(entry) },
  ];
  return (
    <MenuTrigger>
      <Button
        className={styles.more ?? ''}
        // The right arrow leads here from the row.
        excludeFromTabOrder
        aria-label={`Actions for ${entry.title}`}
      >
        <Ellipsis size={16} aria-hidden />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Menu className={styles.menu ?? ''} aria-label={`Actions for ${entry.title}`}>
          {actions.map(({ label, run }) => (
            <MenuItem key={label} className={styles.item ?? ''} onAction={() => void run()}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** The comparison's title as a field: Enter or leaving it renames, Escape does not. */
export function RenameField({ entry, onDone }: { entry: LibraryEntry; onDone: () => void }) {
  const [title, setTitle] = useState(entry.title);
  const finish = async (keep: boolean) => {
    onDone();
    keepFocus();
    if (keep) await renameEntry(entry, title);
  };
  return (
    <input
      dir="auto"
      className={styles.rename}
      aria-label="Title of the comparison"
      value={title}
      maxLength={2_000}
      // The field appears because the user asked to rename: the focus belongs in it.
      ref={(element) => element?.focus()}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={() => void finish(true)}
      onKeyDown={(event) => {
        // The list must not take typed letters and arrows for its own.
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') void finish(true);
        if (event.key === 'Escape') void finish(false);
      }}
    />
  );
}
