import { snapToGraphemes, trimSpan } from '../text/boundaries';
import { codePointsOf } from '../text/code-points';
import { normaliseText } from '../text/normalise';
import type { Span } from '../text/quote-selector';
import { textBegin } from './passim-pairs';
import type { Extract, Passage } from './passim-record';

/** Stands between the passages of a text that is made of them. */
const GAP = '\n\n[…]\n\n';

/** A text made of a document's extracts in their order, and where each passage asked for is in it; null where nothing is left of one. */
export function textOfPassages(passages: readonly Passage[]): {
  readonly text: string;
  readonly spans: readonly (Span | null)[];
} {
  const extracts = [...new Set(passages.map(({ extract }) => extract))].toSorted(
    (a, b) => a.begin - b.begin || a.end - b.end,
  );
  const starts = new Map<Extract, number>();
  const shown = new Map<string, number>();
  let text = '';
  for (const extract of extracts) {
    const own = normaliseText(extract.text);
    const key = `${extract.begin} ${own}`;
    const known = shown.get(key);
    if (known === undefined && text !== '') text += GAP;
    starts.set(extract, known ?? text.length);
    shown.set(key, known ?? text.length);
    if (known === undefined) text += own;
  }
  const spans = passages.map(({ extract, begin, end }) => {
    const { toUtf16, length } = codePointsOf(extract.text);
    const within = (offset: number) => {
      const own = Math.max(offset - textBegin(extract), 0);
      const upTo = extract.unit === 'codePoint' ? toUtf16(Math.min(own, length)) : own;
      return normaliseText(extract.text.slice(0, upTo)).length;
    };
    const at = starts.get(extract) ?? 0;
    return tidy(text, { start: at + within(begin), end: at + within(end) });
  });
  return { text, spans };
}

/**
 * Where passages are in the whole text of their document, as offsets of the text as Diptych keeps it; null for one that
 * cannot be placed for sure: the extract's own text must stand where it says, or else in one place only.
 */
export function placePassages(raw: string, passages: readonly Passage[]): readonly (Span | null)[] {
  const points = codePointsOf(raw);
  const text = normaliseText(raw);
  const kept = (offset: number) =>
    text.length === raw.length ? offset : normaliseText(raw.slice(0, offset)).length;
  return passages.map(({ extract, begin, end }) => {
    const place = placeOf(raw, extract, points.toUtf16);
    if (!place) return null;
    const last = lastOf(extract);
    const [from, to] = [begin, end].map((offset) => kept(place(Math.min(offset, last))));
    return tidy(text, { start: from ?? 0, end: to ?? 0 });
  });
}

/** The last offset that an extract's text bears out, whatever its record says. */
function lastOf(extract: Extract): number {
  const { text, unit, early } = extract;
  const length = unit === 'codePoint' ? codePointsOf(text).length : text.length;
  return textBegin(extract) + length + (early ? 1 : 0);
}

type Place = (offset: number) => number;

/** How to turn the offsets of an extract's document into UTF-16 code units of `raw`; null when that is not sure. */
function placeOf(raw: string, extract: Extract, toUtf16: Place): Place | null {
  const text = asAligned(extract.text);
  const stands = (start: number) => asAligned(raw.slice(start, start + text.length)) === text;
  const unit: Place = extract.unit === 'codePoint' ? toUtf16 : (offset) => offset;
  if (stands(unit(textBegin(extract)))) return unit;
  const found = raw.indexOf(extract.text);
  if (found === -1 || raw.includes(extract.text, found + 1)) return null;
  const within = extract.unit === 'codePoint' ? codePointsOf(extract.text).toUtf16 : null;
  return (offset) => {
    const own = offset - textBegin(extract);
    return found + (within ? within(own) : own);
  };
}

/** Aligned texts do not tell the two hyphens apart. */
function asAligned(text: string): string {
  return text.replaceAll('\u2010', '-');
}

function tidy(text: string, { start, end }: Span): Span | null {
  const inside = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
  const trimmed = inside.start < inside.end ? trimSpan(text, inside) : null;
  return trimmed && snapToGraphemes(text, trimmed);
}
