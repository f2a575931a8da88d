import { useLayoutEffect, useRef } from 'react';
import type { Side } from '../../core/model/fields';
import { rememberPlace } from '../client/navigation';
import { placeOf, useSession } from '../client/session';
import { domOf } from './doms';
import { heightOf } from './panes';
import { isOnItsWay } from './reveal';

/** How far below the pane's upper edge the first visible character is looked for, in pixels. */
const MARGIN = 12;
/** Nearer to the beginning than this the article is at its beginning, in pixels. */
const AT_START = 4;

/**
 * Keeps the first visible character of an article where it is: from one visit of the comparison to the next, and when
 * its lines break anew because the window, the panes or the type change. What the user scrolls to is remembered.
 */
export function useKeptPlace(
  pane: React.RefObject<HTMLElement | null>,
  side: Side,
  comparisonId: string,
): void {
  const keepNow = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    const element = pane.current;
    const root = domOf(side)?.root;
    if (!element || !root) return;
    let offset = placeOf(comparisonId)?.[side] ?? 0;
    /** From the pane's upper edge to the character's. */
    let below = MARGIN / 2;
    /** Where this scrolled to, which must not be taken for the user's scrolling. */
    let kept = 0;

    const keep = () => {
      const dom = domOf(side);
      // A jump has begun: the place is where it leads.
      if (!dom || isOnItsWay(element)) return;
      element.scrollTop = offset === 0 ? 0 : heightOf({ dom, element }, offset) - below;
      kept = element.scrollTop;
    };
    const note = () => {
      const dom = domOf(side);
      if (!dom || Math.abs(element.scrollTop - kept) < 1) return;
      kept = NaN;
      const { top } = element.getBoundingClientRect();
      const first = element.scrollTop < AT_START ? 0 : dom.lineAt(top + MARGIN)?.start;
      if (first === undefined) return;
      offset = first;
      below = heightOf({ dom, element }, offset) - element.scrollTop;
    };
    const remember = () => {
      if (placeOf(comparisonId)?.[side] !== offset) rememberPlace(comparisonId, { [side]: offset });
    };

    keep();
    keepNow.current = keep;
    const observer = new ResizeObserver(keep);
    observer.observe(root);
    element.addEventListener('scroll', note, { passive: true });
    element.addEventListener('scrollend', remember);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', note);
      element.removeEventListener('scrollend', remember);
    };
  }, [pane, side, comparisonId]);
  const preferences = useSession((state) => state.preferences);
  // Another typeface may move every word and leave the text as high as it was.
  useLayoutEffect(() => keepNow.current?.(), [preferences]);
}
