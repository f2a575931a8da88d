import type { Comparison } from '../model/comparison';
import type { Author } from './build-edits';
import type { Change, Edit } from './edit';

/** New names by old ones. */
export type Renames = ReadonlyMap<string, string>;

/** The edit that gives a comparison's tags and relations their new names; null when it uses none of the old ones. */
export function renameInComparison(
  comparison: Comparison,
  { tags, relations }: { readonly tags: Renames; readonly relations: Renames },
  author: Author,
): Edit | null {
  const changes = [
    ...comparison.annotations.flatMap(({ id, tag }): Change[] => {
      const next = tags.get(tag);
      return next === undefined
        ? []
        : [{ type: 'change-annotation', id, set: { tag: next, modified: author.now } }];
    }),
    ...comparison.unplaced.annotations.flatMap(({ id, tag }): Change[] => {
      const next = tags.get(tag);
      return next === undefined ? [] : [{ type: 'change-unplaced', id, set: { tag: next } }];
    }),
    ...[...comparison.links, ...comparison.unplaced.links].flatMap(({ id, relation }): Change[] => {
      const next = relations.get(relation);
      return next === undefined ? [] : [{ type: 'change-link', id, set: { relation: next } }];
    }),
  ];
  return changes.length === 0 ? null : { name: nameOf(tags, relations), changes };
}

function nameOf(tags: Renames, relations: Renames): string {
  const [first, ...more] = [...tags, ...relations];
  if (first && more.length === 0) return `Rename ${first[0]} to ${first[1]}`;
  return relations.size === 0 ? 'Rename tags' : 'Rename tags and relations';
}
