import { useFoundPainting } from './paint-found';
import { useReveals } from './reveal';
import { useScrollTogether } from './scroll-together';

/** What both articles do together: what is to be seen is scrolled to, one follows the other, matches are painted. */
export function ReadingTogether(): null {
  useReveals();
  useScrollTogether();
  useFoundPainting();
  return null;
}
