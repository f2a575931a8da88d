import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { Side } from '../../core/model/fields';
import type { Block } from '../../core/reading/reading';
import { directionOf } from '../../core/text/direction';
import { keepBlocks } from '../client/making';
import { stepFor, withRange } from './block-keys';
import styles from './preview.module.css';

/** About how high a block is before it is drawn: a line in pixels, and the letters on it. */
const LINE = 24;
const LETTERS = 60;

/**
 * What was read, block by block, drawn where it can be seen. The kept ones are the selected options; Space, Enter or a
 * press takes one out or puts it back, and with Shift all up to the next are made like the one before.
 */
export function BlockList({
  side,
  blocks,
  kept,
  name,
}: {
  side: Side;
  blocks: readonly Block[];
  kept: readonly boolean[];
  name: string;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const anchor = useRef(0);
  const virtual = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => list.current,
    estimateSize: (index) =>
      LINE * Math.ceil((blocks[index]?.text.length ?? 0) / LETTERS) + LINE / 2,
    overscan: 6,
    // The block that the keyboard is at is always there, or it could not be named.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), active])].toSorted((a, b) => a - b),
  });
  const idOf = (index: number) => `block-${side}-${index}`;

  const goTo = (index: number, extend: boolean) => {
    if (extend)
      keepBlocks(side, withRange(kept, anchor.current, index, kept[anchor.current] ?? true));
    else anchor.current = index;
    setActive(index);
    virtual.scrollToIndex(index);
  };
  const turn = (index: number) => {
    anchor.current = index;
    setActive(index);
    keepBlocks(side, withRange(kept, index, index, !kept[index]));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const main = event.ctrlKey || event.metaKey;
    const page = Math.max(1, virtual.getVirtualItems().length - 12);
    const place = { at: active, count: blocks.length, page };
    const step = event.altKey || main ? null : stepFor(event.key, event.shiftKey, place);
    if (step) goTo(step.to, step.extends);
    else if (!main && (event.key === ' ' || event.key === 'Enter')) turn(active);
    else if (main && event.key.toLowerCase() === 'a')
      keepBlocks(
        side,
        blocks.map(() => true),
      );
    else return;
    event.preventDefault();
  };
  const onMouseDown = (event: React.MouseEvent) => {
    if (blockAt(event.target) === null) return;
    // The list has the focus, and nothing is selected as text.
    event.preventDefault();
    list.current?.focus({ preventScroll: true });
  };
  const onClick = ({ target, shiftKey }: React.MouseEvent) => {
    const index = blockAt(target);
    if (index !== null && shiftKey) goTo(index, true);
    else if (index !== null) turn(index);
  };

  return (
    <div
      ref={list}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={name}
      aria-describedby={`how-${side}`}
      aria-multiselectable
      aria-activedescendant={idOf(active)}
      data-blocks={side}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onClick={onClick}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const block = blocks[index];
          if (!block) return null;
          const text = block.text.trim();
          return (
            <div
              key={index}
              ref={virtual.measureElement}
              data-index={index}
              id={idOf(index)}
              className={styles.block}
              role="option"
              tabIndex={-1}
              aria-selected={kept[index] ?? false}
              aria-posinset={index + 1}
              aria-setsize={blocks.length}
              data-kind={block.kind}
              data-active={index === active}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className={styles.blockText} dir={directionOf(text)}>
                {text}
              </span>
              {!kept[index] && (
                <span className={styles.reason}>{block.reason || 'Taken out by you'}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The index of the block that an element lies in. */
function blockAt(element: EventTarget): number | null {
  const block = element instanceof Element ? element.closest<HTMLElement>('[data-index]') : null;
  return block ? Number(block.dataset['index']) : null;
}
