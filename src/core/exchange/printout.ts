import { groupsOf } from '../measure/summary';
import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import type { Side } from '../model/fields';
import type { Link } from '../model/link';
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

/** An article for paper: its paragraphs in pieces, and its annotations in words, numbered from 1. */
export interface PrintedArticle {
  readonly paragraphs: readonly (readonly Piece[])[];
  /** The index of the paragraph that is the title; -1 when none is. */
  readonly heading: number;
  readonly notes: readonly string[];
}

/** A comparison for paper, in words and numbers only. */
export interface Printout {
  readonly left: PrintedArticle;
  readonly right: PrintedArticle;
  /** Who says what alone, a line each. */
  readonly summary: readonly string[];
}

interface Numbered extends Annotation {
  readonly number: number;
}

/** Lays a comparison out for paper, where every annotation is a number in the text and a line in words below it. */
export function printoutOf(comparison: Comparison): Printout {
  const left = numberedOf(comparison, 'left');
  const right = numberedOf(comparison, 'right');
  const numbers = new Map([...left, ...right].map(({ id, number }) => [id, number]));
  const article = (side: Side, annotations: readonly Numbered[]): PrintedArticle => {
    const { text, title } = comparison[side];
    const paragraphs = paragraphsOf(text);
    return {
      paragraphs: inPieces(text, paragraphs, annotations),
      heading: headingIndex(text, title, paragraphs),
      notes: notesOf(annotations, comparison.links, numbers),
    };
  };
  return {
    left: article('left', left),
    right: article('right', right),
    summary: summaryOf(comparison, left, right),
  };
}

function numberedOf({ annotations }: Comparison, side: Side): readonly Numbered[] {
  return annotations
    .filter((each) => each.side === side)
    .map((annotation, index) => ({ ...annotation, number: index + 1 }));
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
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? from;
    const over = within.filter((each) => each.start <= start && end <= each.end);
    return {
      text: text.slice(start, end),
      tags: [...new Set(over.map(({ tag }) => tag))],
      ends: closing
        .filter((each) => Math.min(each.end, to) === end)
        .toSorted((a, b) => b.start - a.start || a.number - b.number)
        .map(({ number }) => number),
    };
  });
}

function notesOf(
  annotations: readonly Numbered[],
  links: readonly Link[],
  numbers: ReadonlyMap<string, number>,
): readonly string[] {
  const ties = new Map<string, string[]>();
  const tie = (id: string, { relation }: Link, partner: string, side: Side) => {
    const words = relation === 'duplicate' ? 'same as' : relation;
    ties.set(id, [...(ties.get(id) ?? []), `${words} ${numbers.get(partner)} (${side})`]);
  };
  for (const link of links) {
    tie(link.left, link, link.right, 'right');
    tie(link.right, link, link.left, 'left');
  }
  return annotations.map(({ id, number, tag, exact, speaker, stance, certainty, note }) =>
    [
      `${number} ${tag}`,
      `“${oneLine(exact)}”`,
      speaker,
      stance && `stance: ${stance}`,
      certainty && `certainty: ${certainty}`,
      oneLine(note),
      ...(ties.get(id) ?? []),
    ]
      .filter(Boolean)
      .join(' — '),
  );
}

function summaryOf(
  comparison: Comparison,
  left: readonly Numbered[],
  right: readonly Numbered[],
): readonly string[] {
  const groups = groupsOf(comparison);
  const alone = (annotations: readonly Numbered[]) =>
    annotations.filter(({ id }) => !groups.has(id)).map(({ number }) => String(number));
  const together = (annotations: readonly Numbered[], group: string) =>
    annotations
      .filter(({ id }) => groups.get(id) === group)
      .map(({ number }) => number)
      .join(', ');
  const both = [...new Set(left.flatMap(({ id }) => groups.get(id) ?? []))].map(
    (group) => `left ${together(left, group)} with right ${together(right, group)}`,
  );
  return [
    counted('Only left', alone(left), ', '),
    counted('Only right', alone(right), ', '),
    counted('Both', both, '; '),
  ];
}

function counted(label: string, items: readonly string[], separator: string): string {
  return items.length === 0
    ? `${label}: none`
    : `${label} (${items.length}): ${items.join(separator)}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
