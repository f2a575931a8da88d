import { ArrowDownNarrowWide, ArrowUpNarrowWide, Search, X } from 'lucide-react';
import { useMemo } from 'react';
import type { RowFilter, RowKey, RowOrder, SaidIn } from '../../core/measure/annotation-rows';
import { speakersOf } from '../../core/measure/speakers';
import type { Annotation } from '../../core/model/annotation';
import { run } from '../client/commands';
import { filterTable, sortTable } from '../client/table';
import { tagName } from '../client/words';
import { COLUMNS } from './columns';
import styles from './table.module.css';

/** What the table lists, and in which order. */
export function TableFilters({
  annotations,
  filter,
  order,
  tags,
}: {
  annotations: readonly Annotation[];
  filter: RowFilter;
  order: RowOrder;
  tags: readonly string[];
}) {
  const speakers = useMemo(() => speakersOf(annotations), [annotations]);
  return (
    <div className={styles.filters}>
      <label className={styles.search}>
        <Search size={14} aria-hidden />
        <input
          type="search"
          aria-label="Search annotations"
          placeholder="Search text, speakers, notes"
          value={filter.words}
          onChange={(event) => filterTable({ words: event.target.value })}
        />
      </label>
      <Choice
        label="Said in"
        value={filter.saidIn}
        options={[
          ['left', 'only left'],
          ['right', 'only right'],
          ['both', 'both'],
        ]}
        onChange={(saidIn) => filterTable({ saidIn: saidIn as SaidIn | null })}
      />
      <Choice
        label="Article"
        value={filter.side}
        options={[
          ['left', 'left'],
          ['right', 'right'],
        ]}
        onChange={(side) => filterTable({ side: side as RowFilter['side'] })}
      />
      <Choice
        label="Tag"
        value={filter.tag}
        options={tags.map((tag) => [tag, tagName(tag)])}
        onChange={(tag) => filterTable({ tag })}
      />
      <Choice
        label="Speaker"
        value={filter.speaker}
        options={[['', '(no speaker)'], ...speakers.map((each) => [each, each] as const)]}
        onChange={(speaker) => filterTable({ speaker })}
      />
      <label>
        Sort by
        <select
          aria-label="Sort by"
          value={order.by}
          onChange={(event) => sortTable(event.target.value as RowKey)}
        >
          {COLUMNS.filter(({ id }) => id !== 'chosen').map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className={styles.icon}
        aria-label="Descending"
        aria-pressed={order.descending}
        title={order.descending ? 'From last to first' : 'From first to last'}
        onClick={() => sortTable(order.by)}
      >
        {order.descending ? (
          <ArrowUpNarrowWide size={15} aria-hidden />
        ) : (
          <ArrowDownNarrowWide size={15} aria-hidden />
        )}
      </button>
      <span className={styles.space} />
      <button
        type="button"
        className={styles.icon}
        aria-label="Close the table"
        title="Close the table"
        onClick={() => run('toggleTable')}
      >
        <X size={15} aria-hidden />
      </button>
    </div>
  );
}

/** The option of a list that wants everything; no tag or speaker begins with white space. */
const ALL = ' all';

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string | null;
  options: readonly (readonly [string, string])[];
  onChange: (value: string | null) => void;
}) {
  return (
    <label>
      {label}
      <select
        aria-label={label}
        value={value ?? ALL}
        data-set={value !== null}
        onChange={({ target }) => onChange(target.value === ALL ? null : target.value)}
      >
        <option value={ALL}>all</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
