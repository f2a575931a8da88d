import { lookupOf, type Lookup } from '../lookup/lookup';
import type { Comparison } from '../model/comparison';
import { SIDES, type LinkKind, type Side } from '../model/fields';
import { rejectionKey } from '../model/rejection';
import type { Span } from '../text/quote-selector';
import { overlap, sharedLength } from '../text/spans';
import type { SuggestedLink, SuggestedQuote, Suggestions } from './suggestions';

/** A suggestion as the analyst meets it: a link of two spans, or a claim or quote in one article. */
export interface Proposal {
  /** Tells it from every other one, and stays the same while the texts do. */
  readonly key: string;
  readonly kind: 'link' | 'claim' | 'quote';
  readonly tag: 'claim' | 'quote';
  readonly left: Span | null;
  readonly right: Span | null;
  /** How the two spans of a link say the same; null for a claim or quote. */
  readonly linkKind: LinkKind | null;
  /** 0..1. */
  readonly score: number;
  /** Who says it, as the article names them; '' where the engine does not know. */
  readonly speaker: Readonly<Record<Side, string>>;
  /** The words a link rests on. */
  readonly words: readonly string[];
  /** The program that proposes it; '' where it is Diptych. */
  readonly source: string;
  readonly rejected: boolean;
}

/**
 * A sentence is proposed as a claim from this check-worthiness on: above .5, because the scores come from debates, and in
 * news most sentences pass .5.
 */
const CLAIM_FROM = 0.75;
/** Two spans mean the same place from this share on: intersection over union. */
export const SAME_PLACE = 0.5;

/** Spans are looked up by the stretches of this length, in UTF-16 code units, that they touch. */
const STRETCH = 512;

/** Whether one of `spans` is the same place as a span, looked up in constant time for spans of ordinary length. */
export function placesOf(spans: readonly Span[]): (span: Span) => boolean {
  const stretches = new Map<number, Span[]>();
  for (const span of spans)
    for (const stretch of stretchesOf(span)) {
      const list = stretches.get(stretch);
      if (list) list.push(span);
      else stretches.set(stretch, [span]);
    }
  return (span) =>
    stretchesOf(span).some((stretch) =>
      stretches.get(stretch)?.some((other) => overlap(other, span) >= SAME_PLACE),
    );
}

function stretchesOf({ start, end }: Span): readonly number[] {
  const first = Math.floor(start / STRETCH);
  return Array.from({ length: Math.ceil(end / STRETCH) - first }, (_, i) => first + i);
}

/**
 * What is still to be decided, in the order of the left text and then the right: the engine's suggestions and what other
 * programs propose, as far as the comparison does not hold it yet. What was turned down is marked as rejected.
 */
export function proposalsOf(comparison: Comparison, suggestions: Suggestions): readonly Proposal[] {
  const rejected = new Set(comparison.rejections.map(rejectionKey));
  const isRejected = (proposal: Proposal) => ({
    ...proposal,
    rejected: rejected.has(proposal.key),
  });
  const lookup = lookupOf(comparison);
  const outside = comparison.proposed.map((link): SourcedLink => ({
    ...link,
    tag: 'claim',
    words: [],
  }));
  const links = [...outside, ...suggestions.links]
    .filter(({ left, right }) => !holdsLink(lookup, left, right))
    .map((link) => linkProposal(comparison, suggestions, link));
  const singles = SIDES.flatMap((side) => {
    const isTaken = (span: Span) =>
      lookup.overlapping(side, span).some((each) => overlap(each, span) >= SAME_PLACE);
    const quotes = suggestions.quotes[side];
    const isQuoted = placesOf(quotes);
    const claims = suggestions.sentences[side].filter(
      (sentence) => sentence.checkworthiness >= CLAIM_FROM && !isQuoted(sentence),
    );
    const { text } = comparison[side];
    return [
      ...quotes.map((quote) =>
        single('quote', side, quote, quote.score, speakerOf(quote, quotes, text)),
      ),
      ...claims.map((claim) => single('claim', side, claim, claim.checkworthiness, '')),
    ].filter((proposal) => !isTaken(proposal[side] as Span));
  });
  const all = new Map([...links, ...singles].map((each) => [each.key, isRejected(each)]));
  return [...all.values()].toSorted(inReadingOrder);
}

