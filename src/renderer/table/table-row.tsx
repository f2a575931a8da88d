import { memo } from 'react';
import type { AnnotationRow } from '../../core/measure/annotation-rows';
import { paintOf } from '../../core/model/tags';
import { useSession } from '../client/session';
import { formatMoment, shorten, tagName } from '../client/words';
import { CellEditor, type Leave } from './cell-editor';
import { COLUMNS, type ColumnId } from './columns';
import styles from './table.module.css';

interface RowProps {
  readonly row: AnnotationRow;
  readonly index: number;
  /** How far below the first row it stands, in pixels. */
  readonly top: number;
  readonly current: boolean;
  readonly chosen: boolean;
  /** The column of the cell that the Tab key comes to, if it is in this row. */
  readonly stop: ColumnId | null;
  readonly editing: ColumnId | null;
  readonly tags: readonly string[];
  readonly onLeave: Leave;
}

/** One annotation in the table. */
export const TableRow = memo(function TableRow({
  row,
  index,
  top,
  current,
  chosen,
  stop,
  editing,
  tags,
  onLeave,
}: RowProps) {
  const { annotation } = row;
  const paint = useSession(({ settings }) => paintOf(annotation.tag, settings));
  return (
    <div
      role="row"
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      // The heading is the first row.
      aria-rowindex={index + 2}
      aria-selected={chosen}
      aria-current={current}
      data-row={annotation.id}
      data-colour={paint}
    >
      {COLUMNS.map(({ id }) => (
        <div
          key={id}
          role="gridcell"
          tabIndex={stop === id ? 0 : -1}
          data-column={id}
          dir={id === 'place' ? undefined : 'auto'}
        >
          {editing === id ? (
            <CellEditor annotation={annotation} column={id} tags={tags} onLeave={onLeave} />
          ) : (
            <Content id={id} row={row} chosen={chosen} />
          )}
        </div>
      ))}
    </div>
  );
});

function Content({ id, row, chosen }: { id: ColumnId; row: AnnotationRow; chosen: boolean }) {
  const { annotation, partners, saidIn } = row;
  switch (id) {
    case 'chosen':
      return (
        <input
          type="checkbox"
          checked={chosen}
          readOnly
          tabIndex={-1}
          aria-label="Choose this row"
        />
      );
    case 'place':
      return annotation.side;
    case 'tag':
      return (
        <>
          <i className={styles.swatch} aria-hidden /> {tagName(annotation.tag)}
        </>
      );
    case 'text':
      return <span title={annotation.exact}>{shorten(annotation.exact, 300)}</span>;
    case 'speaker':
      return <span title={annotation.speaker}>{annotation.speaker}</span>;
    case 'stance':
    case 'certainty':
      return tagName(annotation[id]);
    case 'note':
      return <span title={annotation.note}>{shorten(annotation.note, 200)}</span>;
    case 'saidIn': {
      const others = partners.map(({ exact }) => `“${shorten(exact, 80)}”`).join(' · ');
      return <span title={others}>{saidIn === 'both' ? `both: ${others}` : `only ${saidIn}`}</span>;
    }
    case 'modified':
      return formatMoment(annotation.modified);
  }
}
