import type { ArticleDetails } from '../../../core/model/article';
import type { Block } from '../../../core/reading/reading';

/** What a reader of one kind of file found in it; words for the user are thrown where it cannot be read. */
export interface Found {
  readonly details: Partial<ArticleDetails>;
  readonly blocks: readonly Block[];
  /** Whether all blocks together are the file, as for plain text. */
  readonly plain?: boolean;
  readonly warnings: readonly string[];
}

/** Why a file cannot be read, in words that end the sentence "… could not be read:". */
export class Unreadable extends Error {}
