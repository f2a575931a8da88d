import type { ScoredSentence, SuggestedQuote, Suggestions } from '../suggest/suggestions';
import { codePointsOf } from '../text/code-points';
import type { Span } from '../text/quote-selector';

/** Scores have four digits. */
const PRECISION = 1e4;

const round = (score: number) => Math.round(score * PRECISION) / PRECISION;

/** The proposals for one pair of files, with offsets in Unicode code points: one line of a suggestions file. */
export function toSuggestionsLine(
  files: { readonly left: string; readonly right: string },
  texts: { readonly left: string; readonly right: string },
  { links, passages, quotes, sentences }: Suggestions,
): string {
  const a = writerFor(texts.left);
  const b = writerFor(texts.right);
  return JSON.stringify({
    a: files.left,
    b: files.right,
    links: links.map(({ left, right, kind, tag, score, words }) => ({
      a: a.span(left),
      b: b.span(right),
      kind,
      tag,
      score: round(score),
      words,
    })),
    passages: passages.map(({ left, right, score }) => ({
      a: a.span(left),
      b: b.span(right),
      score: round(score),
    })),
    quotes: { a: quotes.left.map(a.quote), b: quotes.right.map(b.quote) },
    sentences: { a: sentences.left.map(a.sentence), b: sentences.right.map(b.sentence) },
  });
}

/** Writes what is proposed in one text with that text's code points. */
function writerFor(text: string) {
  const { toCodePoint } = codePointsOf(text);
  const span = ({ start, end }: Span) => ({ start: toCodePoint(start), end: toCodePoint(end) });
  return {
    span,
    quote: ({ kind, speaker, cue, score, ...place }: SuggestedQuote) => ({
      ...span(place),
      kind,
      speaker: speaker && span(speaker),
      cue: cue && span(cue),
      score: round(score),
    }),
    sentence: ({ checkworthiness, ...place }: ScoredSentence) => ({
      ...span(place),
      checkworthiness: round(checkworthiness),
    }),
  };
}
