import { NO_DETAILS, type ArticleDetails } from '../model/article';
import { lineSchema } from '../model/fields';
import { failure, success, type Result } from '../result';
import { dayOf } from './pair-table';

/** A document of passim's, by its id, and what its records echo of it. */
export interface PassimDocument {
  readonly id: string;
  readonly details: ArticleDetails;
}

/**
 * A stretch of a document that a record holds the text of: `[begin, end)` in UTF-16 code units (passim 1) or code points
 * (passim 2). With `early`, the text begins and ends one character earlier than that: see `memberOf`.
 */
export interface Extract {
  readonly begin: number;
  readonly end: number;
  readonly unit: 'utf16' | 'codePoint';
  readonly text: string;
  readonly early: boolean;
}

/** A passage in an extract: `[begin, end)` of the document. */
export interface Passage {
  readonly extract: Extract;
  readonly begin: number;
  readonly end: number;
}

/** A document's passage in a cluster, and the passages that passim 2 takes for its sources. */
export interface Member {
  readonly kind: 'member';
  readonly cluster: string;
  readonly uid: number;
  readonly document: PassimDocument;
  readonly extract: Extract;
  /** Null in the output of passim 1, which knows no sources. */
  readonly sources:
    readonly { readonly uid: number; readonly begin: number; readonly end: number }[] | null;
}

/** Two aligned passages; `score` is the share of aligned characters that are equal, 0..1. */
export interface Alignment {
  readonly kind: 'alignment';
  readonly left: { readonly document: PassimDocument; readonly passage: Passage };
  readonly right: { readonly document: PassimDocument; readonly passage: Passage };
  readonly score: number;
}

type Data = Readonly<Record<string, unknown>>;

/** Reads a line of passim's output: of clusters (versions 1 and 2) or of pairs (`--pairwise`, versions 1 and 2). */
export function readPassimLine(line: string): Result<Member | Alignment> {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (error) {
    return failure(`it is not JSON: ${(error as Error).message}.`);
  }
  if (typeof data !== 'object' || data === null) return failure('it is no JSON object.');
  const record = data as Data;
  if (record['s1'] !== undefined) return alignmentOf(record);
  if (record['cluster'] !== undefined) return memberOf(record);
  if (record['lines'] !== undefined || record['alg'] !== undefined)
    return failure(
      'it is aligned line by line. Run passim without --docwise and --linewise, or with --pairwise.',
    );
  return failure('it is neither a passage of a cluster nor a pair of passages.');
}

/**
 * A passage of a cluster. Passim 2 cuts its text with Spark's `substr`, which counts from 1, by offsets that count from
 * 0: unless a passage begins its document, its text begins and ends one character early. The offsets are right.
 */
function memberOf(record: Data): Result<Member> {
  const document = documentOf(record, '');
  const { cluster, uid, src, text } = record;
  const span = spanOf(record['begin'], record['end']);
  if (!document) return failure('it names no document.');
  if (!span || typeof text !== 'string') return failure('it has no begin, end and text.');
  const sources = Array.isArray(src) ? src.flatMap(sourceOf) : null;
  const early = sources !== null && span.begin > 0;
  return success({
    kind: 'member',
    cluster: String(cluster),
    uid: Number(uid),
    document,
    extract: { ...span, unit: sources === null ? 'utf16' : 'codePoint', text, early },
    sources,
  });
}

function sourceOf(data: unknown): NonNullable<Member['sources']> {
  if (typeof data !== 'object' || data === null) return [];
  const { uid, begin, end } = data as Data;
  const span = spanOf(begin, end);
  return span && typeof uid === 'number' ? [{ uid, ...span }] : [];
}

/** Two aligned passages: fields of the second document end in 2, those of the first in 1 (passim 1) or nothing (passim 2). */
function alignmentOf(record: Data): Result<Alignment> {
  const { s1, s2, matches } = record;
  if (typeof s1 !== 'string' || typeof s2 !== 'string') return failure('its texts are missing.');
  const first = record['id1'] === undefined ? '' : '1';
  const unit = first === '' ? 'codePoint' : 'utf16';
  const names = first === '' ? (['begin', 'end'] as const) : (['b', 'e'] as const);
  const end = (suffix: string, aligned: string) => {
    const document = documentOf(record, suffix);
    const span = spanOf(record[names[0] + suffix], record[names[1] + suffix]);
    if (!document || !span) return null;
    const extract: Extract = { ...span, unit, text: withoutGaps(aligned), early: false };
    return { document, passage: { extract, ...span } };
  };
  const [left, right] = [end(first, s1), end('2', s2)];
  if (!left || !right) return failure('it does not say which passages it aligns.');
  const share = typeof matches === 'number' ? matches / Math.max(s1.length, s2.length, 1) : 0;
  return success({ kind: 'alignment', left, right, score: Math.min(1, Math.max(0, share)) });
}

/** An aligned text as it was: a hyphen is a gap there, and a hyphen of the text is U+2010. */
function withoutGaps(aligned: string): string {
  return aligned.replaceAll('-', '').replaceAll('\u2010', '-');
}

function spanOf(begin: unknown, end: unknown): { begin: number; end: number } | null {
  if (!Number.isSafeInteger(begin) || !Number.isSafeInteger(end)) return null;
  const span = { begin: begin as number, end: end as number };
  return span.begin >= 0 && span.begin < span.end ? span : null;
}

function documentOf(record: Data, suffix: string): PassimDocument | null {
  const id = documentId(record[`id${suffix}`]);
  return id === null ? null : { id, details: detailsOf(record, suffix) };
}

/** What a document is called; null for what is no name, or a number that JSON does not tell from its neighbours. */
export function documentId(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? String(value) : null;
}

/** What a document, or a record of one of its passages, says of it; what is unknown, or too long to be true, is ''. */
export function detailsOf(record: Data, suffix = ''): ArticleDetails {
  const line = (...names: readonly string[]) => {
    const found = names.map((name) => record[name + suffix]).find((value) => value);
    const value = typeof found === 'string' ? found.trim().replaceAll(/\s+/g, ' ') : '';
    return lineSchema.safeParse(value).success ? value : '';
  };
  const language = line('language', 'lang');
  return {
    ...NO_DETAILS,
    title: line('title', 'heading'),
    outlet: line('outlet', 'series'),
    author: line('author'),
    date: dayOf(line('date')) ?? '',
    url: line('url'),
    language: language.length > 35 ? '' : language,
  };
}
