import type { Side } from '../../core/model/fields';
import type { SuggestedLink, Suggestions } from '../../core/suggest/suggestions';
import type { Span } from '../../core/text/quote-selector';

/** The two texts a request is about. */
export type Texts = Readonly<Record<Side, string>>;

/** What the client asks of the worker; every answer names the job. */
export type Request =
  | { readonly type: 'suggest'; readonly job: number; readonly texts: Texts }
  | {
      readonly type: 'partners';
      readonly job: number;
      readonly texts: Texts;
      readonly side: Side;
      readonly span: Span;
    };

export type Answer =
  | { readonly type: 'step'; readonly job: number; readonly done: number; readonly of: number }
  | { readonly type: 'found'; readonly job: number; readonly suggestions: Suggestions }
  | { readonly type: 'partners'; readonly job: number; readonly links: readonly SuggestedLink[] }
  | { readonly type: 'failed'; readonly job: number; readonly problem: string };
