import { deleteAnnotations, retagAll } from '../../core/edit/build-bulk-edits';
import type { RowFilter, RowKey, RowOrder } from '../../core/measure/annotation-rows';
import type { Annotation } from '../../core/model/annotation';
import { author, perform } from './edits';
import { focusArticle, focusTable } from './focus';
import { session, update, type Session } from './session';
import { ALL_ROWS, type TableState } from './table-state';

function change(part: Partial<TableState>): void {
  update({ table: { ...session().table, ...part } });
}

/** Opens the table of annotations and leads there, or closes it. */
export function toggleTable({ table, side }: Session): void {
  change({ open: !table.open });
  if (table.open) focusArticle(side);
  else focusTable();
}

/** Changes which annotations the table lists. */
export function filterTable(part: Partial<RowFilter>): void {
  change({ filter: { ...session().table.filter, ...part } });
}

/** Lists all annotations again. */
export function clearFilter(): void {
  change({ filter: ALL_ROWS });
}

/** Sorts the table by a column; by the one it is sorted by, the other way round. */
export function sortTable(by: RowKey): void {
  const { order } = session().table;
  const next: RowOrder = { by, descending: order.by === by && !order.descending };
  change({ order: next });
}

/** Chooses the annotations that bulk actions are to change. */
export function chooseRows(ids: Iterable<string>): void {
  change({ chosen: new Set(ids) });
}

/** Chooses an annotation beside those that are, or lets go of it. */
export function toggleRow(id: string): void {
  const chosen = new Set(session().table.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  change({ chosen });
}

/** Deletes annotations and their links, as one step. */
export function deleteRows(annotations: readonly Annotation[]): void {
  const { comparison } = session();
  const edit = comparison && deleteAnnotations(comparison, annotations);
  if (edit && perform(edit)) chooseRows([]);
}

/** Gives annotations a tag, as one step. */
export function retagRows(annotations: readonly Annotation[], tag: string): void {
  const edit = retagAll(annotations, tag, author());
  if (edit) perform(edit);
}
