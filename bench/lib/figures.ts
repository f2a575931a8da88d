/** One measured figure; `peers` have the same unit, and `slower` says how many times slower each of them is. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: string | null;
  readonly met: boolean | null;
  /** On which data, and whether the engine learned from it. */
  readonly data: string;
  readonly peers: Readonly<Record<string, number>>;
  readonly slower: Readonly<Record<string, number>>;
}

export type Goal = `${'>=' | '<='} ${number}`;

interface Details {
  readonly unit?: string;
  readonly goal?: Goal | null;
  readonly data: string;
  readonly peers?: Readonly<Record<string, number>>;
}

const significant = (value: number) => Number(value.toPrecision(4));

/** A figure with its goal checked and its values rounded to four digits. */
export function figureOf(name: string, value: number, details: Details): Figure {
  const { unit = '', goal = null, data, peers = {} } = details;
  const limit = Number(goal?.slice(2));
  const met = goal === null ? null : goal.startsWith('>=') ? value >= limit : value <= limit;
  const ofPeers = (of: (peer: number) => number) =>
    Object.fromEntries(Object.entries(peers).map(([peer, n]) => [peer, significant(of(n))]));
  const slower = { ms: (n: number) => n / value, 'pairs/s': (n: number) => value / n }[unit];
  return {
    name,
    value: significant(value),
    unit,
    goal,
    met,
    data,
    peers: ofPeers((peer) => peer),
    slower: slower ? ofPeers(slower) : {},
  };
}

const timesOf = (ratio = 1) => `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)}x`;

/** The figures as a table for the terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, goal, met, data, peers, slower }) => [
    name,
    `${value} ${unit}`.trim(),
    goal ?? '',
    met === null ? '' : met ? 'yes' : 'NO',
    data,
    Object.entries(peers)
      .map(([peer, n]) => `${peer} ${n}${peer in slower ? ` (${timesOf(slower[peer])})` : ''}`)
      .join(', '),
  ]);
  const all = [['figure', 'value', 'goal', 'met', 'data', 'peers (times slower)'], ...rows];
  const widths = all[0]?.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
