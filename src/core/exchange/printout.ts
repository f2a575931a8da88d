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
    ties.set(own, [...(ties.get(own) ?? []), tie]);
  }
  return annotations
    .filter((each) => each.side === side)
    .map((annotation, index) => ({
      ...annotation,
      number: index + 1,
      ties: ties.get(annotation.id) ?? [],
    }));
}

function inPieces(
  text: string,
  paragraphs: readonly Span[],
  annotations: readonly Numbered[],
): readonly (readonly Piece[])[] {
  const within = paragraphs.map((): Numbered[] => []);
  const closing = paragraphs.map((): Numbered[] => []);
  for (const annotation of annotations) {
    const first = paragraphIndexAt(paragraphs, annotation.start);
    let last = first;
    while ((paragraphs[last + 1]?.start ?? Infinity) < annotation.end) last++;
    for (let index = first; index <= last; index++) within[index]?.push(annotation);
    closing[last]?.push(annotation);
  }
  return paragraphs.map((paragraph, index) =>
    piecesOf(text, paragraph, within[index] ?? [], closing[index] ?? []),
  );
}

/** Cuts a paragraph wherever an annotation begins or ends; `closing` are those that reach into no later paragraph. */
function piecesOf(
  text: string,
  { start: from, end: to }: Span,
  within: readonly Numbered[],
  closing: readonly Numbered[],
): readonly Piece[] {
  const cuts = new Set([from, to]);
  for (const { start, end } of within)
    for (const cut of [start, end]) cuts.add(Math.min(Math.max(cut, from), to));
  const sorted = [...cuts].toSorted((a, b) => a - b);
  // White space between paragraphs is on no paper: what ends in it is told at the nearest words.
  const placeOf = ({ end }: Span) => Math.min(Math.max(end, sorted[1] ?? to), to);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? from;
    const over = within.filter((each) => each.start <= start && end <= each.end);
    return {
      text: text.slice(start, end),
      tags: [...new Set(over.map(({ tag }) => tag))],
      ends: closing
        .filter((each) => placeOf(each) === end)
        .toSorted((a, b) => b.start - a.start || a.number - b.number)
        .map(({ number }) => number),
    };
  });
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
