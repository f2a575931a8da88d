import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { placeOf, saveView, rememberPanes, rememberPlace } from '../client/navigation';
import { trackLastPicked } from '../client/spans';
import { sendEverything } from '../client/edits';
import { flushFields } from '../client/pending-fields';
import { currentAnnotation, session, useSession } from '../client/session';
import { cancelSuggesting, suggestUnasked } from '../client/suggestions';
import { Inspector } from '../inspector/inspector';
import { useDoms } from '../reader/doms';
import { startPainting } from '../reader/paint';
import { usePressEnd } from '../reader/pointer';
import { Reader } from '../reader/reader';
import { AnnotationTable } from '../table/annotation-table';
import { Overview } from './overview';
import { Ribbons } from './ribbons';
import { SelectionToolbar } from './selection-toolbar';
import { SpanHandles } from './span-handles';
import { StatusBar } from './status-bar';
import { Toolbar } from './toolbar';
import styles from './workspace.module.css';

/** A comparison: two articles side by side, the ties between them, and what is marked in them. */
export function Workspace() {
  const comparison = useSession((state) => state.comparison);
  const table = useSession((state) => state.table.open);
  const panes = useRef(session().panes).current;
  const narrow = useNarrow();
  const inspector = narrow ? 'inspector-below' : 'inspector';
  const doms = useDoms();
  useEffect(() => startPainting(doms), [doms]);
  usePressEnd();
  useEffect(() => useSession.subscribe(rememberSelection), []);
  useEffect(() => useSession.subscribe(trackLastPicked), []);
  useEffect(() => {
    const part = () => {
      flushFields();
      sendEverything();
      saveView();
    };
    window.addEventListener('pagehide', part);
    return () => window.removeEventListener('pagehide', part);
  }, []);
  const id = comparison?.id;
  useEffect(() => {
    suggestUnasked();
    return cancelSuggesting;
  }, [id]);
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
      <Toolbar />
      <main className={styles.main}>
        <Group
          orientation="vertical"
          defaultLayout={layout(panes, ['texts', 'table'])}
          onLayoutChanged={rememberPanes}
        >
          <Panel id="texts" minSize="20%">
            <Group
              key={inspector}
              orientation={narrow ? 'vertical' : 'horizontal'}
              defaultLayout={layout(panes, [`articles-${inspector}`, inspector])}
              onLayoutChanged={rememberPanes}
            >
              <Panel
                id={`articles-${inspector}`}
                minSize="40%"
                defaultSize={narrow ? '66%' : '76%'}
              >
                <Group
                  orientation="horizontal"
                  defaultLayout={layout(panes, ['left', 'right'])}
                  onLayoutChanged={rememberPanes}
                >
                  <Panel id="left" minSize="20%">
                    <Reader side="left" article={comparison.left} comparisonId={comparison.id} />
                  </Panel>
                  <Separator className={styles.strip} aria-label="Width of the articles" id="strip">
                    <Ribbons />
                    <Overview />
                  </Separator>
                  <Panel id="right" minSize="20%">
                    <Reader side="right" article={comparison.right} comparisonId={comparison.id} />
                  </Panel>
                </Group>
              </Panel>
              <Separator className={styles.edge} aria-label="Size of the inspector" />
              <Panel
                id={inspector}
                minSize={narrow ? '120px' : '260px'}
                defaultSize={narrow ? '34%' : '24%'}
              >
                <Inspector comparison={comparison} />
              </Panel>
            </Group>
          </Panel>
          {table && (
            <>
              <Separator className={styles.edge} aria-label="Height of the table" />
              <Panel id="table" minSize="9rem" defaultSize="38%">
                <AnnotationTable comparison={comparison} />
              </Panel>
            </>
          )}
        </Group>
      </main>
      <StatusBar />
      <SelectionToolbar />
      <SpanHandles />
    </div>
  );
}

/** Below this width the inspector stands under the articles; in rem, so that large text counts too. */
const NARROW = window.matchMedia('(width < 56rem)');

function useNarrow(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      NARROW.addEventListener('change', onChange);
      return () => NARROW.removeEventListener('change', onChange);
    },
    () => NARROW.matches,
  );
}

function layout(panes: Readonly<Record<string, number>>, ids: readonly string[]) {
  const known = ids.flatMap((id) => (panes[id] === undefined ? [] : [[id, panes[id]] as const]));
  return known.length === ids.length ? Object.fromEntries(known) : undefined;
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
