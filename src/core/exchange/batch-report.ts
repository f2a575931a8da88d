/** Something to be said about one item of a batch: where the item is asked for ("pairs.csv, line 4"), and what of it. */
export interface Remark {
  readonly where: string;
  readonly text: string;
}

/** What a batch would make: its first pairs, and the items of which it is known beforehand that nothing can be made. */
export interface BatchPreview {
  /** How many items there are, those with problems among them. */
  readonly count: number;
  /** What is to be known of all of them, in sentences. */
  readonly notes: readonly string[];
  readonly pairs: readonly {
    readonly where: string;
    readonly left: string;
    readonly right: string;
  }[];
  readonly problems: readonly Remark[];
}

/** How far a batch is: so many of `count` items, the last of them called `name`. */
export interface BatchProgress {
  readonly done: number;
  readonly count: number;
  readonly name: string;
}

/** What came of a batch. */
export interface BatchReport {
  /** How many comparisons were made. */
  readonly made: number;
  /** How many were there already: in the workspace before, or made of an earlier item. */
  readonly skipped: number;
  readonly failed: readonly Remark[];
  /** What is to be known of those that were made. */
  readonly notes: readonly Remark[];
  /** Whether it was ended before all items had their turn. */
  readonly cancelled: boolean;
}

/** What came of a batch, in a line: "3 comparisons made, 1 was there already, 2 failed." */
export function reportLine({ made, skipped, failed, cancelled }: BatchReport): string {
  const parts = [`${said(made)} ${made === 1 ? 'comparison' : 'comparisons'} made`];
  if (skipped > 0) parts.push(`${said(skipped)} ${skipped === 1 ? 'was' : 'were'} there already`);
  if (failed.length > 0) parts.push(`${said(failed.length)} failed`);
  return `${cancelled ? 'Stopped: ' : ''}${parts.join(', ')}.`;
}

/** A report as plain text, for elsewhere: its line, then what failed and what is to be known, a line each. */
export function reportText(report: BatchReport): string {
  const lines = [...report.failed, ...report.notes].map(({ where, text }) => `${where}: ${text}`);
  return [reportLine(report), ...lines].join('\n');
}

function said(number: number): string {
  return number.toLocaleString('en');
}
