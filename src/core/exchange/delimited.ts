import { failure, success, type Result } from '../result';

/** One row of a delimited table: the line it begins on, counted from 1, and its cells, or what is wrong with it. */
export interface DelimitedRow {
  readonly line: number;
  readonly cells: Result<readonly string[]>;
}

/** What may stand between cells, the likelier first. */
const DELIMITERS = ['\t', ',', ';', '|'] as const;

/** A quoted cell may hold lines, but one that is longer than this, in UTF-16 code units, was never closed. */
const LONGEST_CELL = 25_000_000;

/** A delimiter is guessed from so much of a text, in UTF-16 code units. */
const HEAD = 64_000;

/** The rows of a whole table; a failure says at which line it cannot be read, and why. */
export function readRows(text: string): Result<readonly (readonly string[])[]> {
  const splitter = new RowSplitter(guessDelimiter(text.slice(0, HEAD)));
  const rows: (readonly string[])[] = [];
  for (const { line, cells } of [...splitter.push(text), ...splitter.end()]) {
    if (!cells.ok) return failure(`Line ${line} cannot be read: ${cells.problem}`);
    rows.push(cells.value);
  }
  return success(rows);
}

/** The delimiter of a table by its first line: the one that stands in it most often outside quote marks; a comma when none does. */
export function guessDelimiter(head: string): string {
  const [line = ''] = head.replaceAll(/"[^"]*"|^[\r\n]+/g, '').split(/[\r\n]/, 1);
  const times = (delimiter: string) => line.split(delimiter).length - 1;
  const best = DELIMITERS.reduce((a, b) => (times(b) > times(a) ? b : a));
  return times(best) > 0 ? best : ',';
}

/**
 * Splits delimited text (RFC 4180), which comes in pieces, into rows. Cells in quote marks may hold delimiters and
 * lines; a quote mark within a cell, or one that closes before the cell's end, is a character like any other. Empty
 * lines are no rows. Lines end with LF, CRLF or CR.
 */
export class RowSplitter {
  readonly #delimiter: string;
  #rest = '';
  #line = 1;
  /** How long the rest must be before it is read again: so a row that comes in many pieces is not read for each of them. */
  #worthwhile = 0;
  /** Whether what comes is left out up to the next line's end, as the cell before it never ended. */
  #skipping = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The rows that are whole once `piece` has come. */
  push(piece: string): readonly DelimitedRow[] {
    this.#rest += this.#skipping ? this.#afterLine(piece) : piece;
    return this.#rest.length < this.#worthwhile ? [] : this.#take(false);
  }

  /** The rows that are left at the end of the text. */
  end(): readonly DelimitedRow[] {
    return this.#take(true);
  }

  #take(ended: boolean): readonly DelimitedRow[] {
    const rows: DelimitedRow[] = [];
    let at = 0;
    while (at < this.#rest.length) {
      const read = readRow(this.#rest, at, this.#delimiter, ended);
      if (read === null) break;
      const { cells, next } = read;
      if (!cells.ok || cells.value.length > 1 || cells.value[0] !== '')
        rows.push({ line: this.#line, cells });
      this.#line += lineEnds(this.#rest, at, next);
      at = next;
    }
    this.#rest = this.#rest.slice(at);
    if (this.#rest.length > LONGEST_CELL) {
      rows.push({ line: this.#line, cells: TOO_LONG });
      this.#line += lineEnds(this.#rest, 0, this.#rest.length);
      this.#rest = '';
      this.#skipping = true;
    }
    this.#worthwhile = Math.min(2 * this.#rest.length, LONGEST_CELL);
    return rows;
  }

  /** What stands in a piece after its first line end, where it has one. */
  #afterLine(piece: string): string {
    const end = piece.search(/[\r\n]/);
    if (end === -1) return '';
    this.#skipping = false;
    return piece.slice(end);
  }
}

const TOO_LONG = failure('it is too long, or a quote mark opens a cell there and is never closed.');
const NEVER_CLOSED = failure('a quote mark opens a cell there and is never closed.');

/** The row at `at` and where the next one begins; null while the text that has come does not hold all of it. */
function readRow(
  text: string,
  at: number,
  delimiter: string,
  ended: boolean,
): { readonly cells: Result<readonly string[]>; readonly next: number } | null {
  const cells: string[] = [];
  let from = at;
  for (;;) {
    const quoted = text.charAt(from) === '"' ? quotedCell(text, from, delimiter) : null;
    if (quoted === 'open')
      return ended ? { cells: NEVER_CLOSED, next: lineAfter(text, from) } : null;
    const cell = quoted ?? bareCell(text, from, delimiter);
    // At the end of what has come, a CR may be half of a CRLF, and a quote mark half of two.
    if (!ended && cell.end + 1 >= text.length) return null;
    cells.push(cell.value);
    const mark = text.charAt(cell.end);
    from = cell.end + 1;
    if (mark === delimiter) continue;
    if (mark === '\r' && text.charAt(from) === '\n') from++;
    return { cells: success(cells), next: Math.min(from, text.length) };
  }
}

function lineAfter(text: string, from: number): number {
  const end = /\r\n?|\n/g;
  end.lastIndex = from;
  return end.test(text) ? end.lastIndex : text.length;
}

interface Cell {
  readonly value: string;
  /** Where the delimiter or line end behind it stands, or the text's length. */
  readonly end: number;
}

function bareCell(text: string, from: number, delimiter: string): Cell {
  let end = from;
  while (end < text.length && !isCellEnd(text.charAt(end), delimiter)) end++;
  return { value: text.slice(from, end), end };
}

/** The cell in quote marks at `from`; null when it only begins with one, 'open' when it does not end in the text. */
function quotedCell(text: string, from: number, delimiter: string): Cell | 'open' | null {
  let close = text.indexOf('"', from + 1);
  while (close !== -1 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return 'open';
  const end = close + 1;
  if (end < text.length && !isCellEnd(text.charAt(end), delimiter)) return null;
  return { value: text.slice(from + 1, close).replaceAll('""', '"'), end };
}

function isCellEnd(character: string, delimiter: string): boolean {
  return character === delimiter || character === '\n' || character === '\r';
}

function lineEnds(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\n|\r/g)?.length ?? 0;
}
