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
import { WorkList, type WorkItem } from './work-list';

/** The suggestions shown. */
export function SuggestionList({ comparison }: { comparison: Comparison }) {
  const proposals = useSession(shownProposals);
  const current = useSession((state) => state.suggest.current);
  return (
    <WorkList
      label="Suggestions"
      mark="data-suggestion"
      items={proposals}
      keyOf={({ key }) => key}
      current={current}
      onSelect={selectProposal}
      onWalk={walkProposals}
      onJump={jumpToProposal}
      show={(proposal) => itemOf(comparison, proposal)}
    />
  );
}

function itemOf(comparison: Comparison, proposal: Proposal): WorkItem {
  const texts = textsOf(comparison, proposal);
  return {
    name: describeProposal(proposal, texts),
    colour: proposal.tag,
    title: proposalTitle(proposal),
    score: proposal.score.toFixed(2),
    closed: SIDES.map((side) => texts[side] && <Line key={side} side={side} text={texts[side]} />),
    open: <Detail proposal={proposal} texts={texts} />,
  };
}

/** What a suggestion is about and why it is made, with what can be done. */
function Detail({
  proposal,
  texts,
}: {
  proposal: Proposal;
  texts: Readonly<Record<Side, string | null>>;
}) {
  const candidates = useSession((state) => state.suggest.candidates);
  return (
    <>
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
          <button type="button" className={styles.button} onClick={() => run('acceptSuggestion')}>
            Accept <KeyName hidden id="acceptSuggestion" />
          </button>
        )}
        {!candidates && (
          <button type="button" className={styles.quiet} onClick={() => run('rejectSuggestion')}>
            {proposal.rejected ? 'Propose again' : 'Reject'}{' '}
            <KeyName hidden id="rejectSuggestion" />
          </button>
        )}
        <button type="button" className={styles.quiet} onClick={() => jumpToProposal(proposal)}>
          Show in text <kbd aria-hidden>↵</kbd>
        </button>
      </div>
    </>
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
