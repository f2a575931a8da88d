import type { GoldLinks, GoldPassages, GoldQuotes, GoldSentence, Range } from './data';

// Where the errors are: files and offsets in code points, never a text.

const WORST = 10;
/** The overlap from which a link counts as found. */
const FOUND = 0.5;

interface Place {
  readonly start: number;
  readonly end: number;
}
interface Line {
  readonly links: readonly { a: Place; b: Place; kind: string; score: number }[];
  readonly passages: readonly { a: Place; b: Place }[];
  readonly quotes: { readonly a: readonly Place[] };
  readonly sentences: { readonly a: readonly (Place & { checkworthiness: number })[] };
}

/** The lines of a suggestions file, read back. */
export const parseLines = (lines: readonly string[]): readonly Line[] =>
  lines.map((line) => JSON.parse(line) as Line);

const total = (ranges: readonly Range[]) => ranges.reduce((sum, range) => sum + length(range), 0);
const shared = ([start, end]: Range, place: Place) =>
  Math.max(0, Math.min(end, place.end) - Math.max(start, place.start));
const length = ([start, end]: Range) => end - start;
const overlap = (range: Range, place: Place) => {
  const both = shared(range, place);
  return both / (length(range) + place.end - place.start - both);
};
const best = (values: readonly number[]) => Math.max(0, ...values);
const round = (value: number) => Math.round(value * 100) / 100;

/** The `WORST` entries: least of `found` first, of equals the longest. */
function worst<T extends { found: number }>(
  entries: readonly T[],
  size: (entry: T) => number,
): T[] {
  return entries
    .toSorted((x, y) => x.found - y.found || size(y) - size(x))
    .slice(0, WORST)
    .map((entry) => ({ ...entry, found: round(entry.found) }));
}

/** Gold kinds (rows) against suggested kinds (columns); "missed" and "false" are what has no partner. */
export function linkConfusion(gold: readonly GoldLinks[], lines: readonly Line[]) {
  const table: Record<string, Record<string, number>> = {};
  const count = (row: string, column: string) => {
    const cells = (table[row] ??= {});
    cells[column] = (cells[column] ?? 0) + 1;
  };
  gold.forEach(({ links }, index) => {
    const offered = lines[index]?.links ?? [];
    const candidates = links.flatMap((link, i) =>
      offered.map((offer, j) => [linkOverlap(link, offer), i, j] as const),
    );
    const [takenGold, takenOffers] = [new Set<number>(), new Set<number>()];
    for (const [value, i, j] of candidates.toSorted(([x], [y]) => y - x)) {
      if (value < FOUND || takenGold.has(i) || takenOffers.has(j)) continue;
      takenGold.add(i);
      takenOffers.add(j);
      count(links[i]?.kind ?? '', offered[j]?.kind ?? '');
    }
    links.forEach(({ kind }, i) => takenGold.has(i) || count(kind, 'missed'));
    offered.forEach(({ kind }, j) => takenOffers.has(j) || count('false', kind));
  });
  return table;
}

function linkOverlap(link: GoldLinks['links'][number], offer: Line['links'][number]): number {
  return Math.min(overlap(link.a, offer.a), overlap(link.b, offer.b));
}

/** The gold links that no suggestion comes near to; `found` is the best overlap. */
export function worstLinks(gold: readonly GoldLinks[], lines: readonly Line[]) {
  const entries = gold.flatMap(({ a, b, links }, index) =>
    links.map((link) => ({
      files: [a, b],
      spans: [link.a, link.b] as const,
      kind: link.kind,
      found: best((lines[index]?.links ?? []).map((offer) => linkOverlap(link, offer))),
    })),
  );
  return worst(entries, ({ spans: [a] }) => length(a));
}

/** The reused passages least covered by suggestions; `found` is the share of both sides. */
export function worstPassages(gold: readonly GoldPassages[], lines: readonly Line[]) {
  const entries = gold.flatMap(({ a, b, category, cases }, index) =>
    cases.map((passage) => ({
      files: [a, b],
      spans: [passage.a, passage.b] as const,
      category,
      found: best(
        (lines[index]?.passages ?? []).map(
          (offer) =>
            (shared(passage.a, offer.a) + shared(passage.b, offer.b)) /
            (length(passage.a) + length(passage.b)),
        ),
      ),
    })),
  );
  return worst(entries, ({ spans: [a] }) => length(a));
}

/** The attributions least covered by a suggested quote; `found` is the share of the content. */
export function worstQuotes(gold: readonly GoldQuotes[], lines: readonly Line[]) {
  const entries = gold.flatMap(({ file, attributions }, index) =>
    attributions.map(({ content, kind }) => ({
      files: [file],
      spans: content,
      kind,
      found: best(
        (lines[index]?.quotes.a ?? []).map(
          (offer) => content.reduce((sum, range) => sum + shared(range, offer), 0) / total(content),
        ),
      ),
    })),
  );
  return worst(entries, ({ spans }) => total(spans));
}

/** The sentences whose score is furthest from the truth: lines of the gold file, from 1; `found` is 1 - the distance. */
export function worstClaims(gold: readonly GoldSentence[], [line]: readonly Line[]) {
  let at = 0;
  let next = 0;
  const offers = line?.sentences.a ?? [];
  const entries = gold.map(({ text, checkworthy }, index) => {
    const range: Range = [at, at + Array.from(text).length];
    at = range[1] + 2;
    let value = 0;
    for (; next < offers.length && (offers[next] as Place).start < range[1]; next++)
      value = Math.max(value, offers[next]?.checkworthiness ?? 0);
    return { line: index + 1, checkworthy, found: 1 - Math.abs(checkworthy - value) };
  });
  return worst(entries, () => 0);
}
