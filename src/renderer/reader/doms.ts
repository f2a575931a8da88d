import { create } from 'zustand';
import type { Side } from '../../core/model/fields';
import type { ArticleDom } from './article-dom';

/** The two articles on the page, while a comparison is open. */
export const useDoms = create<Readonly<Record<Side, ArticleDom | null>>>(() => ({
  left: null,
  right: null,
}));

/** The article on the page, outside a component. */
export function domOf(side: Side): ArticleDom | null {
  return useDoms.getState()[side];
}
