import type { Annotation } from '../model/annotation';
import type { ArticleDetails } from '../model/article';
import type { Comparison } from '../model/comparison';
import { SIDES } from '../model/fields';
import { rejectionKey, type Rejection } from '../model/rejection';
import type { ArticleChanges, Change, Edit } from './edit';

const DETAILS: readonly (keyof ArticleDetails)[] = [
  'title',
  'outlet',
  'author',
  'date',
  'url',
  'language',
];

/**
 * The edit that makes a comparison what it was at another time: one step, which can be undone; null when it is that
 * already. What differs is taken out and put in again whole, so that nothing stands in its way on the way there.
 */
export function returnTo(now: Comparison, then: Comparison, name: string): Edit | null {
  const annotations = apart(now.annotations, then.annotations);
  const remade = new Set([...annotations.gone, ...annotations.come].map(({ id }) => id));
  const links = apart(now.links, then.links, (link) =>
    [link.left, link.right].some((id) => remade.has(id)),
  );
  const changes: Change[] = [
    ...links.gone.map(({ id }): Change => ({ type: 'delete-link', id })),
    ...annotations.gone.map(({ id }): Change => ({ type: 'delete-annotation', id })),
    ...without(now.rejections, then.rejections).map((rejection): Change => ({
      type: 'delete-rejection',
      rejection,
    })),
    ...SIDES.flatMap((side): Change[] => {
      const set = Object.fromEntries(
        DETAILS.flatMap((key) =>
          now[side][key] === then[side][key] ? [] : [[key, then[side][key]]],
        ),
      ) as ArticleChanges;
      return Object.keys(set).length === 0 ? [] : [{ type: 'change-article', side, set }];
    }),
    ...(now.title === then.title ? [] : [{ type: 'change-title', title: then.title } as const]),
    ...without(then.rejections, now.rejections).map((rejection): Change => ({
      type: 'add-rejection',
      rejection,
    })),
    ...annotations.come.map((annotation): Change => ({ type: 'add-annotation', annotation })),
    ...links.come.map((link): Change => ({ type: 'add-link', link })),
  ];
  return changes.length === 0 ? null : { name, changes };
}

interface Named {
  readonly id: string;
}

/** Which records have to go and which have to come, so that `now` becomes `then`; those told to are remade in any case. */
function apart<T extends Named>(
  now: readonly T[],
  then: readonly T[],
  isRemade: (record: T) => boolean = () => false,
): { readonly gone: readonly T[]; readonly come: readonly T[] } {
  const missing = (others: readonly T[]) => {
    const byId = new Map(others.map((each) => [each.id, each]));
    return (each: T) => isRemade(each) || !isSame(each, byId.get(each.id));
  };
  return { gone: now.filter(missing(then)), come: then.filter(missing(now)) };
}

/** The rejections that are not among others. */
function without(rejections: readonly Rejection[], others: readonly Rejection[]) {
  const keys = new Set(others.map(rejectionKey));
  return rejections.filter((each) => !keys.has(rejectionKey(each)));
}

/** Whether two records say the same in every field. */
function isSame<T extends Named>(a: T, b: T | undefined): boolean {
  return b !== undefined && (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
}

/** What going back does to annotations and links. */
export interface Difference {
  readonly back: readonly Annotation[];
  readonly away: readonly Annotation[];
  /** As they would be. */
  readonly changed: readonly Annotation[];
  readonly linksBack: number;
  readonly linksAway: number;
}

/** What `returnTo` does to annotations and links, for a person to look at before. */
export function differenceTo(now: Comparison, then: Comparison): Difference {
  const annotations = apart(now.annotations, then.annotations);
  const links = apart(now.links, then.links);
  const [gone, come] = [annotations.gone, annotations.come].map(
    (each) => new Set(each.map(({ id }) => id)),
  );
  return {
    back: annotations.come.filter(({ id }) => !gone?.has(id)),
    away: annotations.gone.filter(({ id }) => !come?.has(id)),
    changed: annotations.come.filter(({ id }) => gone?.has(id)),
    linksBack: links.come.length,
    linksAway: links.gone.length,
  };
}
