/** A cell by its row and column, counted from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns there are, and how many rows a page has. */
interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/** The cell that a key leads to (with Ctrl or Cmd: `main`), or null for a key that leads nowhere. */
export function cellAfter(
  key: string,
  main: boolean,
  { row, column }: Cell,
  { rows, columns, page }: Size,
): Cell | null {
  const to = (nextRow: number, nextColumn: number): Cell => ({
    row: Math.min(Math.max(nextRow, 0), rows - 1),
    column: Math.min(Math.max(nextColumn, 0), columns - 1),
  });
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'PageDown':
      return to(row + page, column);
    case 'PageUp':
      return to(row - page, column);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'Home':
      return main ? to(0, column) : to(row, 0);
    case 'End':
      return main ? to(rows, column) : to(row, columns);
    default:
      return null;
  }
}
