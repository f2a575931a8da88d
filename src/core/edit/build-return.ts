import type { Annotation } from '../model/annotation';
import type { Article, ArticleDetails } from '../model/article';
import type { Comparison } from '../model/comparison';
import { SIDES, type Side } from '../model/fields';
import type { Link } from '../model/link';
import { rejectionKey, type Rejection } from '../model/rejection';
import type { UnplacedAnnotation } from '../model/unplaced';
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
 * already. What differs is taken out and put in again whole, so that nothing stands in its way on the way there; with
 * other texts or other proposed links, everything is.
 */
export function returnTo(now: Comparison, then: Comparison, name: string): Edit | null {
  const anew =
    SIDES.some((side) => now[side].text !== then[side].text) ||
    !isSame(now.proposed, then.proposed);
  const annotations = apart(now.annotations, then.annotations, () => anew);
  const waiting = apart(now.unplaced.annotations, then.unplaced.annotations, () => anew);
  const remade = new Set(
    [annotations, waiting].flatMap(({ gone, come }) => [...gone, ...come]).map(({ id }) => id),
  );
  const links = apart(
    linksOf(now),
    linksOf(then),
    ({ left, right }) => remade.has(left) || remade.has(right),
  );
  const rejections = anew ? NONE : apart(keyed(now), keyed(then));
  const changes: Change[] = [
    ...links.gone.map(({ id }): Change => ({ type: 'delete-link', id })),
    ...annotations.gone.map(({ id }): Change => ({ type: 'delete-annotation', id })),
    ...waiting.gone.map(({ id }): Change => ({ type: 'delete-unplaced', id })),
    ...rejections.gone.map(({ rejection }): Change => ({ type: 'delete-rejection', rejection })),
    ...(anew ? otherTexts(then) : []),
    ...SIDES.flatMap((side) => otherDetails(side, now, then)),
    ...(now.title === then.title ? [] : [{ type: 'change-title', title: then.title } as const]),
    ...rejections.come.map(({ rejection }): Change => ({ type: 'add-rejection', rejection })),
    ...annotations.come.map((annotation): Change => ({ type: 'add-annotation', annotation })),
    ...waiting.come.map((annotation): Change => ({ type: 'add-unplaced', annotation })),
    ...links.come.map((link): Change => ({ type: 'add-link', link })),
  ];
  return changes.length === 0 ? null : { name, changes };
}

/** The changes to both texts, of articles in which nothing is marked any more. */
function otherTexts({ left, right, rejections, proposed }: Comparison): readonly Change[] {
  const change = { type: 'change-text', placed: [], unplaced: [] } as const;
  return [
    { ...change, side: 'left', ...textOf(left), rejections: [], proposed: [] },
    // What spans both texts comes when both are there.
    { ...change, side: 'right', ...textOf(right), rejections, proposed },
  ];
}

function textOf({ text, sha256 }: Article): Pick<Article, 'text' | 'sha256'> {
  return { text, sha256 };
}

function otherDetails(side: Side, now: Comparison, then: Comparison): readonly Change[] {
  const fields = detailsApart(side, now, then);
  const set: ArticleChanges = Object.fromEntries(fields.map((key) => [key, then[side][key]]));
  return fields.length === 0 ? [] : [{ type: 'change-article', side, set }];
}

function detailsApart(
  side: Side,
  now: Comparison,
  then: Comparison,
): readonly (keyof ArticleDetails)[] {
  return DETAILS.filter((key) => now[side][key] !== then[side][key]);
}

/** The links that stand and those that wait. */
export function linksOf({ links, unplaced }: Comparison): readonly Link[] {
  return [...links, ...unplaced.links];
}

function keyed({ rejections }: Comparison): readonly (Named & { readonly rejection: Rejection })[] {
  return rejections.map((rejection) => ({ id: rejectionKey(rejection), rejection }));
}

interface Named {
  readonly id: string;
}

const NONE = { gone: [], come: [] } as const;

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

/** Whether two values, as JSON has them, are the same. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}

/** An annotation, with its place or without. */
export type Marked = Annotation | UnplacedAnnotation;

/** What comes back, what goes away, and what becomes another, as it would be. */
export interface Moves<T> {
  readonly back: readonly T[];
  readonly away: readonly T[];
  readonly changed: readonly T[];
}

/** What going back does. */
export interface Difference {
  readonly annotations: Moves<Marked>;
  readonly links: Moves<Link>;
  /** How many suggestions are turned down at one of the two times only. */
  readonly rejections: number;
  /** As it would be; null when it stays. */
  readonly title: string | null;
  /** The articles whose texts become others. */
  readonly texts: readonly Side[];
  /** The articles' details that become others, as they would be. */
  readonly details: readonly {
    readonly side: Side;
    readonly field: keyof ArticleDetails;
    readonly value: string;
  }[];
}

/** All annotations, those that wait for a place last. */
export function marked({ annotations, unplaced }: Comparison): readonly Marked[] {
  return [...annotations, ...unplaced.annotations];
}

/** What `returnTo` does, for a person to look at before. */
export function differenceTo(now: Comparison, then: Comparison): Difference {
  const rejections = apart(keyed(now), keyed(then));
  return {
    annotations: moves(marked(now), marked(then)),
    links: moves(linksOf(now), linksOf(then)),
    rejections: rejections.gone.length + rejections.come.length,
    title: now.title === then.title ? null : then.title,
    texts: SIDES.filter((side) => now[side].text !== then[side].text),
    details: SIDES.flatMap((side) =>
      detailsApart(side, now, then).map((field) => ({ side, field, value: then[side][field] })),
    ),
  };
}

function moves<T extends Named>(now: readonly T[], then: readonly T[]): Moves<T> {
  const { gone, come } = apart(now, then);
  const [goneIds, comeIds] = [gone, come].map((each) => new Set(each.map(({ id }) => id)));
  return {
    back: come.filter(({ id }) => !goneIds?.has(id)),
    away: gone.filter(({ id }) => !comeIds?.has(id)),
    changed: come.filter(({ id }) => goneIds?.has(id)),
  };
}
