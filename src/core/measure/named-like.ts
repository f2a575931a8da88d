import type { ArticleDetails } from '../model/article';
import { plain } from '../text/plain';

/** What a comparison is called by: its title, and its articles' titles and outlets. */
export interface Named {
  readonly title: string;
  readonly left: Pick<ArticleDetails, 'title' | 'outlet'>;
  readonly right: Pick<ArticleDetails, 'title' | 'outlet'>;
}

const names = new WeakMap<Named, string>();

/** Those whose titles and outlets hold every word of `query`, whatever its case and accents. */
export function namedLike<T extends Named>(entries: readonly T[], query: string): readonly T[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const name = nameOf(entry);
    return words.every((word) => name.includes(word));
  });
}

/** Made once for each entry: thousands are looked through at every key that is typed. */
function nameOf(entry: Named): string {
  const known = names.get(entry);
  if (known !== undefined) return known;
  const { title, left, right } = entry;
  const name = plain([title, left.title, left.outlet, right.title, right.outlet].join(' '));
  names.set(entry, name);
  return name;
}
