/** A piece of text on a page: its left end and baseline from the page's lower left corner, its width and size, in points. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A line of a page, or the part of one that stands in one column. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** A gap wider than so many sizes of the letters parts columns; a narrower one than the second is no space. */
const COLUMN_GAP = 1.6;
const SPACE = 0.15;
const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The lines of one page in the order in which they are read, columns one after the other. */
export function linesOf(pieces: readonly Piece[]): readonly Line[] {
  return inReadingOrder(rowsOf(pieces).flatMap(segments));
}

/** Pieces on one baseline, from the top of the page down. */
function rowsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    // Marks of footnotes stand a little higher.
    if (row && first && Math.abs(first.y - piece.y) < 0.4 * Math.max(first.size, piece.size))
      row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

/** A row's lines: cut where a gap is as wide as that between columns. */
function segments(row: readonly Piece[]): readonly Line[] {
  const runs: Piece[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of row.toSorted((a, b) => a.x - b.x)) {
    if (piece.x - end > COLUMN_GAP * piece.size) runs.push([piece]);
    else runs.at(-1)?.push(piece);
    end = Math.max(end, piece.x + piece.width);
  }
  return runs.map(lineOfRun).filter(({ text }) => text.trim() !== '');
}

function lineOfRun(run: readonly Piece[]): Line {
  const rightToLeft =
    run.filter(({ text }) => RIGHT_TO_LEFT.test(text)).length * 2 >
    run.filter(({ text }) => /\p{L}/u.test(text)).length;
  const ordered = rightToLeft ? run.toReversed() : run;
  let text = '';
  let before: Piece | null = null;
  for (const piece of ordered) {
    if (
      before &&
      gapBetween(before, piece) > SPACE * piece.size &&
      !/\s$/.test(text) &&
      !/^\s/.test(piece.text)
    )
      text += ' ';
    text += piece.text;
    if (piece.text.trim() !== '') before = piece;
  }
  const widest = run.reduce((most, piece) =>
    piece.text.trim().length > most.text.trim().length ? piece : most,
  );
  return {
    text: text.trim(),
    left: run[0]?.x ?? 0,
    right: run.reduce((most, { x, width }) => Math.max(most, x + width), Number.NEGATIVE_INFINITY),
    y: widest.y,
    size: widest.size,
  };
}

function gapBetween(a: Piece, b: Piece): number {
  return Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width));
}

/** Lines that cross the gutter part the page into bands; in each, the left column comes before the right one. */
function inReadingOrder(lines: readonly Line[]): readonly Line[] {
  const gutter = gutterOf(lines);
  if (gutter === null) return lines;
  const ordered: Line[] = [];
  let [left, right]: [Line[], Line[]] = [[], []];
  const endBand = () => {
    ordered.push(...inReadingOrder(left), ...inReadingOrder(right));
    [left, right] = [[], []];
  };
  for (const line of lines) {
    if (line.right <= gutter) left.push(line);
    else if (line.left >= gutter) right.push(line);
    else {
      endBand();
      ordered.push(line);
    }
  }
  endBand();
  return ordered;
}

/** Fewer lines than this beside each other are no columns. */
const FEWEST_LINES = 4;
/** The share of lines that may cross a gutter: headlines and pictures' captions. */
const MOST_CROSSING = 0.35;

/** Where a gutter between two columns is, from the page's left edge; null where there is none. */
function gutterOf(lines: readonly Line[]): number | null {
  const starts = [...new Set(lines.map(({ left }) => Math.round(left)))];
  let best: { at: number; crossing: number } | null = null;
  for (const start of starts) {
    const at = start - 1;
    const left = lines.filter(({ right }) => right <= at);
    const right = lines.filter((line) => line.left >= at);
    const crossing = lines.length - left.length - right.length;
    if (
      Math.min(left.length, right.length) < FEWEST_LINES ||
      crossing > MOST_CROSSING * lines.length
    )
      continue;
    // Columns stand beside each other; a list's numbers and a block set in do not.
    const beside = right.filter(({ y, size }) => left.some((line) => Math.abs(line.y - y) < size));
    if (beside.length < FEWEST_LINES || beside.length < 0.5 * Math.min(left.length, right.length))
      continue;
    if (widthOf(left) < 0.5 * widthOf(right) || widthOf(right) < 0.5 * widthOf(left)) continue;
    if (!best || crossing < best.crossing) best = { at, crossing };
  }
  return best?.at ?? null;
}

function widthOf(lines: readonly Line[]): number {
  const widths = lines.map(({ left, right }) => right - left).toSorted((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}
