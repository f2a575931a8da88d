import { linksOf } from '../edit/apply-link';
import type { Author } from '../edit/build-edits';
import type { Change, Edit } from '../edit/edit';
import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import { SIDES, type Side } from '../model/fields';
import { areTwins, type Link } from '../model/link';
import type { Guess, UnplacedAnnotation } from '../model/unplaced';
import { anchoring } from '../text/anchor';
import { snapToGraphemes } from '../text/boundaries';
import { codePointsOf, type CodePoints } from '../text/code-points';
import { linkKind } from '../text/compare-words';
import type { Span } from '../text/quote-selector';
import type { Foreign, ForeignAnnotation, ForeignLink } from './foreign';

/** What became of the annotations and links of a file. */
export interface PlacingReport {
  /** Annotations whose text stands where the file says. */
  readonly byPosition: number;
  /** Annotations whose text stands elsewhere, in one place only. */
  readonly byQuote: number;
  /** Annotations that the comparison held already: same article, tag and span or, where they wait, text and context. */
  readonly known: number;
  /** Annotations without a sure place; those with a text wait with the comparison's others of that kind. */
  readonly notPlaced: readonly Pick<ForeignAnnotation, 'side' | 'tag' | 'exact'>[];
  readonly links: number;
  readonly knownLinks: number;
  /** Links of which an end was not placed, or that do not lead from one article to the other. */
  readonly lostLinks: number;
  /** The tags that come with it. */
  readonly tags: readonly string[];
  readonly skipped: readonly string[];
}

/** The edit that adds what a file holds, null when that is nothing new, and what became of each part. */
export function placeForeign(
  comparison: Comparison,
  foreign: Foreign,
  author: Author,
): { readonly edit: Edit | null; readonly report: PlacingReport } {
  const find = finderIn(comparison);
  const takeKnown = knownIn(comparison);
  const alreadyWaiting = new Map(
    comparison.unplaced.annotations.map((each) => [waitingKey(each, each.side), each]),
  );
  const byKey = new Map<string, Pick<Annotation, 'id' | 'side' | 'exact'>>();
  const counts = { position: 0, quote: 0, known: 0 };
  const notPlaced: ForeignAnnotation[] = [];
  const [added, waiting]: [Annotation[], UnplacedAnnotation[]] = [[], []];
  for (const each of foreign.annotations) {
    const place = find(each);
    const waits =
      place && place.how !== 'position' && alreadyWaiting.get(waitingKey(each, place.side));
    if (waits) {
      byKey.set(each.key, waits);
      counts.known += 1;
      continue;
    }
    if (place?.how === 'position' || place?.how === 'quote') {
      const annotation = annotationAt(comparison, each, place, author);
      const known = takeKnown(annotation);
      byKey.set(each.key, known ?? annotation);
      if (!known) added.push(annotation);
      counts[known ? 'known' : place.how] += 1;
      continue;
    }
    notPlaced.push(each);
    const unplaced = place && waitingAt(each, place, author);
    if (!unplaced) continue;
    byKey.set(each.key, unplaced);
    waiting.push(unplaced);
  }
  const tied = tieForeign(comparison, foreign.links, byKey, author);
  const changes: Change[] = [
    ...added.map((annotation): Change => ({ type: 'add-annotation', annotation })),
    ...waiting.map((annotation): Change => ({ type: 'add-unplaced', annotation })),
    ...tied.links.map((link): Change => ({ type: 'add-link', link })),
  ];
  const coming = added.length + waiting.length;
  return {
    edit: changes.length === 0 ? null : { name: editName(coming, tied.links.length), changes },
    report: {
      byPosition: counts.position,
      byQuote: counts.quote,
      known: counts.known,
      notPlaced,
      links: tied.links.length,
      knownLinks: tied.known,
      lostLinks: foreign.links.length - tied.links.length - tied.known,
      tags: [...new Set([...added, ...waiting].map(({ tag }) => tag))],
      skipped: foreign.skipped,
    },
  };
}

/** Where an annotation stands, or on which side it waits for a place, with the best guess. */
type Place =
  | (Span & { readonly side: Side; readonly how: 'position' | 'quote' })
  | { readonly side: Side; readonly how: 'waiting'; readonly guess: Guess | null };

/**
 * Finds where annotations stand: where they say if their text is there, else where it is found for sure. What has no sure
 * place waits in its article; null where not even that is known.
 */
function finderIn(comparison: Comparison): (wanted: ForeignAnnotation) => Place | null {
  const points = {
    left: codePointsOf(comparison.left.text),
    right: codePointsOf(comparison.right.text),
  };
  const anchors = {
    left: anchoring(comparison.left.text),
    right: anchoring(comparison.right.text),
  };
  return (wanted) => {
    const sides = wanted.side ? [wanted.side] : SIDES;
    const said = sides.flatMap((side) => {
      const { text } = comparison[side];
      const span = asSaid(text, points[side], wanted);
      return span ? [{ ...snapToGraphemes(text, span), side, how: 'position' as const }] : [];
    });
    // Where both articles say it there, which one is meant is told by the words around it.
    if (said.length === 1) return said[0] ?? null;
    const found = sides.map((side) => ({ side, anchored: anchors[side](wanted) }));
    const placed = found.flatMap(({ side, anchored }) =>
      anchored.kind === 'placed' ? [{ ...anchored.span, side, how: 'quote' as const }] : [],
    );
    if (placed.length > 0) return placed.length === 1 ? (placed[0] ?? null) : null;
    const guesses = found.flatMap(({ side, anchored }) =>
      anchored.kind === 'uncertain'
        ? [{ side, how: 'waiting' as const, guess: { ...anchored.span, score: anchored.score } }]
        : [],
    );
    const [best] = guesses.toSorted((a, b) => b.guess.score - a.guess.score);
    return best ?? (wanted.side && { side: wanted.side, how: 'waiting', guess: null });
  };
}

