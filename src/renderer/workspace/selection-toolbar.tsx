import { Link2, MoveHorizontal, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CommandId } from '../../ipc/commands';
import { canRun, run } from '../client/commands';
import { KeyName } from '../client/key-name';
import { session, useSession } from '../client/session';
import { domOf, useDoms } from '../reader/doms';
import styles from './toolbar.module.css';

const HEIGHT = 38;

/**
 * The commands for a selection, at the selection, for the mouse. It is hidden from assistive technology: the same
 * commands stand in the toolbar and the menu and have keys.
 */
export function SelectionToolbar() {
  const picks = useSession((state) => state.picks);
  const side = useSession((state) => state.side);
  const pick = picks[side];
  const place = usePlace(pick?.kind === 'span');
  const canLink = useSession((state) => canRun('link', state));
  const canChange = useSession((state) => canRun('changeSpan', state));
  const hasOwnTags = useSession((state) => state.settings.tags.length > 0);
  if (!place) return null;
  return (
    <div className={styles.floating} style={place} aria-hidden data-selection-toolbar>
      <FloatingButton id="tagClaim">
        <i className={styles.claim} /> Claim <KeyName id="tagClaim" />
      </FloatingButton>
      <FloatingButton id="tagQuote">
        <i className={styles.quote} /> Quote <KeyName id="tagQuote" />
      </FloatingButton>
      {hasOwnTags && (
        <FloatingButton id="tagAs">
          More tags <KeyName id="tagAs" />
        </FloatingButton>
      )}
      {canLink && (
        <FloatingButton id="link">
          <Link2 size={14} /> Link <KeyName id="link" />
        </FloatingButton>
      )}
      <FloatingButton id="findDuplicate">
        <Search size={14} /> Find duplicate <KeyName id="findDuplicate" />
      </FloatingButton>
      {canChange && (
        <FloatingButton id="changeSpan">
          <MoveHorizontal size={14} /> Change span <KeyName id="changeSpan" />
        </FloatingButton>
      )}
    </div>
  );
}

function FloatingButton({ id, children }: { id: CommandId; children: React.ReactNode }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onPointerUp={(event) => event.stopPropagation()}
      onClick={() => run(id)}
    >
      {children}
    </button>
  );
}

/** Where the toolbar stands: above the selection's first line, below it where there is no room. */
function usePlace(shown: boolean): { left: number; top: number } | null {
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  const picks = useSession((state) => state.picks);
  const doms = useDoms();
  const preferences = useSession((state) => state.preferences);
  // The bar moves the articles as it comes and goes.
  const finding = useSession((state) => state.find.open);
  useEffect(() => {
    const measure = () => {
      const { side, picks: now } = session();
      const pick = now[side];
      const dom = domOf(side);
      const pane = dom?.root.closest('[data-pane]')?.getBoundingClientRect();
      if (!shown || pick?.kind !== 'span' || !dom || !pane) return setPlace(null);
      const [first] = dom.rangeOf(pick.span).getClientRects();
      if (!first || first.bottom < pane.top || first.top > pane.bottom) return setPlace(null);
      const above = first.top - HEIGHT - 6;
      return setPlace({
        left: Math.max(8, Math.min(Math.max(first.left, pane.left + 8), pane.right - 430)),
        top: above > pane.top ? above : first.bottom + 6,
      });
    };
    measure();
    document.addEventListener('scroll', measure, { capture: true, passive: true });
    const observer = new ResizeObserver(measure);
    for (const dom of [doms.left, doms.right]) if (dom) observer.observe(dom.root);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      document.removeEventListener('scroll', measure, { capture: true });
      window.removeEventListener('resize', measure);
    };
  }, [shown, picks, doms, preferences, finding]);
  return place;
}
