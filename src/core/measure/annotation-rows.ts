import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import type { Side } from '../model/fields';
import { plain } from '../text/plain';

/** Which articles say what an annotation holds: only its own, or both, as its links tell. */
export type SaidIn = Side | 'both';

/** An annotation as the table lists it, with those that links tie to it. */
export interface AnnotationRow {
  readonly annotation: Annotation;
  readonly partners: readonly Annotation[];
  readonly saidIn: SaidIn;
}

/** Which annotations are wanted; null wants all. `words` are looked for in text, speaker and note, each anywhere. */
export interface RowFilter {
  readonly words: string;
  readonly side: Side | null;
  readonly tag: string | null;
  readonly speaker: string | null;
  readonly saidIn: SaidIn | null;
}

/** What the table can be sorted by. */
export type RowKey = 'place' | 'tag' | 'text' | 'speaker' | 'note' | 'saidIn' | 'modified';

export interface RowOrder {
  readonly by: RowKey;
  readonly descending: boolean;
}

/** A comparison's annotations as rows, in reading order. */
export function annotationRows({ annotations, links }: Comparison): readonly AnnotationRow[] {
  const byId = new Map(annotations.map((each) => [each.id, each]));
  const partners = new Map<string, Annotation[]>();
  const tie = (id: string, other: string) => {
    const partner = byId.get(other);
    const known = partners.get(id);
    if (partner && !known?.includes(partner)) partners.set(id, [...(known ?? []), partner]);
  };
  for (const { left, right } of links) {
    tie(left, right);
    tie(right, left);
  }
  return annotations.map((annotation) => {
    const tied = partners.get(annotation.id) ?? [];
    return { annotation, partners: tied, saidIn: tied.length > 0 ? 'both' : annotation.side };
  });
}

/** The rows that a filter wants, in the order given. */
export function filterRows(
  rows: readonly AnnotationRow[],
  { words, side, tag, speaker, saidIn }: RowFilter,
): readonly AnnotationRow[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { annotation } = row;
    return (
      (side === null || annotation.side === side) &&
      (tag === null || annotation.tag === tag) &&
      (speaker === null || annotation.speaker === speaker) &&
      (saidIn === null || row.saidIn === saidIn) &&
      wanted.every((word) => searchable(annotation).includes(word))
    );
  });
}

// An annotation never changes, so what is searched in it is made once.
const searched = new WeakMap<Annotation, string>();

function searchable(annotation: Annotation): string {
  let text = searched.get(annotation);
  if (text === undefined) {
    const { exact, speaker, note } = annotation;
    searched.set(annotation, (text = plain(`${exact}\n${speaker}\n${note}`)));
  }
  return text;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** What each column sorts by; what is equal keeps its order. */
const KEYS: Readonly<Record<Exclude<RowKey, 'place'>, (row: AnnotationRow) => string>> = {
  tag: ({ annotation }) => annotation.tag,
  text: ({ annotation }) => annotation.exact,
  speaker: ({ annotation }) => annotation.speaker,
  note: ({ annotation }) => annotation.note,
  saidIn: ({ saidIn }) => saidIn,
  modified: ({ annotation }) => annotation.modified,
};

/** Sorts rows that are in reading order; where a cell is empty, its row comes last either way. */
export function sortRows(
  rows: readonly AnnotationRow[],
  { by, descending }: RowOrder,
): readonly AnnotationRow[] {
  if (by === 'place') return descending ? rows.toReversed() : rows;
  const key = KEYS[by];
  return rows.toSorted((a, b) => {
    const [first, second] = [key(a), key(b)];
    if (first === '' || second === '') return Number(first === '') - Number(second === '');
    return descending ? collator.compare(second, first) : collator.compare(first, second);
  });
}
