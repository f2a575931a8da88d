import { Trash2 } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { annotationRows, filterRows, sortRows } from '../../core/measure/annotation-rows';
import type { Annotation } from '../../core/model/annotation';
import type { Comparison } from '../../core/model/comparison';
import { allTags } from '../../core/model/tags';
import { KeyName } from '../client/key-name';
import { useSession } from '../client/session';
import { chooseRows, clearFilter, deleteRows, retagRows } from '../client/table';
import { count, tagName } from '../client/words';
import { TableFilters } from './table-filters';
import { TableGrid } from './table-grid';
import styles from './table.module.css';

/** All annotations of both articles in rows: to search, sort, edit in place, and change many at once. */
export function AnnotationTable({ comparison: now }: { comparison: Comparison }) {
  const { filter, order, chosen } = useSession((state) => state.table);
  const settings = useSession((state) => state.settings);
  // An edit is painted in the articles first.
  const comparison = useDeferredValue(now);
  const { annotations } = comparison;
  const all = useMemo(() => annotationRows(comparison), [comparison]);
  const rows = useMemo(() => sortRows(filterRows(all, filter), order), [all, filter, order]);
  const tags = useMemo(
    () => allTags(settings, { annotations }).map(({ name }) => name),
    [settings, annotations],
  );
  const chosenRows = rows.flatMap(({ annotation }) =>
    chosen.has(annotation.id) ? [annotation] : [],
  );
  return (
    <section className={styles.table} aria-label="Table of annotations" data-pane="table">
      <TableFilters annotations={annotations} filter={filter} order={order} tags={tags} />
      {rows.length > 0 ? (
        <TableGrid rows={rows} order={order} chosen={chosen} tags={tags} />
      ) : annotations.length === 0 ? (
        <p className={styles.empty}>
          Nothing is marked yet. Select words in an article and press{' '}
          <KeyName id="tagClaim" orLabel /> for a claim or <KeyName id="tagQuote" orLabel /> for a
          quote; they are listed here.
        </p>
      ) : (
        <p className={styles.empty}>
          No annotation fits this search.{' '}
          <button type="button" className={styles.button} onClick={clearFilter}>
            Show all
          </button>
        </p>
      )}
      <footer className={styles.foot}>
        <span aria-live="polite">
          {rows.length === annotations.length
            ? count(rows.length, 'annotation')
            : `${rows.length.toLocaleString('en')} of ${count(annotations.length, 'annotation')}`}
          {chosenRows.length > 0 && ` · ${chosenRows.length.toLocaleString('en')} chosen`}
        </span>
        {chosenRows.length > 0 ? (
          <BulkActions annotations={chosenRows} tags={tags} />
        ) : (
          <span className={styles.hint}>
            <kbd>Space</kbd> chooses a row, <kbd>Enter</kbd> edits a cell
          </span>
        )}
      </footer>
    </section>
  );
}

function BulkActions({
  annotations,
  tags,
}: {
  annotations: readonly Annotation[];
  tags: readonly string[];
}) {
  return (
    <>
      <label>
        Tag as
        <select
          aria-label="Tag as"
          value=""
          onChange={(event) => retagRows(annotations, event.target.value)}
        >
          <option value="" disabled>
            choose…
          </option>
          {tags.map((tag) => (
            <option key={tag} value={tag}>
              {tagName(tag)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className={styles.button} onClick={() => deleteRows(annotations)}>
        <Trash2 size={14} aria-hidden /> Delete {count(annotations.length, 'annotation')}
      </button>
      <button type="button" className={styles.quiet} onClick={() => chooseRows([])}>
        Choose none
      </button>
    </>
  );
}
