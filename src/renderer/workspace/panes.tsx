import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { Group, Panel, Separator, useGroupRef, type Layout } from 'react-resizable-panels';
import type { Comparison } from '../../core/model/comparison';
import { rememberPanes } from '../client/navigation';
import { session, useSession } from '../client/session';
import { Inspector } from '../inspector/inspector';
import { Reader } from '../reader/reader';
import { AnnotationTable } from '../table/annotation-table';
import { Overview } from './overview';
import { Ribbons } from './ribbons';
import styles from './workspace.module.css';

/** The texts, and below them the table of annotations while it is open; each as high as the user makes it. */
export function Panes({ comparison }: { comparison: Comparison }) {
  const table = useSession((state) => state.table.open);
  const { texts, table: below } = useRef(session().panes).current;
  return (
    <Group
      orientation="vertical"
      defaultLayout={
        texts === undefined || below === undefined ? undefined : { texts, table: below }
      }
      onLayoutChanged={rememberPanes}
    >
      <Panel id="texts" minSize="20%">
        <Texts comparison={comparison} />
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
  );
}

/**
 * The articles and the inspector: side by side where there is room, the inspector below in a narrow window, and the
 * articles above each other in a narrower one. Nothing is rendered anew for that.
 */
function Texts({ comparison }: { comparison: Comparison }) {
  const below = useMatches(BELOW);
  const stacked = useMatches(STACKED);
  const outer = useArrangement(below ? 'below' : 'beside', { articles: 76, inspector: 24 });
  const inner = useArrangement(stacked ? 'stacked' : 'abreast', { left: 50, right: 50 });
  return (
    <Group orientation={below ? 'vertical' : 'horizontal'} {...outer}>
      <Panel id="articles" minSize="40%">
        <Group orientation={stacked ? 'vertical' : 'horizontal'} {...inner}>
          <Panel id="left" minSize="20%">
            <Reader side="left" article={comparison.left} comparisonId={comparison.id} />
          </Panel>
          <Separator
            className={styles.strip}
            aria-label={stacked ? 'Height of the articles' : 'Width of the articles'}
            id="strip"
          >
            {!stacked && <Ribbons />}
            <Overview lying={stacked} />
          </Separator>
          <Panel id="right" minSize="20%">
            <Reader side="right" article={comparison.right} comparisonId={comparison.id} />
          </Panel>
        </Group>
      </Panel>
      <Separator className={styles.edge} aria-label="Size of the inspector" />
      <Panel id="inspector" minSize={below ? '120px' : '260px'}>
        <Inspector comparison={comparison} />
      </Panel>
    </Group>
  );
}

// In rem, so that a zoomed window counts as a narrow one. The styles know the same widths.
const BELOW = window.matchMedia('(width < 56rem)');
const STACKED = window.matchMedia('(width < 40rem)');

function useMatches(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (onChange) => {
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => query.matches,
  );
}

/** A group's properties: each arrangement of its panels has sizes of its own, in percent, which are remembered. */
function useArrangement(arrangement: string, usual: Layout) {
  const groupRef = useGroupRef();
  const shown = useRef(arrangement);
  const key = (panel: string) => `${arrangement}-${panel}`;
  const layout = Object.fromEntries(
    Object.entries(usual).map(([panel, size]) => [panel, session().panes[key(panel)] ?? size]),
  );
  useLayoutEffect(() => {
    if (shown.current === arrangement) return;
    shown.current = arrangement;
    groupRef.current?.setLayout(layout);
  });
  return {
    groupRef,
    defaultLayout: layout,
    onLayoutChanged: (changed: Layout, { isUserInteraction }: { isUserInteraction: boolean }) => {
      if (isUserInteraction)
        rememberPanes(
          Object.fromEntries(Object.entries(changed).map(([panel, size]) => [key(panel), size])),
        );
    },
  };
}
