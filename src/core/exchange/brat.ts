import type { Comparison } from '../model/comparison';
import { certaintySchema, stanceSchema, type Side } from '../model/fields';
import { codePointsOf } from '../text/code-points';
import type { Span } from '../text/quote-selector';
import type { ExportedFile, Names } from './format';

/** What stands between the two texts: relations of brat cannot cross documents, so that both texts are one. */
export const BETWEEN_ARTICLES = '\n\n———— Right article ————\n\n';

/** The two texts as the one document that brat is given. */
export function bratDocument({ left, right }: Record<Side, { readonly text: string }>): string {
  return left.text + BETWEEN_ARTICLES + right.text;
}

/** A comparison as brat's standoff format: document, annotations, and the two files that tell brat how to show them. */
export function writeBrat(comparison: Comparison, names: Names): readonly ExportedFile[] {
  return [
    { name: 'comparison.txt', text: bratDocument(comparison) },
    { name: 'comparison.ann', text: standoff(comparison) },
    { name: 'annotation.conf', text: annotationConf(names) },
    { name: 'visual.conf', text: visualConf(names) },
  ];
}

function standoff(comparison: Comparison): string {
  const document = bratDocument(comparison);
  const points = codePointsOf(document);
  const begins = { left: 0, right: comparison.left.text.length + BETWEEN_ARTICLES.length };
  const lines: string[] = [];
  const names = new Map<string, string>();
  const counts = { A: 0, '#': 0 };
  const place = ({ start, end }: Span) => `${points.toCodePoint(start)} ${points.toCodePoint(end)}`;
  const attribute = (type: string, target: string, value: string) => {
    if (value) lines.push(`A${++counts.A}\t${type} ${target} ${value}`);
  };
  const note = (type: string, target: string, text: string) => {
    if (text) lines.push(`#${++counts['#']}\t${type} ${target}\t${oneLine(text)}`);
  };
  comparison.annotations.forEach((annotation, index) => {
    const name = `T${index + 1}`;
    names.set(annotation.id, name);
    const by = begins[annotation.side];
    const span = { start: annotation.start + by, end: annotation.end + by };
    const fragments = fragmentsOf(document, span);
    const text = fragments.map(({ start, end }) => document.slice(start, end)).join(' ');
    lines.push(
      `${name}\t${bratName(annotation.tag)} ${fragments.map(place).join(';')}\t${withoutLineEnds(text)}`,
    );
    attribute('Stance', name, annotation.stance);
    attribute('Certainty', name, annotation.certainty);
    if (fragments[0]?.start !== span.start || fragments.at(-1)?.end !== span.end)
      note('Span', name, place(span));
    note('Speaker', name, annotation.speaker);
    note('AnnotatorNotes', name, annotation.note);
  });
  comparison.links.forEach(({ left, right, relation, note: text }, index) => {
    const name = `R${index + 1}`;
    const ends = `Arg1:${names.get(left)} Arg2:${names.get(right)}`;
    lines.push(`${name}\t${bratName(relation)} ${ends}`);
    note('AnnotatorNotes', name, text);
  });
  return lines.map((line) => `${line}\n`).join('');
}

// All that brat's reader takes for the end of a line, which is some of the control characters, and the other ones.
const LINE_END = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** A text with a space for each line end in it. */
export function withoutLineEnds(text: string): string {
  return text.replaceAll(LINE_END, ' ');
}

/** A span in pieces that hold no line end, for a line of standoff holds none; whole where it holds nothing else. */
function fragmentsOf(text: string, { start, end }: Span): readonly Span[] {
  const fragments: Span[] = [];
  let from = start;
  for (const piece of text.slice(start, end).split(LINE_END)) {
    if (piece !== '') fragments.push({ start: from, end: from + piece.length });
    from += piece.length + 1;
  }
  return fragments.length > 0 ? fragments : [{ start, end }];
}

/** A name as brat's types may be: letters, digits and hyphens, all else as its code point, `_x0020_`, as XML names do it. */
export function bratName(name: string): string {
  return Array.from(name, (character, index) =>
    (index === 0 ? /[A-Za-z]/ : /[A-Za-z0-9-]/).test(character)
      ? character
      : `_x${character.codePointAt(0)?.toString(16).padStart(4, '0')}_`,
  ).join('');
}

/** The name that `bratName` wrote. */
export function nameFromBrat(type: string): string {
  return type.replaceAll(/_x([0-9a-f]{4,6})_/g, (written, hex: string) => {
    const point = Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : written;
  });
}

/** A text on one line; `textFromLine` takes it back. */
function oneLine(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(LINE_END, (end) =>
      end === '\n' ? '\\n' : `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

/** The text that was written on one line. */
export function textFromLine(line: string): string {
  return line.replaceAll(/\\(\\|n|u([0-9a-f]{4}))/g, (_written, what: string, hex?: string) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : what === 'n' ? '\n' : '\\',
  );
}

function annotationConf({ tags, relations }: Names): string {
  const ends = 'Arg1:<ENTITY>, Arg2:<ENTITY>';
  return `[entities]
${linesOf(tags, bratName)}
[relations]
${linesOf(relations, (name) => `${bratName(name)}\t${ends}`)}
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Stance\tArg:<ENTITY>, Value:${stanceSchema.options.filter(Boolean).join('|')}
Certainty\tArg:<ENTITY>, Value:${certaintySchema.options.filter(Boolean).join('|')}
`;
}

function visualConf({ tags, relations }: Names): string {
  return `[labels]
${linesOf(new Set([...tags, ...relations]), label)}
[drawing]
`;
}

function label(name: string): string {
  return `${bratName(name)} | ${name.replaceAll(/[|\s\p{C}]+/gu, ' ')}`;
}

function linesOf(names: Iterable<string>, line: (name: string) => string): string {
  return [...names].map((name) => `${line(name)}\n`).join('');
}
