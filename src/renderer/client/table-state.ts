import type { RowFilter, RowOrder } from '../../core/measure/annotation-rows';

/** The table of annotations: what it lists, and what is chosen in it. */
export interface TableState {
  readonly open: boolean;
  readonly filter: RowFilter;
  readonly order: RowOrder;
  /** The annotations that bulk actions are to change, by id; some may be gone or not be listed. */
  readonly chosen: ReadonlySet<string>;
}

/** The filter that wants every annotation. */
export const ALL_ROWS: RowFilter = {
  words: '',
  side: null,
  tag: null,
  speaker: null,
  saidIn: null,
};

export const CLOSED_TABLE: TableState = {
  open: false,
  filter: ALL_ROWS,
  order: { by: 'place', descending: false },
  chosen: new Set(),
};
