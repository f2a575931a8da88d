import { useEffect } from 'react';
import { SIDES } from '../../core/model/fields';
import { firstNot } from '../../core/model/sorted';
import type { Span } from '../../core/text/quote-selector';
import { currentFound, foundNow } from '../client/find';
import { onChange, session } from '../client/session';
import { domOf, useDoms } from './doms';
import { layer } from './layers';
import { useViews } from './views';

/** Paints what is found, about as far as it can be seen, and the current match, while the bar is shown. */
export function useFoundPainting(): void {
  const doms = useDoms();
  useEffect(() => {
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(paintFound);
    };
    soon();
    const stopSession = onChange((state, before) => {
      if (state.find !== before.find || state.comparison !== before.comparison) soon();
    });
    const stopViews = useViews.subscribe(soon);
    return () => {
      cancelAnimationFrame(frame);
      stopSession();
      stopViews();
      layer('found').clear();
      layer('found-current').clear();
    };
  }, [doms]);
}

function paintFound(): void {
  const state = session();
  const [found, current] = [layer('found'), layer('found-current')];
  found.clear();
  current.clear();
  if (!state.find.open || !state.comparison) return;
  const all = foundNow(state);
  for (const side of SIDES) {
    const dom = domOf(side);
    if (!dom) continue;
    for (const span of spansIn(all[side], useViews.getState()[side])) found.add(dom.rangeOf(span));
  }
  const match = all.all[currentFound(state)];
  const range = match && domOf(match.side)?.rangeOf(match);
  if (range) current.add(range);
}

/** Those of the spans, which stand in order and apart, that reach into a stretch of the text. */
function spansIn(spans: readonly Span[], { start, end }: Span): readonly Span[] {
  const first = firstNot(spans, (span) => span.end <= start);
  return spans.slice(
    first,
    firstNot(spans, (span) => span.start < end),
  );
}
