import { useDeferredValue } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { Comparison } from '../../core/model/comparison';
import { lookupOf } from '../../core/lookup/lookup';
import { run } from '../client/commands';
import { choiceNow } from '../client/link-choice';
import { KeyName } from '../client/key-name';
import {
  currentAnnotation,
  session,
  update,
  useSession,
  type Tab as TabName,
} from '../client/session';
import { shownProposals } from '../client/suggestions';
import { shorten } from '../client/words';
import { AnnotationCard } from './annotation-card';
import { AnnotationList } from './annotation-list';
import { CoveragePanel } from './coverage-panel';
import styles from './inspector.module.css';
import { LinkChooser } from './link-chooser';
import { SuggestionsPanel } from './suggestions-panel';
import { UnplacedPanel } from './unplaced-panel';

/** Beside the articles, one at a time: annotations, suggestions, and how the articles cover each other. */
export function Inspector({ comparison }: { comparison: Comparison }) {
  const tab = useSession((state) => state.tab);
  const open = useSession(shownProposals).length;
  const choosing = useSession(choiceNow);
  const waiting = comparison.unplaced.annotations.length;
  if (choosing) return <LinkChooser choosing={choosing} />;
  return (
    <Tabs
      className={styles.inspector ?? ''}
      selectedKey={tab === 'unplaced' && waiting === 0 ? 'annotations' : tab}
      onSelectionChange={(key) => show(key as TabName)}
      keyboardActivation="manual"
    >
      <TabList aria-label="Inspector" className={styles.tabs ?? ''} data-pane="tabs">
        <Tab id="annotations">
          Annotations <span>{comparison.annotations.length}</span>
        </Tab>
        <Tab id="suggestions">
          Suggestions <span>{open}</span>
        </Tab>
        <Tab id="coverage">Coverage</Tab>
        {waiting > 0 && (
          <Tab id="unplaced">
            To place <span>{waiting}</span>
          </Tab>
        )}
      </TabList>
      <TabPanel id="annotations" className={styles.tab ?? ''}>
        <AnnotationsPanel comparison={comparison} />
      </TabPanel>
      <TabPanel id="suggestions" className={styles.tab ?? ''}>
        <SuggestionsPanel comparison={comparison} />
      </TabPanel>
      <TabPanel id="coverage" className={styles.tab ?? ''}>
        <CoveragePanel comparison={comparison} />
      </TabPanel>
      {waiting > 0 && (
        <TabPanel id="unplaced" className={styles.tab ?? ''}>
          <UnplacedPanel comparison={comparison} />
        </TabPanel>
      )}
    </Tabs>
  );
}

function show(tab: TabName): void {
  if (tab === session().tab) return;
  if (tab === 'suggestions') run('suggest');
  else if (tab === 'unplaced') run('showUnplaced');
  else update({ tab });
}

/** What is picked, in detail, and all annotations of the comparison. */
function AnnotationsPanel({ comparison }: { comparison: Comparison }) {
  const annotation = useSession(currentAnnotation);
  const pick = useSession((state) => state.picks[state.side]);
  const side = useSession((state) => state.side);
  // What is opened is read first: the articles are painted before the list of what is in them.
  const follows = useDeferredValue(true, false);
  return (
    <>
      {annotation && (
        <AnnotationCard key={annotation.id} annotation={annotation} comparison={comparison} />
      )}
      {pick?.kind === 'span' && (
        <section className={styles.card} aria-label="Selection">
          <h2 className={styles.heading}>Selection · {side} article</h2>
          <p className={styles.exact} dir="auto">
            {shorten(comparison[side].text.slice(pick.span.start, pick.span.end), 300)}
          </p>
          <p className={styles.help}>
            <KeyName id="tagClaim" orLabel /> tags it as a claim, <KeyName id="tagQuote" orLabel />{' '}
            as a quote; <KeyName id="findDuplicate" orLabel /> finds what says the same in the other
            article.
          </p>
        </section>
      )}
      <section className={styles.all} aria-label="Annotations" data-pane="annotations">
        <h2 className={styles.heading}>
          Annotations <span className={styles.count}>{comparison.annotations.length}</span>
        </h2>
        {comparison.annotations.length === 0 ? (
          <FirstSteps />
        ) : (
          follows && <AnnotationList comparison={comparison} />
        )}
      </section>
      {follows && <Balance comparison={comparison} />}
    </>
  );
}

function FirstSteps() {
  return (
    <div className={styles.help}>
      <p>Nothing is marked yet. To begin:</p>
      <ol>
        <li>
          Select words in an article. With the keyboard: <KeyName id="nextPane" orLabel /> moves to
          an article, the arrows walk through it, <KeyName id="selectSentence" orLabel /> selects
          the sentence.
        </li>
        <li>
          Press <KeyName id="tagClaim" orLabel /> for a claim or <KeyName id="tagQuote" orLabel />{' '}
          for a quote.
        </li>
        <li>
          Select what says the same in the other article, then press <KeyName id="link" orLabel />{' '}
          to link the two.
        </li>
        <li>
          Or press <KeyName id="suggest" orLabel /> for what Diptych suggests, and{' '}
          <KeyName id="acceptSuggestion" orLabel /> to accept.
        </li>
      </ol>
    </div>
  );
}

/** Who says what alone, at a glance. */
function Balance({ comparison }: { comparison: Comparison }) {
  const { onlyLeft, onlyRight, both } = lookupOf(comparison).summary;
  const total = onlyLeft + both + onlyRight;
  if (total === 0) return null;
  return (
    <section className={styles.balance} aria-label="Who says what">
      <div className={styles.bar} aria-hidden>
        <i data-part="left" style={{ flexGrow: onlyLeft }} />
        <i data-part="both" style={{ flexGrow: both }} />
        <i data-part="right" style={{ flexGrow: onlyRight }} />
      </div>
      <p>
        <span>only left {onlyLeft}</span>
        <span>both {both}</span>
        <span>only right {onlyRight}</span>
      </p>
    </section>
  );
}
