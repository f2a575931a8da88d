import type { Gold } from './quotes-data';

export interface Span {
  readonly start: number;
  readonly end: number;
}
export interface Counts {
  hit: number;
  wanted: number;
  offered: number;
  speakers: number;
  speakersRight: number;
  byKind: Record<string, [number, number]>;
}
export const counts = (): Counts => ({
  hit: 0,
  wanted: 0,
  offered: 0,
  speakers: 0,
  speakersRight: 0,
  byKind: {},
});

const shared = (a: readonly [number, number], b: Span) =>
  Math.max(0, Math.min(a[1], b.end) - Math.max(a[0], b.start));

/** The share of a gold content or source that a span covers. */
export function covered(pieces: Gold['content'], span: Span): number {
  let length = 0;
  let both = 0;
  for (const piece of pieces) {
    length += piece[1] - piece[0];
    both += shared(piece, span);
  }
  return both / length;
}

/** Adds an article to the counts: gold attributions matched one to one where more than `share` is covered. */
export function count(
  into: Counts,
  gold: readonly Gold[],
  offered: readonly (Span & { speaker: Span | null })[],
  share: number,
): void {
  const pairs: [number, number, number][] = [];
  gold.forEach((g, i) => {
    offered.forEach((s, j) => {
      const value = covered(g.content, s);
      if (value > share) pairs.push([value, i, j]);
    });
  });
  pairs.sort((a, b) => b[0] - a[0]);
  const takenGold = new Set<number>();
  const takenOffered = new Set<number>();
  for (const [, i, j] of pairs) {
    if (takenGold.has(i) || takenOffered.has(j)) continue;
    takenGold.add(i);
    takenOffered.add(j);
    const g = gold[i] as Gold;
    const s = offered[j] as Span & { speaker: Span | null };
    (into.byKind[g.kind] ??= [0, 0])[0]++;
    if (g.source.length === 0) continue;
    into.speakers++;
    if (s.speaker && covered(g.source, s.speaker) > 0.3) into.speakersRight++;
  }
  for (const { kind } of gold) (into.byKind[kind] ??= [0, 0])[1]++;
  into.hit += takenGold.size;
  into.wanted += gold.length;
  into.offered += offered.length;
}

export function report(c: Counts): string {
  const precision = c.hit / c.offered;
  const recall = c.hit / c.wanted;
  const kinds = Object.entries(c.byKind)
    .map(([kind, [n, of]]) => `${kind} ${((100 * n) / of).toFixed(1)}%`)
    .join(' ');
  return `F1 ${((2 * precision * recall) / (precision + recall)).toFixed(4)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} speaker ${(c.speakersRight / c.speakers).toFixed(3)} ${kinds}`;
}
