import { useEffect, useRef, type ReactNode } from 'react';
import { showAtOnce } from '../client/paint-first';
import shared from './inspector.module.css';
import styles from './suggestions.module.css';

/** So many items are listed at a time, around the one worked on. */
const MOST = 200;

/** What an item of a work list shows. */
export interface WorkItem {
  /** As a screen reader names it. */
  readonly name: string;
  /** The name of its tag's colour. */
  readonly colour: string;
  readonly title: ReactNode;
  readonly score: string;
  /** While another one is worked on. */
  readonly closed: ReactNode;
  /** While it is worked on. */
  readonly open: ReactNode;
}

/**
 * Things to be decided one by one. One stop of the Tab key; the arrows walk through them, the one worked on is open, and
 * Enter leads to its place in the text.
 */
export function WorkList<T>({
  label,
  mark,
  items,
  keyOf,
  current,
  show,
  onSelect,
  onWalk,
  onJump,
}: {
  label: string;
  /** The attribute by which context menus know an item. */
  mark: `data-${string}`;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** The key of the one worked on. */
  current: string | null;
  show: (item: T) => WorkItem;
  onSelect: (item: T) => void;
  onWalk: (by: 1 | -1) => void;
  onJump: (item: T) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  const at = Math.max(
    0,
    items.findIndex((item) => keyOf(item) === current),
  );
  const from = Math.max(0, Math.min(at - MOST / 2, items.length - MOST));
  const listed = items.slice(from, from + MOST);

  useEffect(() => {
    list.current?.querySelector('[data-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, items]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(`[${mark}]`)) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      // At once: the next key may lead away from the list.
      showAtOnce(() => onWalk(by));
      list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
    }
    const item = items.find((each) => keyOf(each) === current);
    if (event.key === 'Enter' && item) {
      event.preventDefault();
      onJump(item);
    }
  };

  const more = (count: number, where: 'before' | 'after', next: T | undefined) =>
    next && (
      <li className={styles.more}>
        <button type="button" className={styles.quiet} onClick={() => onSelect(next)}>
          {count.toLocaleString('en')} more {where} these
        </button>
      </li>
    );

  return (
    <ul ref={list} className={styles.list} aria-label={label} onKeyDown={onKeyDown}>
      {more(from, 'before', items[from - 1])}
      {listed.map((item, index) => {
        const key = keyOf(item);
        const isCurrent = key === current;
        const { name, colour, title, score, closed, open } = show(item);
        return (
          <li
            key={key}
            className={styles.item}
            aria-label={name}
            data-colour={colour}
            data-current={isCurrent}
          >
            <button
              type="button"
              className={styles.head}
              aria-label={name}
              aria-current={isCurrent}
              tabIndex={from + index === at ? 0 : -1}
              {...{ [mark]: key }}
              onClick={() => onSelect(item)}
              onDoubleClick={() => onJump(item)}
            >
              <span className={styles.meta}>
                <i className={shared.swatch} aria-hidden /> {title}
                <span className={styles.score}>{score}</span>
              </span>
              {!isCurrent && closed}
            </button>
            {isCurrent && <div className={styles.detail}>{open}</div>}
          </li>
        );
      })}
      {more(items.length - from - listed.length, 'after', items[from + MOST])}
    </ul>
  );
}