/** A suggested link that may come from another program. */
type SourcedLink = SuggestedLink & { readonly source?: string };

/** A suggested link as a proposal, with the speakers of the quotes its spans lie in. */
export function linkProposal(
  comparison: Comparison,
  suggestions: Pick<Suggestions, 'quotes'>,
  { left, right, kind, tag, score, words, source = '' }: SourcedLink,
): Proposal {
  const spans = { left: spanOf(left), right: spanOf(right) };
  const speaker = (side: Side) => {
    if (tag !== 'quote') return '';
    const quotes = suggestions.quotes[side];
    const quote = quotes.find((each) => each.speaker && covers(each, spans[side]) >= SAME_PLACE);
    return quote ? speakerOf(quote, quotes, comparison[side].text) : '';
  };
  return {
    key: rejectionKey({ kind: 'link', ...spans }),
    kind: 'link',
    tag,
    ...spans,
    linkKind: kind,
    score,
    speaker: { left: speaker('left'), right: speaker('right') },
    words,
    source,
    rejected: false,
  };
}

function single(
  kind: 'claim' | 'quote',
  side: Side,
  place: Span,
  score: number,
  speaker: string,
): Proposal {
  const spans = { left: null, right: null, [side]: spanOf(place) };
  return {
    key: rejectionKey({ kind, ...spans }),
    kind,
    tag: kind,
    ...spans,
    linkKind: null,
    score,
    speaker: { left: '', right: '', [side]: speaker },
    words: [],
    source: '',
    rejected: false,
  };
}

/** Words that stand for a speaker named before; the others of their kind stand for nobody in particular. */
const NAMED_BEFORE = /^(?:he|she)$/i;
const NOBODY = /^(?:it|they|who|which|that|i|we|you|his|her|their|its|some|others|many)$/i;
/** How far back a name is looked for, in UTF-16 code units: a few paragraphs. */
const BACK = 1_500;

/** Who says a quote, by name: for "he" and "she" the speaker named last before; '' where nobody is named. */
function speakerOf(
  { speaker }: SuggestedQuote,
  quotes: readonly SuggestedQuote[],
  text: string,
): string {
  if (!speaker) return '';
  const name = textOf(text, speaker);
  if (!NAMED_BEFORE.test(name)) return NOBODY.test(name) ? '' : name;
  const named = quotes.flatMap(({ speaker: other }) => {
    if (!other || other.end > speaker.start || other.end < speaker.start - BACK) return [];
    const theirs = textOf(text, other);
    return NAMED_BEFORE.test(theirs) || NOBODY.test(theirs) ? [] : { at: other.end, theirs };
  });
  return named.toSorted((a, b) => b.at - a.at)[0]?.theirs ?? '';
}

/** The share of `span` that `by` covers, 0..1. */
function covers(by: Span, span: Span): number {
  return sharedLength(by, span) / (span.end - span.start);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ').trim();
}

/** Whether the comparison links the places of two spans already. */
function holdsLink(lookup: Lookup, left: Span, right: Span): boolean {
  return lookup
    .overlapping('left', left)
    .some(
      (from) =>
        overlap(from, left) >= SAME_PLACE &&
        lookup.partnersOf(from.id).some((to) => overlap(to, right) >= SAME_PLACE),
    );
}

const KIND_ORDER = ['link', 'quote', 'claim'];

function inReadingOrder(a: Proposal, b: Proposal): number {
  const place = ({ left, right }: Proposal) => [left ? 0 : 1, (left ?? right)?.start ?? 0] as const;
  const [[aSide, aStart], [bSide, bStart]] = [place(a), place(b)];
  return (
    aSide - bSide ||
    aStart - bStart ||
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    b.score - a.score ||
    (a.key < b.key ? -1 : 1)
  );
}
