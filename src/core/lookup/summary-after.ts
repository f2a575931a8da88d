import type { Summary } from '../measure/summary';
import type { Annotation } from '../model/annotation';
import { SIDES } from '../model/fields';
import type { Link } from '../model/link';
import type { Swap } from './swap';

type LinksOf = (id: string) => readonly Link[];

/** The counts after a change, from those before it: only what the change touches is looked at. */
export function summaryAfter(
  summary: Summary,
  swap: Swap,
  linksBefore: LinksOf,
  linksAfter: LinksOf,
): Summary {
  const { gone, came } = swap;
  if (swap.type === 'annotation') return counted(counted(summary, swap.gone, -1), swap.came, 1);
  if (swap.came && !gone) return tied(summary, swap.came, linksBefore, 1);
  if (swap.gone && !came) return tied(summary, swap.gone, linksAfter, -1);
  return summary;
}

/** With one annotation more or less that nothing is linked to; taken out and put in again, its links do not matter. */
function counted(summary: Summary, annotation: Annotation | undefined, by: 1 | -1): Summary {
  if (!annotation) return summary;
  const { side, tag } = annotation;
  return {
    ...summary,
    annotations: summary.annotations + by,
    claims: summary.claims + (tag === 'claim' ? by : 0),
    quotes: summary.quotes + (tag === 'quote' ? by : 0),
    onlyLeft: summary.onlyLeft + (side === 'left' ? by : 0),
    onlyRight: summary.onlyRight + (side === 'right' ? by : 0),
  };
}

/** With one link more or less; `without` are the links when it is not there. */
function tied(summary: Summary, link: Link, without: LinksOf, by: 1 | -1): Summary {
  const alone = { left: isAlone(link.left, without), right: isAlone(link.right, without) };
  // It makes a group of two that were alone, adds one to a group, or makes one group of two.
  const groups =
    alone.left && alone.right ? 1 : alone.left || alone.right || areTied(link, without) ? 0 : -1;
  return {
    ...summary,
    links: summary.links + by,
    onlyLeft: summary.onlyLeft - (alone.left ? by : 0),
    onlyRight: summary.onlyRight - (alone.right ? by : 0),
    both: summary.both + groups * by,
  };
}

function isAlone(id: string, linksOf: LinksOf): boolean {
  return linksOf(id).length === 0;
}

/** Whether links lead from one end of a link to its other end. */
function areTied({ left, right }: Link, linksOf: LinksOf): boolean {
  const seen = new Set([left]);
  for (const id of seen)
    for (const link of linksOf(id)) for (const side of SIDES) seen.add(link[side]);
  return seen.has(right);
}
