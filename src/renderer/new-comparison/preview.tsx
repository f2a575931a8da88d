import { useMemo } from 'react';
import type { Side } from '../../core/model/fields';
import { proposalOf, type Block, type Reading } from '../../core/reading/reading';
import { editAsText, keepBlocks } from '../client/making';
import { BlockList } from './block-list';
import styles from './preview.module.css';

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu;

/** What was read of an article before it is taken over: what is kept and what is left out, and why. */
export function Preview({
  side,
  reading: { name, blocks, warnings },
  kept,
}: {
  side: Side;
  reading: Reading;
  kept: readonly boolean[];
}) {
  const words = useMemo(() => blocks.map(countWords), [blocks]);
  const all = words.reduce((sum, count) => sum + count, 0);
  const chosen = words.reduce((sum, count, index) => sum + (kept[index] ? count : 0), 0);
  const proposal = proposalOf(blocks);
  const isProposal = kept.every((each, index) => each === proposal[index]);
  return (
    <div className={styles.preview}>
      {warnings.map((warning) => (
        <p key={warning} className={styles.warning} role="note">
          {warning}
        </p>
      ))}
      <p id={`how-${side}`} className={styles.how}>
        Click a paragraph, or press Space on it, to leave it out or put it back.
      </p>
      <BlockList side={side} blocks={blocks} kept={kept} name={`Text of ${name}`} />
      <div className={styles.foot}>
        <span role="status">
          {chosen.toLocaleString('en')} of {all.toLocaleString('en')} words kept
        </span>
        <span className={styles.space} />
        <button
          type="button"
          className={styles.button}
          aria-disabled={!kept.includes(false)}
          onClick={() =>
            keepBlocks(
              side,
              blocks.map(() => true),
            )
          }
        >
          Keep all
        </button>
        <button
          type="button"
          className={styles.button}
          aria-disabled={isProposal}
          onClick={() => keepBlocks(side, proposal)}
        >
          As proposed
        </button>
        <button type="button" className={styles.button} onClick={() => editAsText(side)}>
          Edit as text
        </button>
      </div>
    </div>
  );
}

function countWords({ text }: Block): number {
  return text.match(WORD)?.length ?? 0;
}
