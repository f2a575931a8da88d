import { likenessTo } from '../text/compare-words';
import type { Alignment, Extract, Member, Passage, PassimDocument } from './passim-record';

/** Two documents and all the passages that passim aligned in them. */
export interface PassimPair {
  readonly left: PassimDocument;
  readonly right: PassimDocument;
  readonly passages: readonly PassagePair[];
}

/** Two passages that say the same; `score` is 0..1. */
export interface PassagePair {
  readonly left: Passage;
  readonly right: Passage;
  readonly score: number;
}

/** Which pairs are wanted. */
export interface PassimOptions {
  /** The fewest characters of a passage, in passim's count. */
  readonly minLength: number;
  /** The least share of equal characters (pairs) or words (clusters), 0..1. */
  readonly minScore: number;
  /** The most documents of a cluster: in larger ones, passages are mostly phrases of a trade. */
  readonly maxCluster: number;
}

export const ALL_PASSAGES: PassimOptions = { minLength: 0, minScore: 0, maxCluster: 100 };

/**
 * Gathers passim's records into pairs of documents. In a cluster of passim 2, each passage is paired with its sources;
 * in one of passim 1, the earliest (by date, then id) with each passage of another series. A pair's earlier document
 * stands on the left; where the dates do not tell, passim's first.
 */
export class PassimPairs {
  readonly #options: PassimOptions;
  readonly #clusters = new Map<string, Member[]>();
  readonly #pairs = new Map<
    string,
    { left: PassimDocument; right: PassimDocument; passages: PassagePair[] }
  >();
  #largeClusters = 0;
  #lostSources = 0;

  constructor(options: PassimOptions) {
    this.#options = options;
  }

  /** How many clusters were left out because they have too many documents; known once `pairs` was asked for. */
  get largeClusters(): number {
    return this.#largeClusters;
  }

  /** How many sources of passages are not among the records; known once `pairs` was asked for. */
  get lostSources(): number {
    return this.#lostSources;
  }

  add(record: Member | Alignment): void {
    if (record.kind === 'alignment') this.#note(record.left, record.right, record.score);
    else {
      const members = this.#clusters.get(record.cluster);
      if (members) members.push(record);
      else this.#clusters.set(record.cluster, [record]);
    }
  }

  /** The pairs of all that was added, in the order in which they came. */
  pairs(): readonly PassimPair[] {
    for (const [cluster, members] of this.#clusters) {
      this.#clusters.delete(cluster);
      const documents = new Set(members.map(({ document }) => document.id)).size;
      if (documents > this.#options.maxCluster) {
        this.#largeClusters++;
        continue;
      }
      const found = pairsIn(members);
      const sources = members.reduce((sum, each) => sum + (each.sources?.length ?? 0), 0);
      this.#lostSources += Math.max(0, sources - found.length);
      for (const [left, right] of found) this.#note(left, right, scoreOf(left, right));
    }
    return Array.from(this.#pairs.values(), ({ passages, ...pair }) => ({
      ...pair,
      passages: passages
        .toSorted(byPlace)
        .filter((each, index, all) => index === 0 || byPlace(all[index - 1] ?? each, each) !== 0),
    }));
  }

  #note(a: End, b: End, score: number): void {
    const { minLength, minScore } = this.#options;
    const short = [a, b].some(({ passage: { begin, end } }) => end - begin < minLength);
    if (short || score < minScore || a.document.id === b.document.id) return;
    const key = JSON.stringify([a.document.id, b.document.id].toSorted());
    const known = this.#pairs.get(key);
    const swap = known ? known.left.id !== a.document.id : isEarlier(b.document, a.document);
    const [left, right] = swap ? [b, a] : [a, b];
    const passages = known?.passages ?? [];
    if (!known) this.#pairs.set(key, { left: left.document, right: right.document, passages });
    passages.push({ left: left.passage, right: right.passage, score });
  }
}

interface End {
  readonly document: PassimDocument;
  readonly passage: Passage;
}

function byPlace(a: PassagePair, b: PassagePair): number {
  return (
    a.left.begin - b.left.begin ||
    a.right.begin - b.right.begin ||
    a.left.end - b.left.end ||
    a.right.end - b.right.end
  );
}

function isEarlier(a: PassimDocument, b: PassimDocument): boolean {
  const [first, second] = [a.details.date, b.details.date];
  return first !== '' && second !== '' && first < second;
}

/** The passages of a cluster that belong together, the source first. */
function pairsIn(members: readonly Member[]): readonly (readonly [End, End])[] {
  const hasSources = members.some(({ sources }) => sources !== null);
  return hasSources
    ? members.flatMap((member) => withSources(member, members))
    : withEarliest(members);
}

function withSources(member: Member, members: readonly Member[]): readonly (readonly [End, End])[] {
  return (member.sources ?? []).flatMap(({ uid, begin, end }) => {
    const source = members.find(
      (each) => each.uid === uid && each.extract.begin <= begin && end <= each.extract.end,
    );
    if (!source) return [];
    const passage = { extract: source.extract, begin, end };
    return [[{ document: source.document, passage }, wholeOf(member)] as const];
  });
}

function withEarliest(members: readonly Member[]): readonly (readonly [End, End])[] {
  const [first, ...others] = members.toSorted(byDate);
  if (!first) return [];
  const { outlet } = first.document.details;
  return others
    .filter(({ document }) => outlet === '' || document.details.outlet !== outlet)
    .map((member) => [wholeOf(first), wholeOf(member)] as const);
}

/** Orders passages by their documents' dates, those without one last, then by id and place. */
function byDate(a: Member, b: Member): number {
  const [first, second] = [dateKey(a), dateKey(b)];
  return first < second ? -1 : first > second ? 1 : a.extract.begin - b.extract.begin;
}

function dateKey({ document: { id, details } }: Member): string {
  return `${details.date || '9999'} ${id}`;
}

function wholeOf({ document, extract }: Member): End {
  return { document, passage: { extract, begin: extract.begin, end: extract.end } };
}

function scoreOf(left: End, right: End): number {
  return likenessTo(textOf(left.passage))(textOf(right.passage));
}

/** A passage's text as far as its extract holds it. */
export function textOf({ extract, begin, end }: Passage): string {
  const from = Math.max(0, begin - textBegin(extract));
  const to = end - textBegin(extract);
  if (from === 0 && end >= extract.end) return extract.text;
  return extract.unit === 'utf16'
    ? extract.text.slice(from, to)
    : Array.from(extract.text).slice(from, to).join('');
}

/** Where an extract's text begins in its document. */
export function textBegin({ begin, early }: Extract): number {
  return early ? begin - 1 : begin;
}
