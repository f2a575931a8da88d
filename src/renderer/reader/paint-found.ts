import { useEffect } from 'react';
import { SIDES } from '../../core/model/fields';
import type { Span } from '../../core/text/quote-selector';
import { currentFound, foundNow } from '../client/find';
import { session, useSession } from '../client/session';
import { useDoms } from './doms';
import { paneOf, type Pane } from './panes';

// ::highlight() rules of the same names are in styles/highlights.css; these lie above all others.
const found = new Highlight();
found.priority = 1_000;
const current = new Highlight();
current.priority = 1_001;

/** Paints what is found, about as far as it can be seen, and the current match, while the bar is shown. */
export function useFoundPainting(): void {
  const doms = useDoms();
  useEffect(() => {
    CSS.highlights.set('found', found);
    CSS.highlights.set('found-current', current);
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(paintFound);
    };
    soon();
    const stopSession = useSession.subscribe((state, before) => {
      if (state.find !== before.find || state.comparison !== before.comparison) soon();
    });
    const onScroll = () => session().find.open && soon();
    const observer = new ResizeObserver(onScroll);
    for (const side of SIDES) {
      const pane = paneOf(side);
      if (pane) observer.observe(pane.element);
    }
    // Scroll events do not bubble, but they can be captured.
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      stopSession();
      observer.disconnect();
      document.removeEventListener('scroll', onScroll, { capture: true });
      found.clear();
      current.clear();
    };
  }, [doms]);
}

function paintFound(): void {
  const state = session();
  found.clear();
  current.clear();
  if (!state.find.open || !state.comparison) return;
  const all = foundNow(state);
  for (const side of SIDES) {
    const pane = paneOf(side);
    if (!pane) continue;
    for (const span of inSight(all[side], pane)) found.add(pane.dom.rangeOf(span));
  }
  const match = all.all[currentFound(state)];
  const pane = match && paneOf(match.side);
  if (pane) current.add(pane.dom.rangeOf(match));
}

/** Those of the spans, which stand in order, that lie within a screen of what is seen. */
function inSight(spans: readonly Span[], { dom, element }: Pane): readonly Span[] {
  const { top, bottom, height } = element.getBoundingClientRect();
  const firstBelow = (y: number) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (dom.rangeOf(spans[middle] as Span).getBoundingClientRect().bottom < y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return spans.slice(firstBelow(top - height), firstBelow(bottom + height));
}
