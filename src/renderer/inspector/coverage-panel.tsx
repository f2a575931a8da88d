import { useMemo } from 'react';
import type { Comparison } from '../../core/model/comparison';
import { SIDES, type Side } from '../../core/model/fields';
import { paintOf } from '../../core/model/tags';
import { coverageOf, onlyIn, type CoverageRow, type Share } from '../../core/measure/coverage';
import type { Proposal } from '../../core/suggest/proposals';
import { pickAnnotation } from '../client/picks';
import { useSession } from '../client/session';
import { proposalsNow } from '../client/suggestions';
import { formatShare, shorten, tagName } from '../client/words';
import styles from './coverage.module.css';

/** At a glance: how much the articles share, and what only one of them says, by tag and by speaker. */
export function CoveragePanel({ comparison }: { comparison: Comparison }) {
  const furniture = useSession((state) => state.suggest.found?.furniture);
  const proposals = useSession(proposalsNow);
  const from = useSession((state) => state.suggest.filter.from);
  const { share, byTag, bySpeaker } = useMemo(
    () =>
      coverageOf(comparison, {
        furniture: furniture ?? { left: [], right: [] },
        suggested: {
          left: linkSpans(proposals, from, 'left'),
          right: linkSpans(proposals, from, 'right'),
        },
      }),
    [comparison, furniture, proposals, from],
  );
  return (
    <section className={styles.coverage} aria-label="Coverage" data-pane="coverage">
      <section aria-label="Shared">
        <h2 className={styles.heading}>Said in both articles</h2>
        {SIDES.map((side) => (
          <ShareBar key={side} side={side} share={share[side]} />
        ))}
        <p className={styles.help}>
          Characters under linked annotations; in a fainter colour, under links that are only
          suggested.
        </p>
      </section>
      {byTag.length > 0 && <Rows title="By tag" rows={byTag} nameOf={tagName} />}
      {bySpeaker.length > 0 && <Rows title="By speaker" rows={bySpeaker} nameOf={(name) => name} />}
      {SIDES.map((side) => (
        <Only key={side} side={side} comparison={comparison} />
      ))}
      {byTag.length === 0 && (
        <p className={styles.help}>
          Once something is tagged and linked, this shows what only one article claims or quotes.
        </p>
      )}
    </section>
  );
}

function linkSpans(proposals: readonly Proposal[], from: number, side: Side) {
  return proposals.flatMap(({ kind, score, rejected, [side]: span }) =>
    kind === 'link' && !rejected && score >= from && span ? [span] : [],
  );
}

function ShareBar({ side, share: { shared, suggested } }: { side: Side; share: Share }) {
  return (
    <div className={styles.share}>
      <span>{tagName(side)}</span>
      <span className={styles.track} aria-hidden>
        <i style={{ width: `${100 * shared}%` }} />
        <i data-suggested style={{ width: `${100 * suggested}%` }} />
      </span>
      <span className={styles.number}>
        {formatShare(shared)}
        {suggested > 0 && <small> + {formatShare(suggested)} suggested</small>}
      </span>
    </div>
  );
}

function Rows({
  title,
  rows,
  nameOf,
}: {
  title: string;
  rows: readonly CoverageRow[];
  nameOf: (name: string) => string;
}) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">only left</th>
          <th scope="col">both</th>
          <th scope="col">only right</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, onlyLeft, both, onlyRight }) => (
          <tr key={name}>
            <th scope="row">{nameOf(name)}</th>
            <td>{onlyLeft}</td>
            <td>{both}</td>
            <td>{onlyRight}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What one article says alone; each line leads to its place. */
function Only({ side, comparison }: { side: Side; comparison: Comparison }) {
  const settings = useSession((state) => state.settings);
  const alone = onlyIn(comparison, side);
  if (alone.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>Only the {side} article says</h2>
      <ul className={styles.list}>
        {alone.map(({ id, tag, exact, speaker }) => (
          <li key={id} data-colour={paintOf(tag, settings)}>
            <button type="button" onClick={() => pickAnnotation(id, { card: false })}>
              <i className={styles.swatch} aria-hidden />
              <span dir="auto">
                {shorten(exact, 110)}
                {speaker && <small> · {speaker}</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
