import type { Comparison } from '../model/comparison';
import { toExport } from './diptych-json';

/** The columns of annotations.csv. */
export const ANNOTATION_COLUMNS = [
  'comparison',
  'id',
  'article',
  'tag',
  'start',
  'end',
  'exact',
  'prefix',
  'suffix',
  'speaker',
  'stance',
  'certainty',
  'note',
  'origin',
  'by',
  'created',
  'modified',
] as const;

/** The columns of links.csv; the last two say again what the annotations hold, for readers. */
export const LINK_COLUMNS = [
  'comparison',
  'id',
  'left',
  'right',
  'relation',
  'kind',
  'score',
  'note',
  'origin',
  'by',
  'created',
  'left_exact',
  'right_exact',
] as const;

/** A byte-order mark, without which spreadsheets take UTF-8 for something else, and the header. */
export function csvHead(columns: readonly string[]): string {
  return `\uFEFF${record(columns)}`;
}

/** The records of a comparison's annotations; offsets are code points. */
export function annotationRecords(comparison: Comparison): string {
  const { id, annotations } = toExport(comparison, { withText: false });
  return annotations
    .map((each) => recordOf(ANNOTATION_COLUMNS, { ...each, comparison: id }))
    .join('');
}

/** The records of a comparison's links. */
export function linkRecords({ id, links, annotations }: Comparison): string {
  const exact = new Map(annotations.map((each) => [each.id, each.exact]));
  return links
    .map((link) =>
      recordOf(LINK_COLUMNS, {
        ...link,
        comparison: id,
        score: link.score ?? '',
        left_exact: exact.get(link.left) ?? '',
        right_exact: exact.get(link.right) ?? '',
      }),
    )
    .join('');
}

function recordOf<K extends string>(
  columns: readonly K[],
  values: Readonly<Record<K, string | number>>,
): string {
  return record(columns.map((column) => String(values[column])));
}

/** A record by RFC 4180. */
function record(cells: readonly string[]): string {
  return `${cells.map((cell) => quote(neutralise(cell))).join(',')}\r\n`;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

// What spreadsheets take for a formula begins so; an apostrophe is doubled so that it can be told from the one put before.
const READ_AS_FORMULA = /^[=+\-@\t\r\n＝＋－＠']/;

/** A cell that no spreadsheet takes for a formula: an apostrophe stands before what looks like one. */
function neutralise(cell: string): string {
  return READ_AS_FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before it was neutralised. */
export function restoreCell(cell: string): string {
  return cell.startsWith("'") && READ_AS_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
