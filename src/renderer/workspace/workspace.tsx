import { useEffect } from 'react';
import { rememberPlace } from '../client/navigation';
import { trackLastPicked } from '../client/spans';
import { currentAnnotation, onChange, placeOf, session, useSession } from '../client/session';
import { cancelSuggesting, suggestUnasked } from '../client/suggestions';
import { useDoms } from '../reader/doms';
import { startPainting } from '../reader/paint';
import { usePressEnd } from '../reader/pointer';
import { ReadingTogether } from '../reader/reading-together';
import { FindBar } from './find-bar';
import { Panes } from './panes';
import { ParagraphNotes } from './paragraph-notes';
import { SelectionToolbar } from './selection-toolbar';
import { SpanHandles } from './span-handles';
import { StatusBar } from './status-bar';
import { Toolbar } from './toolbar';
import styles from './workspace.module.css';

/** A comparison: two articles side by side, the ties between them, and what is marked in them. */
export function Workspace() {
  const comparison = useSession((state) => state.comparison);
  const doms = useDoms();
  useEffect(() => startPainting(doms), [doms]);
  usePressEnd();
  useEffect(() => onChange(rememberSelection), []);
  useEffect(() => onChange(trackLastPicked), []);
  const id = comparison?.id;
  // Another text is another comparison to the engine.
  const texts = `${comparison?.left.sha256} ${comparison?.right.sha256}`;
  useEffect(() => {
    suggestUnasked();
    return cancelSuggesting;
  }, [id, texts]);
  const title = comparison?.title;
  useEffect(() => {
    document.title = title ? `${title} – Diptych` : 'Diptych';
    return () => {
      document.title = 'Diptych';
    };
  }, [title]);
  if (!comparison) return null;
  return (
    <div className={styles.workspace} key={comparison.id}>
      <div>
        <Toolbar />
        <FindBar />
      </div>
      <main className={styles.main}>
        <Panes comparison={comparison} />
        <ParagraphNotes comparison={comparison} side="left" />
        <ParagraphNotes comparison={comparison} side="right" />
      </main>
      <StatusBar />
      <SelectionToolbar />
      <SpanHandles />
      <ReadingTogether />
    </div>
  );
}

function rememberSelection(
  state: ReturnType<typeof session>,
  before: ReturnType<typeof session>,
): void {
  if (!state.comparison || state.picks === before.picks) return;
  const selected = currentAnnotation(state)?.id ?? null;
  if (selected !== (placeOf(state.comparison.id)?.selected ?? null))
    rememberPlace(state.comparison.id, { selected });
}
