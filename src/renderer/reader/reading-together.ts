import { useReveals } from './reveal';
import { useScrollTogether } from './scroll-together';

/** What both articles do together: what is to be seen is scrolled to, and one follows the other. */
export function ReadingTogether(): null {
  useReveals();
  useScrollTogether();
  return null;
}
