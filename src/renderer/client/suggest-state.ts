import type { Side } from '../../core/model/fields';
import type { Proposal } from '../../core/suggest/proposals';
import type { Suggestions } from '../../core/suggest/suggestions';
import type { Span } from '../../core/text/quote-selector';

/** What the list of suggestions shows. */
export interface SuggestionFilter {
  readonly kinds: Readonly<Record<Proposal['kind'], boolean>>;
  /** The lowest score shown, 0..1. */
  readonly from: number;
  readonly order: 'place' | 'score';
  readonly rejected: boolean;
}

/** How far looking for suggestions has come. */
export type Looking =
  | { readonly phase: 'none' | 'ready' }
  | {
      readonly phase: 'running';
      readonly done: number;
      readonly of: number;
      readonly slow: boolean;
    }
  | { readonly phase: 'problem'; readonly problem: string };

/** The best partners of one span, in place of all suggestions. */
export interface Candidates {
  readonly side: Side;
  readonly span: Span;
  readonly proposals: readonly Proposal[];
}

export interface SuggestState {
  readonly looking: Looking;
  readonly found: Suggestions | null;
  readonly filter: SuggestionFilter;
  /** The key of the suggestion worked on. */
  readonly current: string | null;
  readonly candidates: Candidates | null;
}

export const NOTHING_SUGGESTED: SuggestState = {
  looking: { phase: 'none' },
  found: null,
  filter: {
    kinds: { link: true, quote: true, claim: true },
    from: 0.5,
    order: 'place',
    rejected: false,
  },
  current: null,
  candidates: null,
};
