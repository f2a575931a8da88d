import type { Comparison } from '../../core/model/comparison';
import type { Settings } from '../../core/model/settings';
import { paintOf } from '../../core/model/tags';
import type { UnplacedAnnotation } from '../../core/model/unplaced';
import { canRun, run } from '../client/commands';
import { KeyName } from '../client/key-name';
import { useSession } from '../client/session';
import { jumpToGuess, selectUnplaced, unplacedInOrder, walkUnplaced } from '../client/unplaced';
import { count, shorten, tagName } from '../client/words';
import styles from './suggestions.module.css';
import { WordDiff } from './word-diff';
import { WorkList, type WorkItem } from './work-list';

/** What has no sure place in the texts: to be placed by its best guess or by hand, or deleted. */
export function UnplacedPanel({ comparison }: { comparison: Comparison }) {
  const all = unplacedInOrder(comparison);
  const current = useSession((state) => state.unplaced);
  const settings = useSession((state) => state.settings);
  return (
    <section className={styles.panel} aria-label="To place" data-pane="unplaced">
      <p className={styles.reason}>
        {count(all.length, 'annotation')} with no sure place in the texts. Accept the best guess, or
        select the right words and place it there.
      </p>
      <WorkList
        label="To place"
        mark="data-unplaced"
        items={all}
        keyOf={({ id }) => id}
        current={current}
        onSelect={selectUnplaced}
        onWalk={walkUnplaced}
        onJump={jumpToGuess}
        show={(waiting) => itemOf(comparison, waiting, settings)}
      />
    </section>
  );
}

function itemOf(comparison: Comparison, waiting: UnplacedAnnotation, settings: Settings): WorkItem {
  const { tag, side, exact, guess } = waiting;
  const links = linksOf(comparison, waiting);
  const found = guess && comparison[side].text.slice(guess.start, guess.end);
  const state = found === null ? 'no guess' : `best guess “${shorten(found, 120)}”`;
  const linked = links > 0 ? `, ${count(links, 'link')} waiting` : '';
  return {
    name: `${tagName(tag)}, ${side} article: “${shorten(exact, 120)}”, ${state}${linked}`,
    colour: paintOf(tag, settings),
    title: `${tagName(tag)} · ${side}${links > 0 ? ` · ${count(links, 'link')}` : ''}`,
    score: guess ? guess.score.toFixed(2) : 'no guess',
    closed: (
      <span className={styles.text} dir="auto">
        {shorten(exact, 90)}
      </span>
    ),
    open: <Detail exact={exact} found={found} />,
  };
}

function linksOf({ unplaced }: Comparison, { id }: UnplacedAnnotation): number {
  return unplaced.links.filter(({ left, right }) => left === id || right === id).length;
}

/** What an annotation covered and what the best guess would have it cover, with what can be done. */
function Detail({ exact, found }: { exact: string; found: string | null }) {
  const placeable = useSession((state) => canRun('changeSpan', state));
  return (
    <>
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
        {found !== null && (
          <button type="button" className={styles.button} onClick={() => run('acceptSuggestion')}>
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
    </>
  );
}
