import type { ArticleDetails } from '../model/article';

/** What a block of an article file is; all but the first five are proposed to be left out. */
export type BlockKind =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'byline'
  | 'footnote'
  | 'caption'
  | 'date'
  | 'comment'
  | 'furniture';

/** A stretch of what an article file holds, with the line ends that part it from the next. */
export interface Block {
  readonly text: string;
  readonly kind: BlockKind;
  /** Whether it is proposed as part of the article. */
  readonly kept: boolean;
  /** Why it is proposed to be left out, in words; '' for what is kept. */
  readonly reason: string;
}

/** What was read out of an article file: all its blocks in reading order, and what it says about itself. */
export interface Reading {
  /** The file's name, or what else the blocks came from. */
  readonly name: string;
  readonly details: ArticleDetails;
  readonly blocks: readonly Block[];
  /** Whether it was plain text: then all blocks together are the file. */
  readonly plain: boolean;
  /** What the user should know about the file, a sentence each. */
  readonly warnings: readonly string[];
}

/** The article's text made of the blocks that are `kept`, by index; with all of them, exactly what was read. */
export function textOf(
  blocks: readonly Block[],
  kept: readonly boolean[] = proposalOf(blocks),
): string {
  const text = blocks.flatMap((block, index) => (kept[index] ? [block.text] : [])).join('');
  // The line ends before what is left out at the end part it from the article.
  return kept[blocks.length - 1] ? text : text.slice(0, endOf(text));
}

/** Where a text ends without its last line ends; a pattern would look at each run of empty lines again and again. */
function endOf(text: string): number {
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  return end;
}

/** Which blocks are proposed as the article, by index. */
export function proposalOf(blocks: readonly Block[]): readonly boolean[] {
  return blocks.map(({ kept }) => kept);
}
