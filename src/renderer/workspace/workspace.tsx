import { useEffect, useRef } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { saveView, rememberPanes, rememberPlace } from '../client/navigation';
import { trackLastPicked } from '../client/commands';
import { currentAnnotation, session, useSession } from '../client/session';
import { Inspector } from '../inspector/inspector';
import { useDoms } from '../reader/doms';
import { paint } from '../reader/paint';
import { Reader, usePointerRelease } from '../reader/reader';
import { Ribbons } from './ribbons';
import { SelectionToolbar } from './selection-toolbar';
import { SpanHandles } from './span-handles';
import { StatusBar } from './status-bar';
import { Toolbar } from './toolbar';
import styles from './workspace.module.css';

/** A comparison: two articles side by side, the ties between them, and what is marked in them. */
export function Workspace() {
  const comparison = useSession((state) => state.comparison);
  const panes = useRef(session().panes).current;
  usePainting();
  usePointerRelease();
  useEffect(() => useSession.subscribe(rememberSelection), []);
  useEffect(() => useSession.subscribe(trackLastPicked), []);
  useEffect(() => {
    window.addEventListener('pagehide', saveView);
    return () => window.removeEventListener('pagehide', saveView);
  }, []);
  if (!comparison) return null;
  return (
    <div className={styles.workspace} key={comparison.id}>
      <Toolbar />
      <main className={styles.main}>
        <Group
          orientation="horizontal"
          defaultLayout={layout(panes, ['articles', 'inspector'])}
          onLayoutChanged={rememberPanes}
        >
          <Panel id="articles" minSize="40%" defaultSize="76%">
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
              </Separator>
              <Panel id="right" minSize="20%">
                <Reader side="right" article={comparison.right} comparisonId={comparison.id} />
              </Panel>
            </Group>
          </Panel>
          <Separator className={styles.edge} aria-label="Width of the inspector" />
          <Panel id="inspector" minSize="260px" defaultSize="24%">
            <Inspector comparison={comparison} />
          </Panel>
        </Group>
      </main>
      <StatusBar />
      <SelectionToolbar />
      <SpanHandles />
    </div>
  );
}

function layout(panes: Readonly<Record<string, number>>, ids: readonly string[]) {
  const known = ids.flatMap((id) => (panes[id] === undefined ? [] : [[id, panes[id]] as const]));
  return known.length === ids.length ? Object.fromEntries(known) : undefined;
}

/** Paints the annotations whenever they, what is picked, or the articles on the page change. */
function usePainting(): void {
  const doms = useDoms();
  useEffect(() => {
    paint(session(), doms);
    return useSession.subscribe((state, before) => {
      const same =
        state.comparison === before.comparison &&
        state.picks === before.picks &&
        state.side === before.side &&
        state.hovered === before.hovered &&
        state.cursors === before.cursors;
      if (!same) paint(state, doms);
    });
  }, [doms]);
}

function rememberSelection(
  state: ReturnType<typeof session>,
  before: ReturnType<typeof session>,
): void {
  if (!state.comparison || state.picks === before.picks) return;
  const selected = currentAnnotation(state)?.id ?? null;
  if (selected !== (state.places[state.comparison.id]?.selected ?? null))
    rememberPlace(state.comparison.id, { selected });
}
