import type { RowKey } from '../../core/measure/annotation-rows';

/** A column of the table; its heading sorts by `sort`. */
export interface Column {
  readonly id: 'chosen' | RowKey;
  readonly label: string;
  /** Whether its cells can be edited in place. */
  readonly edits?: true;
}

/** The columns of the table of annotations, from left to right. */
export const COLUMNS: readonly Column[] = [
  { id: 'chosen', label: 'Chosen' },
  { id: 'place', label: 'Article' },
  { id: 'tag', label: 'Tag', edits: true },
  { id: 'text', label: 'Text' },
  { id: 'speaker', label: 'Speaker', edits: true },
  { id: 'stance', label: 'Stance', edits: true },
  { id: 'certainty', label: 'Certainty', edits: true },
  { id: 'note', label: 'Note', edits: true },
  { id: 'saidIn', label: 'Said in' },
  { id: 'modified', label: 'Changed' },
];

export type ColumnId = Column['id'];
