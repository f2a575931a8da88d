import { lookupOf } from '../lookup/lookup';
import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import { certaintySchema, stanceSchema, type Side } from '../model/fields';
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
export type RowKey =
  'place' | 'tag' | 'text' | 'speaker' | 'stance' | 'certainty' | 'note' | 'saidIn' | 'modified';

export interface RowOrder {
  readonly by: RowKey;
  readonly descending: boolean;
}

/** A comparison's annotations as rows, in reading order. */
export function annotationRows(comparison: Comparison): readonly AnnotationRow[] {
  const lookup = lookupOf(comparison);
  return comparison.annotations.map((annotation) => {
    const partners = lookup.partnersOf(annotation.id);
    return { annotation, partners, saidIn: partners.length > 0 ? 'both' : annotation.side };
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
  stance: ({ annotation }) => degree(annotation.stance, stanceSchema.options),
  certainty: ({ annotation }) => degree(annotation.certainty, certaintySchema.options),
  note: ({ annotation }) => annotation.note,
  saidIn: ({ saidIn }) => saidIn,
  modified: ({ annotation }) => annotation.modified,
};

/** What is a matter of degree sorts by it, not by its word. */
function degree<T extends string>(value: T, options: readonly T[]): string {
  return value && String(options.indexOf(value));
}

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
