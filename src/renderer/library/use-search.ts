import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { namedLike } from '../../core/measure/named-like';
import type { Events, LibraryEntry } from '../../ipc/contract';
import { tell } from '../client/navigation';

/** How long nothing is typed before the texts are searched, in milliseconds. */
const PAUSE = 200;

/** What a search in the library has found so far. */
export interface Search {
  /** Those with the words in their titles and outlets, or in their texts; all while nothing is looked for. */
  readonly entries: readonly LibraryEntry[];
  /** Of these, the ones whose texts have them. */
  readonly inTexts: ReadonlySet<string>;
  /** What is looked for. */
  readonly query: string;
  /** How far reading the texts is, while they are being searched. */
  readonly searching: { readonly reading: Events['reading'] | null } | null;
}

const UNSEARCHED =
  'The texts could not be searched, only the titles and outlets. See that the workspace’s folder is there, then search again.';
const NOWHERE: ReadonlySet<string> = new Set();

/** Looks for `query` in the titles at once, and in the texts once nothing more is typed. */
export function useSearch(all: readonly LibraryEntry[], typed: string): Search {
  const query = useDeferredValue(typed.trim());
  const [texts, setTexts] = useState({ query: '', ids: NOWHERE });
  const [reading, setReading] = useState<Events['reading'] | null>(null);

  useEffect(() => {
    if (query === '') return;
    let over = false;
    const pause = setTimeout(() => {
      void window.diptych.searchTexts(query).then(
        (found) => {
          if (!over && found) setTexts({ query, ids: new Set(found) });
        },
        () => {
          if (over) return;
          setTexts({ query, ids: NOWHERE });
          tell(UNSEARCHED);
        },
      );
    }, PAUSE);
    const off = window.diptych.on('reading', setReading);
    return () => {
      over = true;
      clearTimeout(pause);
      setReading(null);
      off();
    };
  }, [query, all]);

  const inTexts = query !== '' && texts.query === query ? texts.ids : NOWHERE;
  const entries = useMemo(() => {
    if (query === '') return all;
    const named = new Set(namedLike(all, query));
    return all.filter((entry) => named.has(entry) || inTexts.has(entry.id));
  }, [all, query, inTexts]);
  const searching = query !== '' && texts.query !== query ? { reading } : null;
  return { entries, inTexts, query, searching };
}
