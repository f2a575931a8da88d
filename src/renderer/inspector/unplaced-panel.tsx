import { useEffect, useRef } from 'react';
import type { Comparison } from '../../core/model/comparison';
import { paintOf } from '../../core/model/tags';
import type { UnplacedAnnotation } from '../../core/model/unplaced';
import { canRun, run } from '../client/commands';
import { KeyName } from '../client/key-name';
import { useSession } from '../client/session';
import { jumpToGuess, selectUnplaced, unplacedInOrder, walkUnplaced } from '../client/unplaced';
import { count, shorten, tagName } from '../client/words';
import shared from './inspector.module.css';
import styles from './suggestions.module.css';
import { WordDiff } from './word-diff';

/** What has no sure place in the texts: to be placed by its best guess or by hand, or deleted. */
export function UnplacedPanel({ comparison }: { comparison: Comparison }) {
  const all = unplacedInOrder(comparison);
  const current = useSession((state) => state.unplaced);
  const list = useRef<HTMLUListElement>(null);
  const stop = all.some(({ id }) => id === current) ? current : all[0]?.id;

  useEffect(() => {
    list.current?.querySelector('[data-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, all]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-unplaced]')) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      walkUnplaced(by);
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus(),
      );
    }
    const waiting = all.find(({ id }) => id === current);
    if (event.key === 'Enter' && waiting) {
      event.preventDefault();
      jumpToGuess(waiting);
    }
  };

  return (
    <section className={styles.panel} aria-label="To place" data-pane="unplaced">
      <p className={styles.reason}>
        {count(all.length, 'annotation')} with no sure place in the texts. Accept the best guess, or
        select the right words and place it there.
      </p>
      <ul ref={list} className={styles.list} aria-label="To place" onKeyDown={onKeyDown}>
        {all.map((waiting) => (
          <Item
            key={waiting.id}
            waiting={waiting}
            text={comparison[waiting.side].text}
            links={linksOf(comparison, waiting)}
            current={waiting.id === current}
            stop={waiting.id === stop}
          />
        ))}
      </ul>
    </section>
  );
}

function linksOf({ unplaced }: Comparison, { id }: UnplacedAnnotation): number {
  return unplaced.links.filter(({ left, right }) => left === id || right === id).length;
}

function Item({
  waiting,
  text,
  links,
  current,
  stop,
}: {
  waiting: UnplacedAnnotation;
  text: string;
  links: number;
  current: boolean;
  stop: boolean;
}) {
  const { tag, side, exact, guess } = waiting;
  const found = guess && text.slice(guess.start, guess.end);
  const state = found === null ? 'no guess' : `best guess “${shorten(found, 120)}”`;
  const linked = links > 0 ? `, ${count(links, 'link')} waiting` : '';
  const name = `${tagName(tag)}, ${side} article: “${shorten(exact, 120)}”, ${state}${linked}`;
  const settings = useSession((now) => now.settings);
  const placeable = useSession((now) => canRun('changeSpan', now));
  return (
    <li
      className={styles.item}
      aria-label={name}
      data-colour={paintOf(tag, settings)}
      data-current={current}
    >
      <button
        type="button"
        className={styles.head}
        aria-label={name}
        aria-current={current}
        tabIndex={stop ? 0 : -1}
        data-unplaced={waiting.id}
        onClick={() => selectUnplaced(waiting)}
        onDoubleClick={() => jumpToGuess(waiting)}
      >
        <span className={styles.meta}>
          <i className={shared.swatch} aria-hidden /> {tagName(tag)} · {side}
          {links > 0 && <> · {count(links, 'link')}</>}
          <span className={styles.score}>{guess ? guess.score.toFixed(2) : 'no guess'}</span>
        </span>
        {!current && (
          <span className={styles.text} dir="auto">
            {shorten(exact, 90)}
          </span>
        )}
      </button>
      {current && (
        <div className={styles.detail}>
          {found === null ? (
            <p className={styles.exact} dir="auto">
              {shorten(exact, 600)}
            </p>
          ) : (
            <WordDiff before={exact} after={found} />
          )}
          <p className={styles.reason}>
            {found === null
              ? 'Its words seem to be gone.'
              : found === exact
                ? 'The same words stand there, but not what stood around them.'
                : 'The words there are not quite the same.'}
          </p>
          <div className={styles.row}>
            {guess && (
              <button
                type="button"
                className={styles.button}
                onClick={() => run('acceptSuggestion')}
              >
                Accept <KeyName hidden id="acceptSuggestion" />
              </button>
            )}
            <button
              type="button"
              className={styles.quiet}
              disabled={!placeable}
              onClick={() => run('changeSpan')}
            >
              Place at selection <KeyName hidden id="changeSpan" />
            </button>
            <button type="button" className={styles.quiet} onClick={() => run('deleteAnnotation')}>
              Delete <KeyName hidden id="deleteAnnotation" />
            </button>
          </div>
        </div>
      )}
    </li>
  );
}
