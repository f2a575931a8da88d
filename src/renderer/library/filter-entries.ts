import { plain } from '../../core/text/plain';
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

/** The entries whose titles and outlets hold every word of `query`, whatever its case and accents, in order. */
export function filterEntries(
  entries: readonly LibraryEntry[],
  query: string,
  order: OrderId,
): readonly LibraryEntry[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return entries
    .filter(({ title, left, right }) => {
      const text = plain([title, left.title, left.outlet, right.title, right.outlet].join(' '));
      return words.every((word) => text.includes(word));
    })
    .toSorted(ORDERS[order].compare);
}
