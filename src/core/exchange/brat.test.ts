import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Comparison } from '../model/comparison';
import { DEFAULT_SETTINGS } from '../model/settings';
import { workedComparisons } from '../testing/arbitraries';
import { EXAMPLE } from '../testing/example';
import { bratName, nameFromBrat, textFromLine, writeBrat } from './brat';
import { namesIn, offeredNames } from './names';

const CONTEXT = { settings: DEFAULT_SETTINGS };

function files(comparison: Comparison): Record<string, string> {
  const written = writeBrat(comparison, offeredNames(namesIn(comparison), CONTEXT));
  return Object.fromEntries(
    written.map(({ name, text }) => [name, Buffer.from(text, 'utf8').toString('utf8')]),
  );
}

/** Reads standoff as strictly as brat does (server/src/annotation.py): line by line, texts against the document. */
function readAsBrat({ 'comparison.txt': text = '', 'comparison.ann': standoff = '' }) {
  const document = Array.from(text);
  const lines = standoff.split(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/u);
  expect(lines.pop()).toBe('');
  const ids = new Set<string>();
  for (const line of lines) {
    const [id = '', data = '', ...rest] = line.split('\t');
    const tail = rest.join('\t');
    expect(id).toMatch(/^(?:[TRA]|#)[1-9]\d*$/);
    expect(ids.has(id), 'each id once').toBe(false);
    ids.add(id);
    if (id.startsWith('T')) {
      const match = /^([A-Za-z_][A-Za-z0-9_-]*) (\d+ \d+(?:;\d+ \d+)*)$/.exec(data);
      const spans = (match?.[2] ?? '').split(';').map((span) => span.split(' ').map(Number));
      let before = -1;
      const texts = spans.map(([start = 0, end = 0]) => {
        expect(start).toBeGreaterThan(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(document.length);
        before = end;
        return document.slice(start, end).join('');
      });
      if (texts.some((each) => each.trim() !== '')) expect(tail).toBe(texts.join(' '));
    } else if (id.startsWith('R'))
      expect(data).toMatch(/^[A-Za-z_][A-Za-z0-9_-]* Arg1:T\d+ Arg2:T\d+$/);
    else if (id.startsWith('A')) expect(data).toMatch(/^(?:Stance|Certainty) T\d+ [a-z]+$/);
    else expect(data).toMatch(/^[A-Za-z]+ [TR]\d+$/);
    for (const [target] of data.matchAll(/\bT\d+/g)) expect(ids).toContain(target);
  }
  return lines;
}

test('brat’s own rules hold for every line, whatever the texts', () => {
  fc.assert(
    fc.property(workedComparisons, (comparison) => {
      readAsBrat(files(comparison));
    }),
    { numRuns: 150 },
  );
});

test('a span over lines is in pieces, tags are in letters, both texts are one document', () => {
  const written = files(EXAMPLE);
  expect(readAsBrat(written)).toEqual([
    'T1\tclaim 7 15\t🌉 opened',
    'T2\tquote 17 51;52 56\t“We did it,” said the mayor 👩🏽‍⚖️. שלום',
    'A1\tStance T2 disputes',
    'A2\tCertainty T2 doubtful',
    '#1\tSpeaker T2\t=HYPERLINK("http://evil.test")',
    '#2\tAnnotatorNotes T2\tTwo\\nlines, a \\\\ and a “,"',
    'T3\town_x0020_tag_x0020__x20ac_ 103 113\twas opened',
    'T4\tclaim 117 125\ttab\there',
    'R1\tduplicate Arg1:T1 Arg2:T3',
    '#3\tAnnotatorNotes R1\t-1',
    'R2\tsays_x0020_more_x0020_than Arg1:T2 Arg2:T4',
  ]);
  expect(written['annotation.conf']).toContain('own_x0020_tag_x0020__x20ac_\n');
  expect(written['visual.conf']).toContain('own_x0020_tag_x0020__x20ac_ | own tag €\n');
});

test('names and notes come back as they were', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
      expect(bratName(name)).toMatch(/^[A-Za-z_][A-Za-z0-9_-]*$/);
      expect(nameFromBrat(bratName(name))).toBe(name);
    }),
  );
  expect(textFromLine('a\\\\n\\n\\u2028\\x')).toBe('a\\n\n\u2028\\x');
  for (const foreign of ['PERSON_NAME', 'to_be_confirmed', 'has_a_face_20_', '_x110000_'])
    expect(nameFromBrat(foreign)).toBe(foreign);
});
