import type { RecentComparison } from '../../ipc/contract';

/** So many comparisons are remembered as recent. */
export const MOST_RECENT = 10;

type Recent = readonly RecentComparison[];

/** The list with a comparison that was just opened at its head. */
export function withOpened(recent: Recent, { id, title }: RecentComparison): Recent {
  return [{ id, title }, ...without(recent, id)].slice(0, MOST_RECENT);
}

/** The list with a comparison's present title; the same list when that changes nothing. */
export function withTitle(recent: Recent, { id, title }: RecentComparison): Recent {
  if (recent.every((each) => each.id !== id || each.title === title)) return recent;
  return recent.map((each) => (each.id === id ? { id, title } : each));
}

/** The list without a comparison; the same list when it does not hold it. */
export function without(recent: Recent, id: string): Recent {
  return recent.some((each) => each.id === id) ? recent.filter((each) => each.id !== id) : recent;
}
