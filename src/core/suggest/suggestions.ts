import type { LinkKind, Side } from '../model/fields';
import type { Span } from '../text/quote-selector';

// What the machine proposes for a pair of articles. Offsets are UTF-16 code units, half-open; scores are 0..1.

/** Two spans that say the same, each within one paragraph; `words` are what the proposal rests on, as the left text has them. */
export interface SuggestedLink {
  readonly left: Span;
  readonly right: Span;
  readonly kind: LinkKind;
  readonly tag: 'claim' | 'quote';
  readonly score: number;
  readonly words: readonly string[];
}

/** A longer stretch reused between the articles. */
export interface SuggestedPassage {
  readonly left: Span;
  readonly right: Span;
  readonly score: number;
}

export type QuoteKind = 'direct' | 'mixed' | 'indirect';

/** Somebody's words: what was said, who says it and the word that says so, each a span of the same article. */
export interface SuggestedQuote extends Span {
  readonly kind: QuoteKind;
  readonly speaker: Span | null;
  readonly cue: Span | null;
  readonly score: number;
}

/** A sentence that is no page furniture, and how much it is worth checking. */
export interface ScoredSentence extends Span {
  readonly checkworthiness: number;
}

export interface Suggestions {
  readonly links: readonly SuggestedLink[];
  readonly passages: readonly SuggestedPassage[];
  readonly quotes: Readonly<Record<Side, readonly SuggestedQuote[]>>;
  readonly sentences: Readonly<Record<Side, readonly ScoredSentence[]>>;
  /** The paragraphs that are page furniture and no part of an article. */
  readonly furniture: Readonly<Record<Side, readonly Span[]>>;
}

export const NO_SUGGESTIONS: Suggestions = {
  links: [],
  passages: [],
  quotes: { left: [], right: [] },
  sentences: { left: [], right: [] },
  furniture: { left: [], right: [] },
};
