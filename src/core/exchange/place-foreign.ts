import { lookupOf } from '../lookup/lookup';
import type { Author } from '../edit/build-edits';
import type { Change, Edit } from '../edit/edit';
import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import { SIDES, type Side } from '../model/fields';
import { areTwins, type Link } from '../model/link';
import { snapToGraphemes } from '../text/boundaries';
import { codePointsOf, type CodePoints } from '../text/code-points';
import { linkKind } from '../text/compare-words';
import { matchQuote, type Span } from '../text/quote-selector';
import type { Foreign, ForeignAnnotation, ForeignLink } from './foreign';

/** What became of the annotations and links of a file. */
export interface PlacingReport {
  /** Annotations whose text stands where the file says. */
  readonly byPosition: number;
  /** Annotations whose text stands elsewhere, in one place only. */
  readonly byQuote: number;
  /** Annotations that the comparison held already: same article, span and tag. */
  readonly known: number;
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
  const points = {
    left: codePointsOf(comparison.left.text),
    right: codePointsOf(comparison.right.text),
  };
  const takeKnown = knownIn(comparison);
  const byKey = new Map<string, Annotation>();
  const counts = { position: 0, quote: 0, known: 0 };
  const notPlaced: ForeignAnnotation[] = [];
  const added: Annotation[] = [];
  for (const each of foreign.annotations) {
    const place = placeOf(comparison, each, points);
    if (!place) {
      notPlaced.push(each);
      continue;
    }
    const annotation = annotationAt(comparison, each, place, author);
    const known = takeKnown(annotation);
    byKey.set(each.key, known ?? annotation);
    if (known) counts.known += 1;
    else {
      added.push(annotation);
      counts[place.how] += 1;
    }
  }
  const tied = tieForeign(comparison, foreign.links, byKey, author);
  const changes: Change[] = [
    ...added.map((annotation): Change => ({ type: 'add-annotation', annotation })),
    ...tied.links.map((link): Change => ({ type: 'add-link', link })),
  ];
  return {
    edit:
      changes.length === 0 ? null : { name: editName(added.length, tied.links.length), changes },
    report: {
      byPosition: counts.position,
      byQuote: counts.quote,
      known: counts.known,
      notPlaced,
      links: tied.links.length,
      knownLinks: tied.known,
      lostLinks: foreign.links.length - tied.links.length - tied.known,
      tags: [...new Set(added.map(({ tag }) => tag))],
      skipped: foreign.skipped,
    },
  };
}

interface Place extends Span {
  readonly side: Side;
  readonly how: 'position' | 'quote';
}

/** Where an annotation stands: where it says if its text is there, else where its text is, if that is one place only. */
function placeOf(
  comparison: Comparison,
  { side, span, exact, prefix, suffix }: ForeignAnnotation,
  points: Readonly<Record<Side, CodePoints>>,
): Place | null {
  const sides = side ? [side] : SIDES;
  for (const on of sides) {
    const { text } = comparison[on];
    if (!span || span.end > points[on].length || (side === null && exact === '')) continue;
    const asSaid = { start: points[on].toUtf16(span.start), end: points[on].toUtf16(span.end) };
    if (exact === '' || isSame(text.slice(asSaid.start, asSaid.end), exact))
      return { ...snapToGraphemes(text, asSaid), side: on, how: 'position' };
    // Some tools count UTF-16 code units; where the very text stands there, this one does.
    if (
      exact !== '' &&
      text.startsWith(exact, span.start) &&
      span.end - span.start === exact.length
    )
      return { ...snapToGraphemes(text, span), side: on, how: 'position' };
  }
  const found = sides.flatMap((on): Place[] => {
    const { text } = comparison[on];
    const match = matchQuote(text, { exact, prefix, suffix });
    return match ? [{ ...snapToGraphemes(text, match), side: on, how: 'quote' }] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
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

function annotationAt(
  comparison: Comparison,
  { tag, speaker, stance, certainty, note, origin, by, created }: ForeignAnnotation,
  { side, start, end }: Place,
  author: Author,
): Annotation {
  return {
    id: author.newId(),
    side,
    tag,
    start,
    end,
    exact: comparison[side].text.slice(start, end),
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

/** The links whose ends were placed, in different articles, and that the comparison does not hold yet. */
function tieForeign(
  comparison: Comparison,
  links: readonly ForeignLink[],
  placed: ReadonlyMap<string, Annotation>,
  author: Author,
): { readonly links: readonly Link[]; readonly known: number } {
  const lookup = lookupOf(comparison);
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
    if (ties.has(tie) || lookup.linksOf(left.id).some((other) => areTwins(other, link))) known += 1;
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
