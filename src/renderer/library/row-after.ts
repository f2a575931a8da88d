/** How many rows there are, and how many a page has. */
export interface Rows {
  readonly rows: number;
  readonly page: number;
}

/** The row that a key leads to from `row`, or null when it leads nowhere. */
export function rowAfter(key: string, row: number, { rows, page }: Rows): number | null {
  const next = nextRow(key, row, { rows, page });
  return next === null ? null : Math.max(0, Math.min(rows - 1, next));
}

function nextRow(key: string, row: number, { rows, page }: Rows): number | null {
  switch (key) {
    case 'ArrowDown':
      return row + 1;
    case 'ArrowUp':
      return row - 1;
    case 'PageDown':
      return row + page;
    case 'PageUp':
      return row - page;
    case 'Home':
      return 0;
    case 'End':
      return rows - 1;
    default:
      return null;
  }
}

const collator = new Intl.Collator('en', { usage: 'search', sensitivity: 'base' });

/**
 * The row whose title begins with what was typed, the first from `row` on and round; one letter alone leads on to the
 * next such row. Null when there is none.
 */
export function typedRow(
  entries: readonly { readonly title: string }[],
  typed: string,
  row: number,
): number | null {
  const from = typed.length === 1 ? row + 1 : row;
  for (let step = 0; step < entries.length; step++) {
    const index = (from + step) % entries.length;
    const start = entries[index]?.title.slice(0, typed.length) ?? '';
    if (collator.compare(start, typed) === 0) return index;
  }
  return null;
}
