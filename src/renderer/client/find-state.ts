import type { SearchOptions } from '../../core/text/search';
import type { Side } from '../../core/model/fields';

/** A place in the reading order: the left article, then the right one. */
export interface FoundPlace {
  readonly side: Side;
  readonly offset: number;
}

/** What is looked for in the articles. */
export interface FindState extends SearchOptions {
  /** Whether the bar is shown and what is found is painted. */
  readonly open: boolean;
  readonly query: string;
  readonly where: Side | 'both';
  /** Where the current match begins or, where there is none, where looking began. */
  readonly at: FoundPlace;
}

export const NOTHING_SOUGHT: FindState = {
  open: false,
  query: '',
  where: 'both',
  matchCase: false,
  wholeWords: false,
  at: { side: 'left', offset: 0 },
};
