import type { Side } from '../../core/model/fields';
import type { ArticleDom } from './article-dom';
import { domOf } from './doms';
import type { Extent } from './levels';

/** An article on the page with the pane that it is scrolled in. */
export interface Pane {
  readonly dom: ArticleDom;
  readonly element: HTMLElement;
}

/** The article on `side` with its pane, while a comparison is open. */
export function paneOf(side: Side): Pane | null {
  const dom = domOf(side);
  const element = dom?.root.closest<HTMLElement>('[data-pane]');
  return dom && element ? { dom, element } : null;
}

/** How high a pane and its content are. */
export function extentOf({ element }: Pane): Extent {
  return { height: element.clientHeight, content: element.scrollHeight };
}

/** How far below the content's upper edge the line of an offset begins, in pixels. */
export function heightOf({ dom, element }: Pane, offset: number): number {
  const { top } = dom.rangeOf({ start: offset, end: offset + 1 }).getBoundingClientRect();
  return top - element.getBoundingClientRect().top + element.scrollTop;
}
