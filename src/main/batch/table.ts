import { basename, dirname } from 'node:path';
import { guessDelimiter, RowSplitter } from '../../core/exchange/delimited';
import { columnsOf, type PairField } from '../../core/exchange/pair-columns';
import {
  pairOfRow,
  rowOf,
  rowOfJson,
  type PairRow,
  type SideSpec,
} from '../../core/exchange/pair-table';
import { failure, success, type Result } from '../../core/result';
import { SourceError, type Batch, type BatchItem, type BatchPair } from './batch';
import { readPair } from './read-pair';
import { linesOf, textOf } from './text-file';

interface Row {
  readonly line: number;
  readonly row: Result<PairRow>;
}

/** The pairs of a table: CSV, TSV or the like, or JSON lines. */
export async function openTable(path: string, signal: AbortSignal): Promise<Batch> {
  let count = 0;
  const rows = rowsOf(path);
  while (!(await rows.next()).done) {
    signal.throwIfAborted();
    count++;
  }
  if (count === 0) throw new SourceError(`“${basename(path)}” holds no pairs.`);
  return { count, notes: [], items: () => itemsOf(path), close: async () => undefined };
}

async function* itemsOf(path: string): AsyncGenerator<BatchItem> {
  try {
    for await (const { line, row } of rowsOf(path)) {
      const pair = row.ok ? pairOf(row.value, dirname(path)) : row;
      yield { where: `${basename(path)}, line ${line}`, pair };
    }
  } catch (error) {
    // The file was changed or taken away since it was opened; what was made of it until now stays.
    if (!(error instanceof SourceError)) throw error;
    yield { where: basename(path), pair: failure(`the rows that are left: ${error.message}`) };
  }
}

function pairOf(row: PairRow, folder: string): Result<BatchPair> {
  const spec = pairOfRow(row);
  if (!spec.ok) return spec;
  const { left, right } = spec.value;
  return success({
    left: nameOf(left),
    right: nameOf(right),
    make: (now, stop) => readPair(spec.value, folder, now, stop),
  });
}

const NAME_LENGTH = 80;

/** What an article of a table is called before it is read. */
function nameOf({ from, value, details }: SideSpec): string {
  if (details.title) return details.title;
  if (from === 'file') return value;
  const [line = ''] = value.trim().split(/[\r\n]/, 1);
  return line.length > NAME_LENGTH ? `${line.slice(0, NAME_LENGTH)}…` : line;
}

async function* rowsOf(path: string): AsyncGenerator<Row> {
  const first = await firstCharacter(path);
  if (first === '[')
    throw new SourceError(
      `“${basename(path)}” is one JSON array. Write one object a line instead, without commas between them (JSON lines).`,
    );
  if (first === '{') yield* jsonRows(path);
  else yield* delimitedRows(path);
}

async function firstCharacter(path: string): Promise<string> {
  for await (const piece of textOf(path)) if (piece.trim() !== '') return piece.trim().charAt(0);
  return '';
}

async function* jsonRows(path: string): AsyncGenerator<Row> {
  for await (const { line, text } of linesOf(path))
    yield { line, row: text.ok ? rowOfJson(text.value) : text };
}

async function* delimitedRows(path: string): AsyncGenerator<Row> {
  let splitter: RowSplitter | null = null;
  let fields: readonly (PairField | null)[] | null = null;
  for await (const piece of withEnd(textOf(path))) {
    splitter ??= new RowSplitter(guessDelimiter(piece ?? ''));
    for (const { line, cells } of piece === null ? splitter.end() : splitter.push(piece)) {
      if (!fields) {
        const columns = cells.ok ? columnsOf(cells.value) : cells;
        if (!columns.ok)
          throw new SourceError(`“${basename(path)}” is no table of pairs: ${columns.problem}`);
        ({ fields } = columns.value);
        if (columns.value.hasHeader) continue;
      }
      yield { line, row: cells.ok ? rowOf(cells.value, fields) : cells };
    }
  }
}

/** The pieces, and null at their end. */
async function* withEnd(pieces: AsyncIterable<string>): AsyncGenerator<string | null> {
  yield* pieces;
  yield null;
}
