import { useEffect } from 'react';
import { longestRise, type Tie } from '../../core/text/longest-rise';
import type { Comparison } from '../../core/model/comparison';
import { otherSide, SIDES, type Side } from '../../core/model/fields';
import { lastOnly } from '../client/last-only';
import { onChange, session, type Session } from '../client/session';
import { useDoms } from './doms';
import { distanceLeft, levelWith, maxTop, withEnds, type Level } from './levels';
import { extentOf, heightOf, paneOf, type Pane } from './panes';

/** Where each pane stood when it was last looked at; one that stands there has not been scrolled by the user. */
const tops: Record<Side, number> = { left: 0, right: 0 };
const held = new Set<Side>();

/** Until the pane's scrolling has ended or the user does something, the articles do not follow each other. */
export function holdFollowing(side: Side): void {
  held.add(side);
}

/** What may end a scrolling of the page's own without a word. */
const INPUTS = ['keydown', 'pointerdown', 'wheel'] as const;

/** Scrolls one article with the other as the user prefers: the one that is scrolled leads. */
export function useScrollTogether(): void {
  const doms = useDoms();
  useEffect(() => {
    const stops = SIDES.map(watch);
    const stopSession = onChange((state, before) => {
      const { scroll } = state.preferences;
      if (scroll !== before.preferences.scroll && scroll !== 'off') follow(state.side, 0);
    });
    const release = () => held.clear();
    for (const input of INPUTS) window.addEventListener(input, release, { capture: true });
    return () => {
      stopSession();
      for (const input of INPUTS) window.removeEventListener(input, release, { capture: true });
      for (const stop of stops) stop();
    };
  }, [doms]);
}

function watch(side: Side): () => void {
  const pane = paneOf(side);
  if (!pane) return () => undefined;
  const { element, dom } = pane;
  tops[side] = element.scrollTop;
  held.delete(side);
  const onScroll = () => scrolled(side, element.scrollTop);
  const onEnd = () => held.delete(side);
  const reflow = new ResizeObserver(() => heights[side].clear());
  reflow.observe(dom.root);
  element.addEventListener('scroll', onScroll, { passive: true });
  element.addEventListener('scrollend', onEnd);
  return () => {
    reflow.disconnect();
    heights[side].clear();
    element.removeEventListener('scroll', onScroll);
    element.removeEventListener('scrollend', onEnd);
  };
}

function scrolled(side: Side, top: number): void {
  const before = tops[side];
  // The page's own scrolling of a following pane comes back as an event too.
  if (Math.abs(top - before) < 1) return;
  const following = held.size === 0 && session().preferences.scroll !== 'off';
  const other = paneOf(otherSide(side));
  if (following && other) {
    const distance = other.element.scrollTop - topBeside(side, before);
    tops[side] = top;
    follow(side, distanceLeft(distance, top - before));
  } else tops[side] = top;
}

/** Brings the other pane to its place beside the leading one, but for a distance in pixels. */
function follow(side: Side, distance: number): void {
  const [lead, other] = [paneOf(side), paneOf(otherSide(side))];
  if (!lead || !other) return;
  for (const { dom } of [lead, other]) dom.layOut();
  other.element.scrollTop = topBeside(side, lead.element.scrollTop) + distance;
  tops[otherSide(side)] = other.element.scrollTop;
}

/** How far the other pane is to be scrolled when the leading one is scrolled to `top`. */
function topBeside(side: Side, top: number): number {
  const state = session();
  const [lead, other] = [paneOf(side), paneOf(otherSide(side))];
  if (!lead || !other || !state.comparison) return top;
  const [extent, otherExtent] = [extentOf(lead), extentOf(other)];
  if (state.preferences.scroll === 'proportion')
    return (top / Math.max(1, maxTop(extent))) * maxTop(otherExtent);
  const levels = withEnds(linkLevels(state, state.comparison, side, lead, other), {
    from: maxTop(extent),
    to: maxTop(otherExtent),
  });
  return levelWith(levels, top);
}

/** Heights of linked spans by side and offset; measured again after the articles have been laid out anew. */
const heights: Readonly<Record<Side, Map<number, number>>> = { left: new Map(), right: new Map() };

function linkLevels(
  state: Session,
  comparison: Comparison,
  side: Side,
  lead: Pane,
  other: Pane,
): readonly Level[] {
  const otherName = otherSide(side);
  return anchorsOf(comparison, state.picks).map((anchor) => ({
    from: knownHeight(side, anchor[side], lead) - middle(lead),
    to: knownHeight(otherName, anchor[otherName], other) - middle(other),
  }));
}

function middle({ element }: Pane): number {
  return element.clientHeight / 2;
}

function knownHeight(side: Side, offset: number, pane: Pane): number {
  let height = heights[side].get(offset);
  if (height === undefined) heights[side].set(offset, (height = heightOf(pane, offset)));
  return height;
}

interface Anchor extends Tie {
  readonly leftId: string;
  readonly rightId: string;
}

/** The links that hold the articles level: the longest rise of them, through the one that is picked. */
function anchorsOf({ annotations, links }: Comparison, picks: Session['picks']): readonly Anchor[] {
  const picked = (side: Side) => {
    const pick = picks[side];
    return pick?.kind === 'annotation' ? pick.id : null;
  };
  return anchorsThrough(annotations, links, picked('left'), picked('right'));
}

const anchorsThrough = lastOnly(
  (
    annotations: Comparison['annotations'],
    links: Comparison['links'],
    left: string | null,
    right: string | null,
  ): readonly Anchor[] => {
    const starts = new Map(annotations.map(({ id, start }) => [id, start]));
    const ties = links.map((link): Anchor => ({
      leftId: link.left,
      rightId: link.right,
      left: starts.get(link.left) ?? 0,
      right: starts.get(link.right) ?? 0,
    }));
    const through =
      ties.find((tie) => tie.leftId === left && tie.rightId === right) ??
      ties.find((tie) => tie.leftId === left || tie.rightId === right);
    return longestRise(ties, through);
  },
);
