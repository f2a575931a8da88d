import type { Annotation } from '../model/annotation';
import {
  certaintySchema,
  linkKindSchema,
  momentSchema,
  originSchema,
  stanceSchema,
  type Side,
} from '../model/fields';
import type { Link } from '../model/link';
import { z } from '../zod';

/** An annotation as a file of another tool describes it; nothing in it is checked against a text yet. */
export interface ForeignAnnotation extends Pick<
  Annotation,
  'tag' | 'speaker' | 'stance' | 'certainty' | 'note' | 'origin' | 'by'
> {
  /** What links of the same file call it. */
  readonly key: string;
  /** The article it is of; null where the file does not say. */
  readonly side: Side | null;
  /** Code points from the start of the article's text; null where the file does not say. */
  readonly span: { readonly start: number; readonly end: number } | null;
  /** What it covers, and what stands around that; '' where the file does not say. */
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** ISO 8601; '' where the file does not say. */
  readonly created: string;
}

/** A link as a file of another tool describes it; `from` and `to` are keys of annotations, in either order. */
export interface ForeignLink extends Pick<Link, 'relation' | 'note' | 'score' | 'origin' | 'by'> {
  readonly from: string;
  readonly to: string;
  /** null where the file does not say. */
  readonly kind: Link['kind'] | null;
  readonly created: string;
}

/** What a file of annotations holds. */
export interface Foreign {
  readonly annotations: readonly ForeignAnnotation[];
  readonly links: readonly ForeignLink[];
  /** What there was besides that Diptych has nothing for, in words. */
  readonly skipped: readonly string[];
}

/** The tag of what comes without one. */
export const UNTAGGED = 'untagged';

type Loose<T> = { readonly [K in keyof T]?: unknown };

/** An annotation out of whatever a file said; what cannot be so is left out. */
export function foreignAnnotation(
  key: string,
  side: Side | null,
  given: Loose<Omit<ForeignAnnotation, 'key' | 'side'>>,
): ForeignAnnotation {
  return {
    key,
    side,
    tag: nameFrom(given.tag) || UNTAGGED,
    span: spanFrom(given.span),
    exact: text(given.exact),
    prefix: text(given.prefix),
    suffix: text(given.suffix),
    speaker: lineFrom(given.speaker),
    stance: stanceSchema.catch('').parse(given.stance),
    certainty: certaintySchema.catch('').parse(given.certainty),
    note: noteFrom(given.note),
    origin: originSchema.catch('manual').parse(given.origin),
    by: lineFrom(given.by),
    created: momentFrom(given.created),
  };
}

/** A link out of whatever a file said. */
export function foreignLink(
  from: string,
  to: string,
  given: Loose<Omit<ForeignLink, 'from' | 'to'>>,
): ForeignLink {
  const score = Number.parseFloat(text(given.score) || String(given.score));
  return {
    from,
    to,
    relation: nameFrom(given.relation) || 'duplicate',
    kind: linkKindSchema.nullable().catch(null).parse(given.kind),
    note: noteFrom(given.note),
    score: score >= 0 && score <= 1 ? score : null,
    origin: originSchema.catch('manual').parse(given.origin),
    by: lineFrom(given.by),
    created: momentFrom(given.created),
  };
}

/** A value as an object's properties, or none. */
export function properties(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** A value as a list: the list it is, the one thing it is, or nothing. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A value that is a text, else ''. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function spanFrom(value: unknown): ForeignAnnotation['span'] {
  const { start, end } = properties(value);
  return isOffset(start) && isOffset(end) && start >= 0 && start < end ? { start, end } : null;
}

const MOMENT = z.iso.datetime({ offset: true });

/** A moment of any time zone in UTC; '' for all else. */
function momentFrom(value: unknown): string {
  const utc = momentSchema.safeParse(value);
  if (utc.success) return utc.data;
  const zoned = MOMENT.safeParse(value);
  return zoned.success ? new Date(zoned.data).toISOString() : '';
}

const MAX_NAME = 100;
const MAX_LINE = 2_000;
const MAX_NOTE = 100_000;

function nameFrom(value: unknown): string {
  return text(value).slice(0, MAX_NAME);
}

function lineFrom(value: unknown): string {
  return text(value).slice(0, MAX_LINE);
}

function noteFrom(value: unknown): string {
  return text(value).slice(0, MAX_NOTE);
}
