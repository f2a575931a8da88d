import { compareAnnotations, type Annotation } from '../model/annotation';
import { firstNot, placeIn } from '../model/sorted';

/**
 * The annotations of one article in their order, in short runs that each know how far they reach: whole runs are passed
 * over when something is looked for, and a change copies one run. Never changed in place.
 */
export type SpanIndex = readonly Run[];

interface Run {
  readonly items: readonly Annotation[];
  /** The greatest end among the items. */
  readonly reach: number;
}

/** Runs are made of so many annotations, and cut in two when they are twice as many. */
const RUN = 64;

/** An index of one article's annotations, which must be in `compareAnnotations` order. */
export function spanIndexOf(sorted: readonly Annotation[]): SpanIndex {
  const runs: Run[] = [];
  for (let at = 0; at < sorted.length; at += RUN) runs.push(runOf(sorted.slice(at, at + RUN)));
  return runs;
}

/** The index with one more annotation. */
export function withSpan(index: SpanIndex, added: Annotation): SpanIndex {
  const at = Math.max(0, firstNot(index, (run) => !isAfter(run, added)) - 1);
  const items = index[at]?.items ?? [];
  const grown = items.toSpliced(placeIn(items, added, compareAnnotations), 0, added);
  const runs =
    grown.length < 2 * RUN ? [runOf(grown)] : [runOf(grown.slice(0, RUN)), runOf(grown.slice(RUN))];
  return index.toSpliced(at, 1, ...runs);
}

/** The index without one of its annotations. */
export function withoutSpan(index: SpanIndex, gone: Annotation): SpanIndex {
  const at = Math.max(0, firstNot(index, (run) => !isAfter(run, gone)) - 1);
  const items = index[at]?.items.filter(({ id }) => id !== gone.id) ?? [];
  return index.toSpliced(at, 1, ...(items.length > 0 ? [runOf(items)] : []));
}

/** The annotations that share a character with `[start, end)`, in their order. Offsets are UTF-16 code units. */
export function overlapping(index: SpanIndex, start: number, end: number): readonly Annotation[] {
  const found: Annotation[] = [];
  for (const { items, reach } of index) {
    if ((items[0] as Annotation).start >= end) break;
    if (reach <= start) continue;
    for (const each of items) {
      if (each.start >= end) break;
      if (each.end > start) found.push(each);
    }
  }
  return found;
}

function isAfter({ items }: Run, annotation: Annotation): boolean {
  return compareAnnotations(items[0] as Annotation, annotation) > 0;
}

function runOf(items: readonly Annotation[]): Run {
  return { items, reach: items.reduce((most, { end }) => Math.max(most, end), 0) };
}
