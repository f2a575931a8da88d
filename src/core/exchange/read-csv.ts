import type { Comparison } from '../model/comparison';
import { SIDES } from '../model/fields';
import { failure, success, type Result } from '../result';
import { restoreCell } from './csv';
import { readRows } from './delimited';
import { foreignAnnotation, foreignLink, type Foreign } from './foreign';

/** A table as its records, each a list of cells; the first one names the columns. */
type Table = readonly (readonly string[])[];

/** Far more than any table of annotations has; each row is looked up by all of them. */
const MOST_COLUMNS = 1_000;

type Row = ReadonlyMap<string, string>;

/** The annotations of this comparison in tables: those with a column `tag` hold annotations, those with `left` and `right` links. */
export function readCsv(texts: readonly string[], comparison: Comparison): Result<Foreign> {
  const tables = texts.map(readRows);
  const unreadable = tables.find(({ ok }) => !ok);
  if (unreadable?.ok === false) return unreadable;
  const named = tables.flatMap((table) =>
    table.ok ? [{ columns: columnsOf(table.value), table: table.value }] : [],
  );
  if (named.some(({ columns }) => columns.length > MOST_COLUMNS))
    return failure(`It is no table of annotations: it has more than ${MOST_COLUMNS} columns.`);
  const rowsWith = (...names: readonly string[]) =>
    named.filter(({ columns }) => names.every((name) => columns.includes(name)));
  const [marked, tied] = [rowsWith('tag'), rowsWith('left', 'right')];
  if (marked.length === 0)
    return failure(
      'There is no table of annotations in it: its first line must name the columns, with “tag” among them, “article” (left or right), and “exact” or “start” and “end”.',
    );
  const annotations = marked.flatMap(rowsOf);
  const links = tied.flatMap(rowsOf);
  const wanted = wantedComparison(annotations, comparison.id);
  if (wanted === null)
    return failure(
      'It holds annotations of several comparisons, and none of them is this one. Keep the lines of these two articles only.',
    );
  const isWanted = (row: Row) => cell(row, 'comparison') === wanted;
  return success({
    annotations: annotations.filter(isWanted).map((row, index) =>
      foreignAnnotation(
        cell(row, 'id') || `line ${index + 2}`,
        SIDES.find((side) => side === cell(row, 'article').toLowerCase()) ?? null,
        {
          ...Object.fromEntries(row),
          span: { start: offset(row, 'start'), end: offset(row, 'end') },
        },
      ),
    ),
    links: links
      .filter(isWanted)
      .map((row) => foreignLink(cell(row, 'left'), cell(row, 'right'), Object.fromEntries(row))),
    skipped: [],
  });
}

/** What the column `comparison` says of the lines that are wanted: this one's id, or the only one there is. */
function wantedComparison(rows: readonly Row[], id: string): string | null {
  const named = new Set(rows.map((row) => cell(row, 'comparison')));
  if (named.has(id) || named.size === 0) return id;
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

function columnsOf([head]: Table): readonly string[] {
  return (head ?? []).map((name) =>
    name
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
}

function rowsOf({
  columns,
  table,
}: {
  readonly columns: readonly string[];
  readonly table: Table;
}): readonly Row[] {
  return table
    .slice(1)
    .map(
      (record) => new Map(columns.map((name, index) => [name, restoreCell(record[index] ?? '')])),
    );
}

function cell(row: Row, name: string): string {
  return row.get(name) ?? '';
}

function offset(row: Row, name: string): number {
  return /^\d+$/.test(cell(row, name)) ? Number(cell(row, name)) : Number.NaN;
}
