import type { Block } from '../../../core/reading/reading';

/** Tags of blocks that follow each other closely: list items, and rows of tables. */
const CLOSE = new Set(['li', 'tr', 'dt', 'dd']);

/** Blocks with the line ends that part them: an empty line, or none within lists and tables. */
export function parted(
  blocks: readonly { readonly text: string; readonly tag: string }[],
  proposals: readonly Omit<Block, 'text'>[],
): readonly Block[] {
  return proposals.map((proposal, index) => {
    const { text = '', tag = '' } = blocks[index] ?? {};
    const next = blocks[index + 1];
    const parting = !next ? '' : CLOSE.has(tag) && next.tag === tag ? '\n' : '\n\n';
    return { ...proposal, text: text + parting };
  });
}
