import { groupsOf } from '../measure/summary';
import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import { otherSide, type Side } from '../model/fields';
import { headingIndex } from '../text/guess-title';
import { paragraphIndexAt, paragraphsOf } from '../text/paragraphs';
import type { Span } from '../text/quote-selector';

/** A stretch of a paragraph under the same annotations. */
export interface Piece {
  readonly text: string;
  /** The tags it lies under, each once. */
  readonly tags: readonly string[];
  /** The numbers of the annotations that end with it, the inner ones first. */
  readonly ends: readonly number[];
}

/** An annotation with its number among those of its article, from 1, and what links tie it to. */
export interface Numbered extends Annotation {
  readonly number: number;
  readonly ties: readonly Tie[];
}

/** A link as one of its ends sees it: what it says, and the number of the annotation at its other end. */
export interface Tie {
  readonly words: string;
  readonly side: Side;
  readonly number: number;
  readonly note: string;
}

/** An article for paper: its paragraphs in pieces, and its annotations. */
export interface PrintedArticle {
  readonly paragraphs: readonly (readonly Piece[])[];
  /** The index of the paragraph that is the title; -1 when none is. */
  readonly heading: number;
  readonly notes: readonly Numbered[];
}

/** A comparison for paper: its annotations are numbers in the texts. */
export interface Printout {
  readonly left: PrintedArticle;
  readonly right: PrintedArticle;
  /** Who says what: the numbers of what one article says alone, and of what links tie together. */
  readonly onlyLeft: readonly number[];
  readonly onlyRight: readonly number[];
  readonly both: readonly Readonly<Record<Side, readonly number[]>>[];
}

/** Lays a comparison out for paper, where every annotation is a number in the text. */
export function printoutOf(comparison: Comparison): Printout {
  const left = numberedOf(comparison, 'left');
  const right = numberedOf(comparison, 'right');
  const article = (side: Side, notes: readonly Numbered[]): PrintedArticle => {
    const { text, title } = comparison[side];
    const paragraphs = paragraphsOf(text);
    return {
      paragraphs: inPieces(text, paragraphs, notes),
      heading: headingIndex(text, title, paragraphs),
      notes,
    };
  };
  return {
    left: article('left', left),
    right: article('right', right),
    ...balanceOf(comparison, left, right),
  };
}

/** What a link says, before the name of its other end: "same as". */
export function tieWords(relation: string): string {
  return relation === 'duplicate' ? 'same as' : relation;
}

function numberedOf({ annotations, links }: Comparison, side: Side): readonly Numbered[] {
  const numbers = { left: new Map<string, number>(), right: new Map<string, number>() };
  for (const each of annotations) numbers[each.side].set(each.id, numbers[each.side].size + 1);
  const other = otherSide(side);
  const ties = new Map<string, Tie[]>();
  for (const { [side]: own, [other]: partner, relation, note } of links) {
    const tie = {
      words: tieWords(relation),
      side: other,
      number: numbers[other].get(partner) ?? 0,
      note,
    };
    const others = ties.get(own);
    if (others) others.push(tie);
    else ties.set(own, [tie]);
  }
  return annotations
    .filter((each) => each.side === side)
    .map((annotation, index) => ({
      ...annotation,
      number: index + 1,
      ties: ties.get(annotation.id) ?? [],
    }));
}

/** Cuts each paragraph wherever an annotation begins or ends; from the text's beginning to its end, each is met once. */
function inPieces(
  text: string,
  paragraphs: readonly Span[],
  annotations: readonly Numbered[],
): readonly (readonly Piece[])[] {
  const closing = paragraphs.map((): Numbered[] => []);
  for (const each of annotations) closing[lastParagraph(paragraphs, each)]?.push(each);
  const edges = [...new Set(annotations.flatMap(({ start, end }) => [start, end]))];
  edges.sort((a, b) => a - b);
  const tagsAt = tagsAlong(annotations);
  let edge = 0;
  return paragraphs.map(({ start: from, end: to }, index) => {
    const cuts = [from];
    for (; (edges[edge] ?? Infinity) < to; edge++)
      if ((edges[edge] ?? 0) > from) cuts.push(edges[edge] ?? to);
    cuts.push(to);
    const endsAt = numbersByEnd(closing[index] ?? [], cuts[1] ?? to, to);
    return cuts.slice(1).map((end, at) => {
      const start = cuts[at] ?? from;
      return { text: text.slice(start, end), tags: tagsAt(start), ends: endsAt.get(end) ?? [] };
    });
  });
}

/** The paragraph beyond which an annotation does not reach. */
function lastParagraph(paragraphs: readonly Span[], { start, end }: Span): number {
  const at = paragraphIndexAt(paragraphs, end);
  const reached = (paragraphs[at]?.start ?? 0) < end ? at : at - 1;
  return Math.max(reached, paragraphIndexAt(paragraphs, start));
}

/** What lies under more tags names so many of them. */
const MOST_TAGS = 20;

/** Tells under which tags places lie, each of them further on than the one before. */
function tagsAlong(annotations: readonly Numbered[]): (at: number) => readonly string[] {
  const byEnd = annotations.toSorted((a, b) => a.end - b.end);
  const open = new Map<string, number>();
  const count = (tag: string, change: number) => {
    const now = (open.get(tag) ?? 0) + change;
    if (now > 0) open.set(tag, now);
    else open.delete(tag);
  };
  let [begun, ended] = [0, 0];
  return (at) => {
    for (let next = annotations[begun]; next && next.start <= at; next = annotations[++begun])
      count(next.tag, 1);
    for (let next = byEnd[ended]; next && next.end <= at; next = byEnd[++ended])
      count(next.tag, -1);
    const tags: string[] = [];
    for (const tag of open.keys()) if (tags.push(tag) === MOST_TAGS) break;
    return tags;
  };
}

/**
 * The numbers of annotations by the piece's end at which they are told, the inner ones first. White space between
 * paragraphs is on no paper: what ends in it is told at the nearest words.
 */
function numbersByEnd(
  closing: readonly Numbered[],
  first: number,
  last: number,
): ReadonlyMap<number, readonly number[]> {
  const numbers = new Map<number, number[]>();
  const inner = closing.toSorted((a, b) => b.start - a.start || a.number - b.number);
  for (const { end, number } of inner) {
    const at = Math.min(Math.max(end, first), last);
    const others = numbers.get(at);
    if (others) others.push(number);
    else numbers.set(at, [number]);
  }
  return numbers;
}

function balanceOf(
  comparison: Comparison,
  left: readonly Numbered[],
  right: readonly Numbered[],
): Pick<Printout, 'onlyLeft' | 'onlyRight' | 'both'> {
  const groups = groupsOf(comparison);
  const alone = (notes: readonly Numbered[]) =>
    notes.filter(({ id }) => !groups.has(id)).map(({ number }) => number);
  const both = new Map<string, Record<Side, number[]>>();
  for (const { id, side, number } of [...left, ...right]) {
    const group = groups.get(id);
    if (group === undefined) continue;
    const members = both.get(group) ?? { left: [], right: [] };
    members[side].push(number);
    both.set(group, members);
  }
  return { onlyLeft: alone(left), onlyRight: alone(right), both: [...both.values()] };
}
