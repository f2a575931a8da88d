import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import { comparisonProblem, inOrder, type Comparison } from '../model/comparison';
import { SIDES, type Side } from '../model/fields';
import type { Rejection } from '../model/rejection';
import { summarise } from '../measure/summary';
import { failure, success, type Result } from '../result';
import { codePointsOf, type CodePoints } from '../text/code-points';
import { describeQuote, type Span } from '../text/quote-selector';
import { holdsTooMuch } from './json-values';
import {
  parseExport,
  FORMAT,
  VERSION,
  type Export,
  type ExportedArticle,
} from './diptych-json-schema';

/** A comparison as Diptych JSON: offsets in code points, each span with its text and 32 characters around it. */
export function toExport(comparison: Comparison, options: { readonly withText: boolean }): Export {
  const { claims, quotes, links, onlyLeft, onlyRight, both } = summarise(comparison);
  const points = {
    left: codePointsOf(comparison.left.text),
    right: codePointsOf(comparison.right.text),
  };
  return {
    format: FORMAT,
    version: VERSION,
    offsetUnit: 'codePoint',
    id: comparison.id,
    title: comparison.title,
    created: comparison.created,
    articles: {
      left: exportArticle(comparison.left, points.left, options.withText),
      right: exportArticle(comparison.right, points.right, options.withText),
    },
    annotations: comparison.annotations.map(({ side, start, end, exact, ...rest }) => ({
      ...rest,
      article: side,
      start: points[side].toCodePoint(start),
      end: points[side].toCodePoint(end),
      exact,
      prefix: describeQuote(comparison[side].text, { start, end }).prefix,
      suffix: describeQuote(comparison[side].text, { start, end }).suffix,
    })),
    links: [...comparison.links],
    rejections: comparison.rejections.map((each) =>
      movedSpans(each, (side, at) => points[side].toCodePoint(at)),
    ),
    proposed: comparison.proposed.map((each) => ({
      ...each,
      left: moved(each.left, points.left.toCodePoint),
      right: moved(each.right, points.right.toCodePoint),
    })),
    unplaced: {
      annotations: comparison.unplaced.annotations.map(({ side, guess, ...rest }) => ({
        ...rest,
        article: side,
        guess: guess && moved(guess, points[side].toCodePoint),
      })),
      links: [...comparison.unplaced.links],
    },
    summary: { claims, quotes, links, onlyLeft, onlyRight, both },
  };
}

function exportArticle(
  { text, ...article }: Article,
  points: CodePoints,
  withText: boolean,
): ExportedArticle {
  return { ...article, length: points.length, text: withText ? text : null };
}

/** A rejection with its spans' offsets in another unit. */
function movedSpans(rejection: Rejection, move: (side: Side, offset: number) => number) {
  const end = (side: Side) => {
    const span = rejection[side];
    return span && moved(span, (offset) => move(side, offset));
  };
  return { kind: rejection.kind, left: end('left'), right: end('right') };
}

/** What has a span, with its offsets in another unit. */
function moved<T extends Span>(span: T, move: (offset: number) => number): T {
  return { ...span, start: move(span.start), end: move(span.end) };
}

/** The text of a Diptych JSON file. */
export function writeDiptychJson(comparison: Comparison, options = { withText: true }): string {
  return `${JSON.stringify(toExport(comparison, options), null, 2)}\n`;
}

/**
 * Reads a Diptych JSON file back into an equal comparison. `sha256` hashes a text's UTF-8 form to lower-case hex.
 * Refuses, in words, what is no such file, is of a newer version, is damaged or comes without its texts.
 */
export function readDiptychJson(
  json: string,
  sha256: (text: string) => string,
): Result<Comparison> {
  const parsed = parseJson(json);
  if (!parsed.ok) return parsed;
  const known = recognise(parsed.value);
  if (!known.ok) return known;
  const checked = parseExport(parsed.value);
  if (!checked.ok)
    return failure(
      `This Diptych file is damaged or was changed by hand: ${checked.problem}. Export the comparison again, or correct the file.`,
    );
  return assemble(checked.value, sha256);
}

function parseJson(json: string): Result<unknown> {
  if (holdsTooMuch(json))
    return failure('It holds more values than any comparison does. Choose another file.');
  try {
    return success(JSON.parse(json.replace(/^\uFEFF/, '')));
  } catch {
    return failure(
      'This is not a Diptych file: it does not hold JSON. Choose a file that Diptych exported (it ends in .diptych.json).',
    );
  }
}

function recognise(value: unknown): Result<null> {
  const head = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (head['format'] !== FORMAT)
    return failure(
      `This is JSON, but not a Diptych comparison: it does not say "format": "${FORMAT}". Choose a file that Diptych exported.`,
    );
  if (typeof head['version'] === 'number' && head['version'] > VERSION)
    return failure(
      `This file was written by a newer Diptych (format version ${head['version']}; this one reads up to ${VERSION}). Update Diptych to open it.`,
    );
  return success(null);
}

function assemble(file: Export, sha256: (text: string) => string): Result<Comparison> {
  const articles: Partial<Record<Side, Article>> = {};
  for (const side of SIDES) {
    const article = importArticle(side, file.articles[side], sha256);
    if (!article.ok) return article;
    articles[side] = article.value;
  }
  const { left, right } = articles as Record<Side, Article>;
  const points = { left: codePointsOf(left.text), right: codePointsOf(right.text) };
  const annotations = file.annotations.map(
    ({ article: side, start, end, prefix: _prefix, suffix: _suffix, ...rest }): Annotation => ({
      ...rest,
      side,
      start: points[side].toUtf16(start),
      end: points[side].toUtf16(end),
    }),
  );
  const comparison = inOrder({
    id: file.id,
    title: file.title,
    created: file.created,
    left,
    right,
    annotations,
    links: file.links,
    rejections: file.rejections.map((each) =>
      movedSpans(each, (side, at) => points[side].toUtf16(at)),
    ),
    proposed: file.proposed.map((each) => ({
      ...each,
      left: moved(each.left, points.left.toUtf16),
      right: moved(each.right, points.right.toUtf16),
    })),
    unplaced: {
      annotations: file.unplaced.annotations.map(({ article: side, guess, ...rest }) => ({
        ...rest,
        side,
        guess: guess && moved(guess, points[side].toUtf16),
      })),
      links: file.unplaced.links,
    },
  });
  const problem = comparisonProblem(comparison);
  if (problem)
    return failure(`This Diptych file contradicts itself. ${problem} Export the comparison again.`);
  return success(comparison);
}

function importArticle(
  side: Side,
  { text, length: _length, ...article }: ExportedArticle,
  sha256: (text: string) => string,
): Result<Article> {
  if (text === null)
    return failure(
      'This file was exported without the articles’ texts, so its spans have nothing to stand on. Export it again with the texts.',
    );
  if (sha256(text) !== article.sha256)
    return failure(
      `The ${side} article’s text was changed after the export (its SHA-256 differs), so the spans may point at other words. Export the comparison again.`,
    );
  return success({ ...article, text });
}
