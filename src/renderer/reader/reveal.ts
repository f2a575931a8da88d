import { useEffect } from 'react';
import { otherSide, SIDES, type Side } from '../../core/model/fields';
import { session, useSession, type Reveal } from '../client/session';
import { maxTop } from './levels';
import { extentOf, heightOf, paneOf, type Pane } from './panes';
import { bringIntoView } from '../client/focus';
import { domOf } from './doms';
import { holdFollowing } from './scroll-together';

/** Scrolls the articles to what the session asks to reveal, whenever it does. */
export function useReveals(): void {
  const reveal = useSession((state) => state.reveal);
  useEffect(() => {
    // What stands level with something goes last: that may move itself.
    const inOrder = reveal.toSorted((a, b) => Number(isLevel(a)) - Number(isLevel(b)));
    // Far places are to be scrolled to exactly.
    if (reveal.length > 0) for (const side of SIDES) domOf(side)?.layOut();
    const tops = new Map<Side, number>();
    for (const wanted of inOrder) {
      const pane = paneOf(wanted.side);
      if (pane) bringIntoView(pane.element);
      if (pane) tops.set(wanted.side, topFor(wanted, pane, tops));
    }
    for (const side of SIDES) if (!tops.has(side)) stopFollowed(side);
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const [side, top] of tops) {
      const pane = paneOf(side)?.element;
      if (!pane) continue;
      if (Math.abs(topOf(pane) - top) < 1) {
        // It is there, and stays: an older way that another one cut short must not lead on.
        if (!ways.has(pane)) pane.scrollTo({ top, behavior: 'instant' });
        continue;
      }
      // Both places are given: neither article is to lead the other away from its own.
      if (reveal.length > 1 || reveal.some(isLevel)) holdFollowing(side);
      ways.set(pane, top);
      pane.addEventListener('scrollend', () => ways.delete(pane), { once: true });
      pane.scrollTo({ top, behavior: calm ? 'instant' : 'smooth' });
    }
  }, [reveal]);
}

/** Ends the scrolling of an article that the other one would follow away from what it is to show. */
function stopFollowed(side: Side): void {
  const pane = paneOf(side)?.element;
  if (!pane || session().preferences.scroll === 'off') return;
  ways.delete(pane);
  pane.scrollTo({ top: pane.scrollTop, behavior: 'instant' });
}

/** Where panes are being scrolled to: one that is on its way counts as there. */
const ways = new WeakMap<HTMLElement, number>();

/** Whether a pane is being scrolled to what is to be shown. */
export function isOnItsWay(pane: HTMLElement): boolean {
  return ways.has(pane);
}

function topOf(pane: HTMLElement): number {
  return ways.get(pane) ?? pane.scrollTop;
}

function isLevel({ at }: Reveal): boolean {
  return typeof at === 'object';
}

/** How far below the pane's upper edge a place at the top stands, in pixels. */
const MARGIN = 6;

/** The offset of the first visible character of an article, or of the one that will be once the pane has got there. */
export function firstSeen(side: Side): number {
  const pane = paneOf(side);
  if (!pane) return 0;
  const { dom, element } = pane;
  const top = topOf(element);
  if (top < MARGIN) return 0;
  const y = element.getBoundingClientRect().top + 2 * MARGIN + top - element.scrollTop;
  return dom.lineAt(y)?.start ?? dom.offsetNear(y);
}

/** What stands nearer to the upper or the lower edge than this, in pixels, is brought further in. */
const UPPER = 40;
const LOWER = 80;

/** How far the pane is to be scrolled, given where the other one will be. */
function topFor({ side, offset, at }: Reveal, pane: Pane, tops: ReadonlyMap<Side, number>): number {
  const extent = extentOf(pane);
  const within = (top: number) => Math.min(Math.max(Math.round(top), 0), maxTop(extent));
  if (at === 'top') return offset === 0 ? 0 : within(heightOf(pane, offset) - MARGIN);
  const height = heightOf(pane, offset);
  const isSeen = (y: number) => y > UPPER && y < extent.height - LOWER;
  const other = at && paneOf(otherSide(side));
  if (other && isBeside(other, pane)) {
    const top = tops.get(otherSide(side)) ?? topOf(other.element);
    const y = heightOf(other, at.levelWith) - top;
    if (y >= 0 && y < extent.height - UPPER) return within(height - y);
  }
  const now = topOf(pane.element);
  return isSeen(height - now) ? now : within(height - extent.height / 3);
}

function isBeside(a: Pane, b: Pane): boolean {
  return a.element.getBoundingClientRect().top === b.element.getBoundingClientRect().top;
}