/** The span that a file names, if the text it names stands there; in UTF-16 code units. */
function asSaid(
  text: string,
  points: CodePoints,
  { side, span, exact }: ForeignAnnotation,
): Span | null {
  if (!span || (side === null && exact === '')) return null;
  const said = { start: points.toUtf16(span.start), end: points.toUtf16(span.end) };
  const isInside = span.end <= points.length;
  if (isInside && (exact === '' || isSame(text.slice(said.start, said.end), exact))) return said;
  // Some tools count UTF-16 code units; where the very text stands there, this one does.
  const isUtf16 = exact !== '' && text.slice(span.start, span.end) === exact;
  return isUtf16 ? span : null;
}

// Half a surrogate pair does not survive a file in UTF-8.
const LONE_SURROGATE = /\p{Cs}/gu;

function isSame(a: string, b: string): boolean {
  return a.replaceAll(LONE_SURROGATE, '\ufffd') === b.replaceAll(LONE_SURROGATE, '\ufffd');
}

/** Gives the annotation that is there already for one to come, each of several in turn. */
function knownIn({ annotations }: Comparison): (coming: Annotation) => Annotation | undefined {
  const there = new Map<string, Annotation[]>();
  for (const each of annotations) {
    const key = placeKey(each);
    there.set(key, [...(there.get(key) ?? []), each]);
  }
  return (coming) => {
    const list = there.get(placeKey(coming));
    return list && list.length > 1 ? list.shift() : list?.[0];
  };
}

function placeKey({ side, start, end, tag }: Annotation): string {
  return `${side} ${start} ${end} ${tag}`;
}

/** What an annotation has besides its place. */
function fieldsOf(
  { tag, speaker, stance, certainty, note, origin, by, created }: ForeignAnnotation,
  author: Author,
) {
  return {
    id: author.newId(),
    tag,
    speaker,
    stance,
    certainty,
    note,
    origin,
    by: by || author.by,
    created: created || author.now,
    modified: author.now,
  };
}

function annotationAt(
  comparison: Comparison,
  foreign: ForeignAnnotation,
  { side, start, end }: Span & { readonly side: Side },
  author: Author,
): Annotation {
  const exact = comparison[side].text.slice(start, end);
  return { ...fieldsOf(foreign, author), side, start, end, exact };
}

/** The most context that is kept of what waits, in code units. */
const MAX_CONTEXT = 1_000;

/** An annotation that waits for a place; null when there is no text to find it by. */
function waitingAt(
  foreign: ForeignAnnotation,
  place: Place,
  author: Author,
): UnplacedAnnotation | null {
  if (place.how !== 'waiting' || foreign.exact === '') return null;
  return {
    ...fieldsOf(foreign, author),
    side: place.side,
    exact: foreign.exact,
    ...contextOf(foreign),
    guess: place.guess,
  };
}

function contextOf({ prefix, suffix }: Pick<ForeignAnnotation, 'prefix' | 'suffix'>) {
  return { prefix: prefix.slice(-MAX_CONTEXT), suffix: suffix.slice(0, MAX_CONTEXT) };
}

/** What tells one annotation that waits for a place from another. */
function waitingKey(
  each: Pick<ForeignAnnotation, 'tag' | 'exact' | 'prefix' | 'suffix'>,
  side: Side,
): string {
  const { prefix, suffix } = contextOf(each);
  return JSON.stringify([side, each.tag, each.exact, prefix, suffix]);
}

/** The links whose ends are known, in different articles, and that the comparison does not hold yet. */
function tieForeign(
  comparison: Comparison,
  links: readonly ForeignLink[],
  placed: ReadonlyMap<string, Pick<Annotation, 'id' | 'side' | 'exact'>>,
  author: Author,
): { readonly links: readonly Link[]; readonly known: number } {
  const made: Link[] = [];
  const ties = new Set<string>();
  let known = 0;
  for (const each of links) {
    const ends = [placed.get(each.from), placed.get(each.to)];
    const left = ends.find((end) => end?.side === 'left');
    const right = ends.find((end) => end?.side === 'right');
    if (!left || !right) continue;
    const link: Link = {
      id: author.newId(),
      left: left.id,
      right: right.id,
      relation: each.relation,
      kind: each.kind ?? linkKind(left.exact, right.exact),
      score: each.score,
      note: each.note,
      origin: each.origin,
      by: each.by || author.by,
      created: each.created || author.now,
    };
    const tie = `${link.left} ${link.right} ${link.relation}`;
    if (ties.has(tie) || linksOf(comparison, left.id).some((other) => areTwins(other, link)))
      known += 1;
    else {
      ties.add(tie);
      made.push(link);
    }
  }
  return { links: made, known };
}

function editName(annotations: number, links: number): string {
  return annotations > 0
    ? `Import ${count(annotations, 'annotation')}`
    : `Import ${count(links, 'link')}`;
}

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? '' : 's'}`;
}
