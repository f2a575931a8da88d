import type { Comparison } from '../model/comparison';
import { SIDES, type Side } from '../model/fields';
import { codePointsOf, type CodePoints } from '../text/code-points';
import { describeQuote, type Span } from '../text/quote-selector';
import {
  BETWEEN_ARTICLES,
  bratDocument,
  nameFromBrat,
  textFromLine,
  withoutLineEnds,
} from './brat';
import {
  foreignAnnotation,
  foreignLink,
  type Foreign,
  type ForeignAnnotation,
  type ForeignLink,
} from './foreign';

/** A document of brat, and where each article's text begins and ends in it, in UTF-16 code units. */
interface Document {
  readonly text: string;
  readonly points: CodePoints;
  readonly articles: Partial<Readonly<Record<Side, Span>>>;
}

/** What Diptych has a field for, as A and # lines name it. */
const FIELDS = ['Stance', 'Certainty', 'Speaker', 'AnnotatorNotes', 'Span'];

/**
 * The annotations of a standoff file; `text` is its document, without which it is taken for this comparison's. What is
 * noted of an annotation (A and # lines) goes with it; events, normalisations and other notes are left out.
 */
export function readBrat(
  standoff: string,
  text: string | null,
  comparison: Pick<Comparison, 'left' | 'right'>,
): Foreign {
  const document = documentOf(text ?? bratDocument(comparison), comparison);
  const lines = standoff
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => line.split('\t'));
  const said = notesOf(lines);
  const annotations: ForeignAnnotation[] = [];
  const links: ForeignLink[] = [];
  const skipped: string[] = [];
  for (const [name = '', data = '', ...rest] of lines) {
    const [type = '', ...places] = data.split(' ');
    const fields = said.get(name) ?? new Map<string, string>();
    if (name.startsWith('T')) {
      const pieces = spansIn(places.join(' '));
      const exact = rest.join('\t');
      if (pieces === null) skipped.push(`The line ${name} does not say where its text is.`);
      else if (!isWhole(document, pieces))
        skipped.push(`The annotation ${name} is in several pieces: “${exact}”.`);
      else annotations.push(annotationOf(document, { name, type, pieces, exact, fields }));
    } else if (name.startsWith('R')) {
      const [from = '', to = ''] = places.map((place) => place.slice(place.indexOf(':') + 1));
      links.push(
        foreignLink(from, to, { relation: nameFromBrat(type), note: fields.get('AnnotatorNotes') }),
      );
    } else if (!/^[A#M]/.test(name) || !FIELDS.includes(type))
      skipped.push(`The line ${name} is of a kind Diptych has not: ${type}.`);
  }
  return { annotations, links, skipped };
}

/** What A and # lines say, by what they say it of and by their type. */
function notesOf(lines: readonly (readonly string[])[]): ReadonlyMap<string, Map<string, string>> {
  const said = new Map<string, Map<string, string>>();
  for (const [name = '', data = '', note = ''] of lines) {
    if (!/^[A#M]/.test(name)) continue;
    const [type = '', target = '', value = ''] = data.split(' ');
    const fields = said.get(target) ?? new Map<string, string>();
    fields.set(type, name.startsWith('#') ? textFromLine(note) : value);
    said.set(target, fields);
  }
  return said;
}

interface Line {
  readonly name: string;
  readonly type: string;
  readonly pieces: readonly Span[];
  readonly exact: string;
  readonly fields: ReadonlyMap<string, string>;
}

function annotationOf(
  document: Document,
  { name, type, pieces, exact, fields }: Line,
): ForeignAnnotation {
  const { text, points, articles } = document;
  const whole = wholeOf(document, pieces, fields.get('Span') ?? '');
  // Where the line's own text does not stand there, the document is another one: the text counts, whichever article's.
  const isThere = plainLine(textOf(document, pieces)) === plainLine(exact);
  const side = SIDES.find((each) => {
    const place = articles[each];
    return isThere && place && place.start <= whole.start && whole.end <= place.end;
  });
  const article = (side && articles[side]) ?? { start: 0, end: text.length };
  const begin = points.toCodePoint(article.start);
  const within = { start: whole.start - article.start, end: whole.end - article.start };
  return foreignAnnotation(name, side ?? null, {
    tag: nameFromBrat(type),
    span: side && {
      start: points.toCodePoint(whole.start) - begin,
      end: points.toCodePoint(whole.end) - begin,
    },
    ...(isThere ? describeQuote(text.slice(article.start, article.end), within) : { exact }),
    speaker: fields.get('Speaker'),
    stance: fields.get('Stance'),
    certainty: fields.get('Certainty'),
    note: fields.get('AnnotatorNotes'),
  });
}

/** From the first piece to the last, in UTF-16 code units, with the line ends around them that Diptych noted. */
function wholeOf(document: Document, pieces: readonly Span[], noted: string): Span {
  const [first] = pieces;
  const last = pieces.at(-1);
  const hull = toUtf16(document, { start: first?.start ?? 0, end: last?.end ?? 0 });
  const [wider] = spansIn(noted) ?? [];
  const whole = wider && toUtf16(document, wider);
  const said = ({ start, end }: Span) => withoutLineEnds(document.text.slice(start, end)).trim();
  return whole && whole.start <= hull.start && hull.end <= whole.end && said(whole) === said(hull)
    ? whole
    : hull;
}

function textOf(document: Document, pieces: readonly Span[]): string {
  return pieces
    .map((piece) => toUtf16(document, piece))
    .map(({ start, end }) => document.text.slice(start, end))
    .join(' ');
}

function plainLine(text: string): string {
  return withoutLineEnds(text)
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function toUtf16({ points }: Document, { start, end }: Span): Span {
  return { start: points.toUtf16(start), end: points.toUtf16(end) };
}

/** Where the articles are in a document: in one that Diptych wrote, or one article alone. */
function documentOf(text: string, comparison: Pick<Comparison, 'left' | 'right'>): Document {
  const { left } = comparison;
  const points = codePointsOf(text);
  const between = text.startsWith(left.text + BETWEEN_ARTICLES)
    ? left.text.length
    : text.indexOf(BETWEEN_ARTICLES);
  if (between !== -1)
    return {
      text,
      points,
      articles: {
        left: { start: 0, end: between },
        right: { start: between + BETWEEN_ARTICLES.length, end: text.length },
      },
    };
  const only = SIDES.filter((side) => comparison[side].text.trim() === text.trim());
  const [alone] = only.length === 1 ? only : [];
  return { text, points, articles: alone ? { [alone]: { start: 0, end: text.length } } : {} };
}

/** The spans of "0 5;16 23", in code points, or null. */
function spansIn(places: string): readonly Span[] | null {
  const spans: Span[] = [];
  for (const place of places.split(';')) {
    const [, start, end] = /^(\d{1,9}) (\d{1,9})$/.exec(place.trim()) ?? [];
    if (start === undefined || end === undefined) return null;
    spans.push({ start: Number(start), end: Number(end) });
  }
  return spans;
}

/** Whether nothing but white space lies between the pieces: brat cuts an annotation where a line ends. */
function isWhole(document: Document, pieces: readonly Span[]): boolean {
  return pieces.every((piece, index) => {
    const before = pieces[index - 1];
    if (before === undefined) return true;
    const { start, end } = toUtf16(document, { start: before.end, end: piece.start });
    return start <= end && withoutLineEnds(document.text.slice(start, end)).trim() === '';
  });
}
