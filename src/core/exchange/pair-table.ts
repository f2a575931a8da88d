import { articleDetailsSchema, type ArticleDetails } from '../model/article';
import { daySchema, lineSchema, SIDES, type Side } from '../model/fields';
import { failure, success, type Result } from '../result';
import { DETAIL_FIELDS, fieldOf, type PairField } from './pair-columns';

/** Where an article of a pair is to be taken from: a file, relative to the table, or the table itself. */
export interface SideSpec {
  readonly from: 'file' | 'text';
  /** The file's path or the text. */
  readonly value: string;
  /** What the table says of the article; what it leaves out is taken from the file. */
  readonly details: Partial<ArticleDetails>;
}

/** A comparison that a row asks for; an empty id or title is not given. */
export interface PairSpec extends Readonly<Record<Side, SideSpec>> {
  readonly id: string;
  readonly title: string;
  /** What was left out of the row, and why. */
  readonly notes: readonly string[];
}

/** A row's cells by what their columns mean. */
export type PairRow = ReadonlyMap<PairField, string>;

/** A value of `left` or `right` that is longer, in UTF-16 code units, or has a line break, is the text and no path. */
const LONGEST_PATH = 1_000;

/** The cells of a row by what their columns mean; a row longer than its header is a problem. */
export function rowOf(
  cells: readonly string[],
  fields: readonly (PairField | null)[],
): Result<PairRow> {
  if (cells.slice(fields.length).some((cell) => cell.trim() !== ''))
    return failure(
      `it has ${cells.length} cells, the first line has ${fields.length}. Quote marks may be missing.`,
    );
  const row = new Map<PairField, string>();
  for (const [index, field] of fields.entries())
    if (field !== null) row.set(field, cells[index] ?? '');
  return success(row);
}

/** The same of one line of JSON: an object with the columns' names, in which `left` and `right` may be objects too. */
export function rowOfJson(line: string): Result<PairRow> {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (error) {
    return failure(`it is not JSON: ${(error as Error).message}.`);
  }
  if (!isRecord(data)) return failure('it is no JSON object.');
  const row = new Map<PairField, string>();
  for (const [name, value] of Object.entries(data)) {
    const nested = isRecord(value) ? Object.entries(value) : [['', value] as const];
    for (const [inner, content] of nested) {
      const field = fieldOf(`${name} ${inner}`);
      if (field === null || content === null || content === undefined) continue;
      if (typeof content !== 'string' && typeof content !== 'number')
        return failure(`its ${field} is no text.`);
      if (row.has(field)) return failure(`it gives the ${field} twice.`);
      row.set(field, String(content));
    }
  }
  return success(row);
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** The comparison that a row asks for, or why it cannot be made. */
export function pairOfRow(row: PairRow): Result<PairSpec> {
  const notes: string[] = [];
  const line = (field: PairField) => row.get(field)?.trim().replaceAll(/\s+/g, ' ') ?? '';
  const sides: Partial<Record<Side, SideSpec>> = {};
  for (const side of SIDES) {
    const source = sourceOf(row, side);
    if (!source.ok) return source;
    const details: Partial<Record<keyof ArticleDetails, string>> = {};
    for (const name of DETAIL_FIELDS) {
      const value = line(`${side} ${name}`);
      if (value === '') continue;
      const known = name === 'date' ? dayOf(value) : value;
      if (known === null)
        notes.push(`The ${side} date “${value.slice(0, 40)}” was left out: a day is YYYY-MM-DD.`);
      else if (!articleDetailsSchema.unwrap().shape[name].safeParse(known).success)
        return failure(`its ${side} ${name} is too long.`);
      else details[name] = known;
    }
    sides[side] = { ...source.value, details };
  }
  const { left, right } = sides as Record<Side, SideSpec>;
  const [id, title] = [line('id'), line('title')];
  if (![id, title].every((value) => lineSchema.safeParse(value).success))
    return failure('its id or title is too long.');
  return success({ id, title, left, right, notes });
}

/** A side's text where the row gives one, else its file. */
function sourceOf(row: PairRow, side: Side): Result<Omit<SideSpec, 'details'>> {
  const text = row.get(`${side} text`) ?? '';
  const file = row.get(`${side} file`) ?? '';
  if (text.trim() !== '') return success({ from: 'text', value: text });
  if (file.trim() === '') return failure(`it has no ${side} article.`);
  if (file.length > LONGEST_PATH || /[\r\n]/.test(file.trim()))
    return success({ from: 'text', value: file });
  if (/^https?:/i.test(file.trim()))
    return failure(
      `its ${side} article is an address, and Diptych reads nothing from the network. Save the page as a file first.`,
    );
  if (/^[\\/]{2}/.test(file.trim()))
    return failure(
      `its ${side} article is on another computer, and Diptych reads nothing from the network. Copy the file beside the table, and name it from there.`,
    );
  return success({ from: 'file', value: file.trim() });
}

/** The day `YYYY-MM-DD` that a moment in ISO 8601, or `YYYYMMDD`, begins with; null when it does not. */
export function dayOf(moment: string): string | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?=$|[T\s])/.exec(moment);
  if (!found) return null;
  const day = found.slice(1).join('-');
  return daySchema.safeParse(day).success ? day : null;
}
