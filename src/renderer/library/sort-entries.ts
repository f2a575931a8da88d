import type { LibraryEntry } from '../../ipc/contract';

interface Order {
  readonly label: string;
  readonly compare: (a: LibraryEntry, b: LibraryEntry) => number;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const marks = ({ summary }: LibraryEntry) => summary.annotations + summary.links;

/** The ways to sort the library. */
export const ORDERS = {
  modified: { label: 'Last change', compare: (a, b) => b.modified.localeCompare(a.modified) },
  title: { label: 'Title', compare: (a, b) => collator.compare(a.title, b.title) },
  outlet: { label: 'Outlet', compare: (a, b) => collator.compare(a.left.outlet, b.left.outlet) },
  marks: { label: 'Most marked', compare: (a, b) => marks(b) - marks(a) },
} as const satisfies Record<string, Order>;

export type OrderId = keyof typeof ORDERS;

/** The entries in order. */
export function sortEntries(
  entries: readonly LibraryEntry[],
  order: OrderId,
): readonly LibraryEntry[] {
  return entries.toSorted(ORDERS[order].compare);
}
