import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { AnnotationRow, RowOrder } from '../../core/measure/annotation-rows';
import { focusArticle } from '../client/focus';
import { pickAnnotation } from '../client/picks';
import { currentAnnotation, useSession } from '../client/session';
import { chooseRows, deleteRows, sortTable, toggleRow } from '../client/table';
import { cellAfter } from './cell-after';
import { COLUMNS, type Column, type ColumnId } from './columns';
import { TableRow } from './table-row';
import styles from './table.module.css';

/** Height of a row, in rem. */
const ROW = 2;
/** The column that the keyboard begins in. */
const TEXT = COLUMNS.findIndex(({ id }) => id === 'text');

/**
 * Annotations in rows, drawn where they can be seen. One stop of the Tab key; the arrows go from cell to cell, and the
 * row they come to is picked in its article.
 */
export function TableGrid({
  rows,
  order,
  chosen,
  tags,
}: {
  rows: readonly AnnotationRow[];
  order: RowOrder;
  chosen: ReadonlySet<string>;
  tags: readonly string[];
}) {
  const grid = useRef<HTMLDivElement>(null);
  const picked = useSession((state) => currentAnnotation(state)?.id ?? null);
  const [column, setColumn] = useState(TEXT);
  const [editing, setEditing] = useState<ColumnId | null>(null);
  const [lastRow, setLastRow] = useState<string | null>(null);
  // Where a range of chosen rows begins.
  const anchor = useRef<number | null>(null);
  const focusWanted = useRef(false);

  const places = useMemo(
    () => new Map(rows.map(({ annotation }, index) => [annotation.id, index])),
    [rows],
  );
  const here = places.get(picked ?? '') ?? places.get(lastRow ?? '') ?? 0;
  const height = ROW * parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.annotation.id ?? index,
    overscan: 10,
    scrollPaddingStart: height,
    // The row with the focus stays, or the focus would be lost when it is scrolled away.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), here])]
        .filter((index) => index < rows.length)
        .toSorted((a, b) => a - b),
  });

  useEffect(() => {
    const index = picked === null ? undefined : places.get(picked);
    if (index !== undefined) virtual.scrollToIndex(index);
  }, [picked, places, virtual]);
  useEffect(() => virtual.measure(), [height, virtual]);

  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    const id = rows[here]?.annotation.id;
    const cell = grid.current?.querySelector<HTMLElement>(
      `[data-row="${id}"] > [data-column="${COLUMNS[column]?.id}"]`,
    );
    if (!cell) return;
    focusWanted.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const goTo = (index: number, nextColumn: number) => {
    const id = rows[index]?.annotation.id;
    if (id === undefined) return;
    focusWanted.current = true;
    setColumn(nextColumn);
    setLastRow(id);
    virtual.scrollToIndex(index);
    if (id !== picked) pickAnnotation(id);
  };
  const chooseTo = (index: number) => {
    anchor.current ??= here;
    const [first, last] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
    chooseRows(rows.slice(first, last + 1).map(({ annotation }) => annotation.id));
  };
  const onLeave = useCallback(({ byKey }: { readonly byKey: boolean }) => {
    focusWanted.current = byKey;
    setEditing(null);
  }, []);

  const act = (row: AnnotationRow, id: ColumnId) => {
    if (COLUMNS.find((each) => each.id === id)?.edits) setEditing(id);
    else if (id === 'chosen') toggleRow(row.annotation.id);
    else if (id === 'saidIn' && row.partners[0]) pickAnnotation(row.partners[0].id);
    else focusArticle(row.annotation.side);
  };

  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const row = rows[here];
    const inCell = event.target instanceof HTMLElement && event.target.matches('[role="gridcell"]');
    if (!row || !inCell || event.altKey) return;
    const main = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / height) - 2);
    const size = { rows: rows.length, columns: COLUMNS.length, page };
    const next = cellAfter(event.key, main, { row: here, column }, size);
    if (next) {
      if (!event.shiftKey) anchor.current = null;
      else if (next.row !== here) chooseTo(next.row);
      goTo(next.row, next.column);
    } else if (event.key === ' ') toggleRow(row.annotation.id);
    else if (main && event.key.toLowerCase() === 'a')
      chooseRows(rows.map(({ annotation }) => annotation.id));
    else if (event.key === 'Enter' || event.key === 'F2') act(row, COLUMNS[column]?.id ?? 'text');
    else if (event.key === 'Escape' && chosen.size > 0) chooseRows([]);
    else if (event.key === 'Delete' && chosen.size > 0) {
      focusWanted.current = true;
      deleteRows(rows.flatMap((each) => (chosen.has(each.annotation.id) ? each.annotation : [])));
    } else return;
    event.preventDefault();
  };

  const onClick = (event: React.MouseEvent) => {
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    const cell = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
    const index = places.get(id ?? '');
    if (id === undefined || index === undefined || target.closest('select, input[type="text"]'))
      return;
    if (event.shiftKey) chooseTo(index);
    else if (cell === 'chosen' || event.ctrlKey || event.metaKey) toggleRow(id);
    if (!event.shiftKey) anchor.current = index;
    goTo(
      index,
      COLUMNS.findIndex((each) => each.id === cell),
    );
  };

  const onDoubleClick = (event: React.MouseEvent) => {
    const row = rows[here];
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    if (row && cell && !event.shiftKey) act(row, cell.dataset['column'] as ColumnId);
  };

  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      className={styles.grid}
      aria-label="Annotations in rows"
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length}
      aria-multiselectable
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      <div role="row" className={styles.head} aria-rowindex={1}>
        {COLUMNS.map((each) => (
          <Heading key={each.id} column={each} order={order} />
        ))}
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return (
            row && (
              <TableRow
                key={key}
                row={row}
                index={index}
                top={start}
                current={row.annotation.id === picked}
                chosen={chosen.has(row.annotation.id)}
                stop={index === here ? (COLUMNS[column]?.id ?? null) : null}
                editing={index === here ? editing : null}
                tags={tags}
                onLeave={onLeave}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function Heading({ column: { id, label }, order }: { column: Column; order: RowOrder }) {
  const sorted = order.by === id;
  return (
    <div
      role="columnheader"
      aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : undefined}
    >
      {id === 'chosen' ? (
        <span className="unseen">{label}</span>
      ) : (
        <button type="button" tabIndex={-1} onClick={() => sortTable(id)}>
          {label} <span aria-hidden>{sorted ? (order.descending ? '↓' : '↑') : ''}</span>
        </button>
      )}
    </div>
  );
}
