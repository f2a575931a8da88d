import { create } from 'zustand';
import type { Side } from '../../core/model/fields';
import type { Span } from '../../core/text/quote-selector';
import type { ArticleDom } from './article-dom';

const NOTHING: Span = { start: 0, end: 0 };

/** Of each article, the stretch within about half a screen of what can be seen: what is painted. In UTF-16 code units. */
export const useViews = create<Readonly<Record<Side, Span>>>(() => ({
  left: NOTHING,
  right: NOTHING,
}));

/** So far beyond what can be seen the stretch reaches, and so near its end it is moved on, in heights of the pane. */
const BEYOND = 0.5;
const NEAR = 0.25;

/** Keeps the view of an article up to date, looking once a frame while it moves, until the answer is called. */
export function watchView(side: Side, { root, offsetNear, showNear }: ArticleDom): () => void {
  const pane = root.closest<HTMLElement>('[data-pane]');
  if (!pane) return () => undefined;
  // The stretch in pixels from the text's upper edge.
  let [from, to] = [0, 0];
  let frame = 0;

  const look = () => {
    const { top, height } = pane.getBoundingClientRect();
    const edge = root.getBoundingClientRect().top;
    const seen = top - edge;
    if (seen - NEAR * height > from && seen + (1 + NEAR) * height < to) return;
    [from, to] = [seen - BEYOND * height, seen + (1 + BEYOND) * height];
    const view = { start: offsetNear(from + edge), end: offsetNear(to + edge) };
    showNear(view);
    useViews.setState({ [side]: view });
  };
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  };
  const anew = () => {
    [from, to] = [0, 0];
    soon();
  };
  const observer = new ResizeObserver(anew);
  observer.observe(pane);
  observer.observe(root);
  pane.addEventListener('scroll', soon, { passive: true });
  anew();
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    pane.removeEventListener('scroll', soon);
    useViews.setState({ [side]: NOTHING });
  };
}
