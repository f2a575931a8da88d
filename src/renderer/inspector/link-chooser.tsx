import { useEffect, useState } from 'react';
import { otherSide } from '../../core/model/fields';
import type { LinkCandidate } from '../../core/suggest/link-candidates';
import { leaveChoice, linkWith, showCandidate } from '../client/link-choice';
import { linkedSpan } from '../client/linking';
import { matchWords } from '../client/match-words';
import type { Choosing } from '../client/session';
import { shorten, tagName } from '../client/words';
import { Chooser } from '../dialogs/chooser';
import { paintCandidate } from '../reader/paint-candidate';
import styles from './link-chooser.module.css';

/** So many candidates are offered at most; typing finds the others. */
const MOST = 50;

/** What the picked span may be linked to in the other article, best first; the one chosen is shown there. */
export function LinkChooser({ choosing }: { choosing: Choosing }) {
  const { side, candidates, looking, comparison, picks } = choosing;
  const [query, setQuery] = useState('');
  const other = otherSide(side);
  const span = linkedSpan({ comparison, picks }, side);
  const fits = matchWords(query);
  const shown = candidates
    .filter(({ text, annotation }) =>
      fits(`${annotation ? `${annotation.tag} ${annotation.speaker}` : ''} ${text}`),
    )
    .slice(0, MOST);
  useEffect(() => () => paintCandidate(null), []);
  useEffect(() => {
    if (shown.length === 0) paintCandidate(null);
  }, [shown.length]);

  return (
    <section className={styles.panel} aria-label="Link with" data-pane="link-with">
      <h2 className={styles.heading}>Link with …</h2>
      {span && (
        <q className={styles.picked} dir="auto">
          {shorten(comparison[side].text.slice(span.start, span.end), 160)}
        </q>
      )}
      <Chooser
        label={`Partners in the ${other} article`}
        placeholder="Type words to narrow the list"
        query={query}
        sections={[{ title: `In the ${other} article, most alike first`, items: shown }]}
        keyOf={({ key }) => key}
        onQuery={setQuery}
        onActive={(candidate) => {
          paintCandidate({ side: other, span: candidate.span });
          showCandidate(choosing, candidate);
        }}
        onChoose={(candidate) => linkWith(choosing, candidate)}
        onEscape={leaveChoice}
      >
        {(candidate) => <Choice candidate={candidate} />}
      </Chooser>
      <p className={styles.help} aria-live="polite">
        {looking
          ? 'Looking for what says the same…'
          : shown.length === 0
            ? `Nothing here fits. Press Esc, then select what says the same in the ${other} article.`
            : ''}
      </p>
      <p className={styles.help}>
        <kbd>↑</kbd> <kbd>↓</kbd> show it in the article, <kbd>Enter</kbd> links, <kbd>Esc</kbd>{' '}
        goes back.
      </p>
    </section>
  );
}

function Choice({ candidate: { text, annotation, proposed } }: { candidate: LinkCandidate }) {
  const what = annotation ? tagName(annotation.tag) : 'Not tagged';
  const meta = [what, annotation?.speaker, proposed && 'suggested'].filter(Boolean).join(' · ');
  return (
    <span className={styles.choice}>
      <span className={styles.meta}>{meta}</span>
      <span className={styles.text} dir="auto">
        {shorten(text, 160)}
      </span>
    </span>
  );
}
