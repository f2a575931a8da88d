import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { openDropped } from '../client/dropping';
import styles from './library.module.css';

/** Takes files dropped anywhere on a screen. */
export function DropTarget({
  children,
  onFiles = openDropped,
  hint = 'Drop two article files to compare them, or a .diptych.json file to import it',
}: {
  children: ReactNode;
  /** Is given the files and the element they were dropped on. */
  onFiles?: (files: readonly File[], on: Element) => unknown;
  hint?: string;
}) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  return (
    <div
      className={styles.drop}
      data-over={over}
      onDragEnter={(event) => {
        if (!holdsFiles(event)) return;
        depth.current++;
        setOver(true);
      }}
      onDragLeave={() => {
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      }}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        // Dragged text is for the field it is dropped on.
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        void onFiles([...event.dataTransfer.files], event.target as Element);
      }}
    >
      {children}
      {over && <p className={styles.dropHint}>{hint}</p>}
    </div>
  );
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}
