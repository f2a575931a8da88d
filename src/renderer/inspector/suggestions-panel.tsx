import type { Comparison } from '../../core/model/comparison';
import type { Proposal } from '../../core/suggest/proposals';
import { canRun, run } from '../client/commands';
import { KeyName } from '../client/key-name';
import { useSession } from '../client/session';
import {
  cancelSuggesting,
  filterSuggestions,
  leaveCandidates,
  ofAnyKind,
  proposalsNow,
  shownProposals,
} from '../client/suggestions';
import type { Candidates, Looking, SuggestionFilter } from '../client/suggest-state';
import { count, shorten } from '../client/words';
import { SuggestionList } from './suggestion-list';
import styles from './suggestions.module.css';

/** What the machine proposes, to accept or reject one by one or all at once. */
export function SuggestionsPanel({ comparison }: { comparison: Comparison }) {
  const { looking, candidates } = useSession((state) => state.suggest);
  const shown = useSession(shownProposals).length;
  return (
    <section className={styles.panel} aria-label="Suggestions" data-pane="suggestions">
      {candidates ? (
        <CandidatesHead candidates={candidates} comparison={comparison} />
      ) : (
        looking.phase === 'ready' && <Controls shown={shown} />
      )}
      {!candidates && looking.phase !== 'ready' && <Progress looking={looking} />}
      {shown > 0 ? (
        <SuggestionList comparison={comparison} />
      ) : (
        (candidates || looking.phase === 'ready') && <Nothing candidates={candidates !== null} />
      )}
    </section>
  );
}

const KINDS = [
  ['link', 'Links'],
  ['quote', 'Quotes'],
  ['claim', 'Claims'],
] as const;

function Controls({ shown }: { shown: number }) {
  const filter = useSession((state) => state.suggest.filter);
  const all = useSession(proposalsNow);
  const listed = useSession(shownProposals);
  const countOf = (kind: Proposal['kind']) =>
    (filter.kinds[kind] ? listed : ofAnyKind(all, filter)).filter((each) => each.kind === kind)
      .length;
  const acceptable = useSession((state) => canRun('acceptAll', state));
  return (
    <div className={styles.controls}>
      <div className={styles.kinds} role="group" aria-label="Kinds shown">
        {KINDS.map(([kind, name]) => (
          <button
            key={kind}
            type="button"
            className={styles.toggle}
            aria-pressed={filter.kinds[kind]}
            onClick={() =>
              filterSuggestions({ kinds: { ...filter.kinds, [kind]: !filter.kinds[kind] } })
            }
          >
            {name} <span>{countOf(kind)}</span>
          </button>
        ))}
      </div>
      <label>
        <span>Sort by</span>
        <select
          value={filter.order}
          onChange={(event) =>
            filterSuggestions({ order: event.target.value as SuggestionFilter['order'] })
          }
        >
          <option value="place">place</option>
          <option value="score">score</option>
        </select>
      </label>
      <label>
        <span>Score from {filter.from.toFixed(2)}</span>
        <input
          type="range"
          min={0}
          max={0.95}
          step={0.05}
          value={filter.from}
          aria-label="Lowest score shown"
          onChange={(event) => filterSuggestions({ from: Number(event.target.value) })}
        />
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={filter.rejected}
          onChange={(event) => filterSuggestions({ rejected: event.target.checked })}
        />
        Rejected ones
      </label>
      <button
        type="button"
        className={styles.button}
        aria-label="Accept all"
        aria-disabled={!acceptable}
        title="Accept all suggestions shown, as one step that can be undone"
        onClick={() => run('acceptAll')}
      >
        Accept all {filter.rejected ? '' : shown}
      </button>
    </div>
  );
}

function CandidatesHead({
  candidates: { side, span, proposals },
  comparison,
}: {
  candidates: Candidates;
  comparison: Comparison;
}) {
  const other = side === 'left' ? 'right' : 'left';
  return (
    <div className={styles.candidates}>
      <p>
        {proposals.length === 0
          ? `Nothing in the ${other} article is like`
          : `Closest in the ${other} article to`}{' '}
        <q className={styles.exact}>
          {shorten(comparison[side].text.slice(span.start, span.end), 160)}
        </q>
      </p>
      {proposals.length > 0 && (
        <p className={styles.reason}>
          <KeyName id="acceptSuggestion" orLabel /> tags and links both, <kbd>↑</kbd> <kbd>↓</kbd>{' '}
          choose.
        </p>
      )}
      <button type="button" className={styles.quiet} onClick={leaveCandidates}>
        Back to all suggestions
      </button>
    </div>
  );
}

function Progress({ looking }: { looking: Looking }) {
  if (looking.phase === 'problem')
    return (
      <div className={styles.candidates} role="alert">
        <p>No suggestions. {looking.problem} Your comparison is not affected; you can try again.</p>
        <button type="button" className={styles.button} onClick={() => run('suggest')}>
          Try again
        </button>
      </div>
    );
  if (looking.phase === 'running')
    return looking.slow ? (
      <div className={styles.candidates}>
        <label className={styles.progress}>
          Looking for what both articles say…
          <progress value={looking.done} max={looking.of} />
        </label>
        <button type="button" className={styles.button} onClick={cancelSuggesting}>
          Cancel
        </button>
      </div>
    ) : null;
  return (
    <div className={styles.candidates}>
      <p>Diptych has not looked for suggestions in these articles.</p>
      <button type="button" className={styles.button} onClick={() => run('suggest')}>
        Look for suggestions
      </button>
    </div>
  );
}

function Nothing({ candidates }: { candidates: boolean }) {
  const filter = useSession((state) => state.suggest.filter);
  const open = useSession(proposalsNow).filter(({ rejected }) => !rejected).length;
  if (candidates) return null;
  if (filter.rejected) return <p className={styles.empty}>You have not rejected any suggestion.</p>;
  return (
    <p className={styles.empty}>
      {open === 0
        ? 'Nothing is left to decide. What you accepted is among the annotations.'
        : `Nothing to show with this filter; ${count(open, 'suggestion')} in all.`}
    </p>
  );
}
