import { NO_DETAILS } from '../../core/model/article';
import type { Reading } from '../../core/reading/reading';
import type { ArticleDraft } from '../../ipc/contract';

/** What was read of an article, and which of its blocks are kept, by index. */
interface Source {
  /** Which reading of this article it is, so that another file of the same name is told from it. */
  readonly count: number;
  readonly reading: Reading;
  readonly kept: readonly boolean[];
}

/** An article in the making: its details, and its text as typed or as the kept blocks of what was read. */
export interface ArticleInMaking extends ArticleDraft {
  readonly source: Source | null;
}

/** A comparison in the making. An empty title is taken from the articles. */
export interface Making {
  readonly title: string;
  readonly left: ArticleInMaking;
  readonly right: ArticleInMaking;
}

const EMPTY: ArticleInMaking = { ...NO_DETAILS, text: '', source: null };
export const NOTHING_MADE: Making = { title: '', left: EMPTY, right: EMPTY };
