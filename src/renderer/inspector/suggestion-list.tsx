import { useEffect, useRef } from 'react';
import { SIDES, type Side } from '../../core/model/fields';
import type { Comparison } from '../../core/model/comparison';
import type { Proposal } from '../../core/suggest/proposals';
import { run } from '../client/commands';
import { KeyName } from '../client/key-name';
import { useSession } from '../client/session';
import {
  jumpToProposal,
  selectProposal,
  shownProposals,
  walkProposals,
} from '../client/suggestions';
import { describeProposal, proposalTitle, shorten } from '../client/words';
import styles from './suggestions.module.css';
import { WordDiff } from './word-diff';

/** The suggestions shown. One stop of the Tab key; the arrows walk through it, and the one worked on is open. */
export function SuggestionList({ comparison }: { comparison: Comparison }) {
  const proposals = useSession(shownProposals);
  const current = useSession((state) => state.suggest.current);
  const list = useRef<HTMLUListElement>(null);
  const stop = proposals.some(({ key }) => key === current) ? current : proposals[0]?.key;
  const at = proposals.findIndex(({ key }) => key === stop);
  const from = Math.max(0, Math.min(at - MOST / 2, proposals.length - MOST));
  const listed = proposals.slice(from, from + MOST);
  const after = proposals.length - from - listed.length;

  useEffect(() => {
    list.current?.querySelector('[data-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, proposals]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-suggestion]'))
      return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      walkProposals(by);
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus(),
      );
    }
    const proposal = proposals.find(({ key }) => key === current);
    if (event.key === 'Enter' && proposal) {
      event.preventDefault();
      jumpToProposal(proposal);
    }
  };

  return (
    <ul ref={list} className={styles.list} aria-label="Suggestions" onKeyDown={onKeyDown}>
      {from > 0 && <More count={from} where="before" proposal={proposals[from - 1]} />}
      {listed.map((proposal) => (
        <Item
          key={proposal.key}
          proposal={proposal}
          comparison={comparison}
          current={proposal.key === current}
          stop={proposal.key === stop}
        />
      ))}
      {after > 0 && <More count={after} where="after" proposal={proposals[from + MOST]} />}
    </ul>
  );
}

/** So many suggestions are listed at a time, around the one worked on. */
const MOST = 200;

/** Leads to the suggestions that are not listed for their number. */
function More({
  count,
  where,
  proposal,
}: {
  count: number;
  where: 'before' | 'after';
  proposal: Proposal | undefined;
}) {
  return (
    <li className={styles.more}>
      <button
        type="button"
        className={styles.quiet}
        onClick={() => proposal && selectProposal(proposal)}
      >
        {count.toLocaleString('en')} more {where} these
      </button>
    </li>
  );
}

function Item({
  proposal,
  comparison,
  current,
  stop,
}: {
  proposal: Proposal;
  comparison: Comparison;
  current: boolean;
  stop: boolean;
}) {
  const candidates = useSession((state) => state.suggest.candidates);
  const texts = textsOf(comparison, proposal);
  const name = describeProposal(proposal, texts);
  return (
    <li className={styles.item} aria-label={name} data-tag={proposal.tag} data-current={current}>
      <button
        type="button"
        className={styles.head}
        aria-label={name}
        aria-current={current}
        tabIndex={stop ? 0 : -1}
        data-suggestion={proposal.key}
        onClick={() => selectProposal(proposal)}
        onDoubleClick={() => jumpToProposal(proposal)}
      >
        <span className={styles.meta}>
          <i className={styles.swatch} aria-hidden /> {proposalTitle(proposal)}
          <span className={styles.score}>{proposal.score.toFixed(2)}</span>
        </span>
        {!current &&
          SIDES.map((side) => texts[side] && <Line key={side} side={side} text={texts[side]} />)}
      </button>
      {current && (
        <div className={styles.detail}>
          {texts.left && texts.right ? (
            <WordDiff before={texts.left} after={texts.right} />
          ) : (
            <p className={styles.exact} dir="auto">
              {shorten(texts.left ?? texts.right ?? '', 600)}
            </p>
          )}
          <Reason proposal={proposal} />
          <div className={styles.row}>
            {!proposal.rejected && (
              <button
                type="button"
                className={styles.button}
                onClick={() => run('acceptSuggestion')}
              >
                Accept <KeyName hidden id="acceptSuggestion" />
              </button>
            )}
            {!candidates && (
              <button
                type="button"
                className={styles.quiet}
                onClick={() => run('rejectSuggestion')}
              >
                {proposal.rejected ? 'Propose again' : 'Reject'}{' '}
                <KeyName hidden id="rejectSuggestion" />
              </button>
            )}
            <button type="button" className={styles.quiet} onClick={() => jumpToProposal(proposal)}>
              Show in text <kbd aria-hidden>↵</kbd>
            </button>
          </div>
        </div>
      )}
    </li>
  );
}

function Line({ side, text }: { side: Side; text: string }) {
  return (
    <span className={styles.text} data-side={side} dir="auto">
      {shorten(text, 90)}
    </span>
  );
}

/** Why this is proposed. */
function Reason({ proposal }: { proposal: Proposal }) {
  const speakers = [...new Set([proposal.speaker.left, proposal.speaker.right])].filter(Boolean);
  return (
    <p className={styles.reason}>
      {proposal.source !== '' && <>Proposed by {proposal.source}. </>}
      {speakers.length > 0 && <>Said by {speakers.join(' / ')}. </>}
      {proposal.kind === 'link' && proposal.words.length > 0 && (
        <>Rests on: {proposal.words.slice(0, 12).join(', ')}.</>
      )}
      {proposal.kind === 'claim' && <>A statement that can be checked.</>}
      {proposal.kind === 'quote' && speakers.length === 0 && <>Somebody’s words.</>}
    </p>
  );
}

function textsOf(comparison: Comparison, proposal: Proposal): Record<Side, string | null> {
  const text = (side: Side) => {
    const span = proposal[side];
    return span && comparison[side].text.slice(span.start, span.end);
  };
  return { left: text('left'), right: text('right') };
}
