import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../edit/apply';
import { addLink } from '../edit/build-edits';
import type { Comparison } from '../model/comparison';
import {
  NOW,
  comparisonOf,
  comparisons,
  deepFreeze,
  editSteps,
  idMaker,
  makeEdit,
  sha256,
} from '../testing/arbitraries';
import { readDiptychJson, toExport, writeDiptychJson } from './diptych-json';

const RUNS = { numRuns: 150 };

/** Comparisons after random edits, of which those that do not fit are left out. */
const edited: fc.Arbitrary<Comparison> = fc.tuple(comparisons, editSteps).map(([start, steps]) => {
  const newId = idMaker();
  return steps.reduce((current, numbers) => {
    const outcome = apply(current, makeEdit(current, numbers, newId));
    return outcome.ok ? outcome.value.comparison : current;
  }, start);
});

const ajv = new Ajv2020();
addFormats.default(ajv);
const schemaFile = new URL('../../../resources/comparison.schema.json', import.meta.url);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);

test('what is written is read back equal', () => {
  fc.assert(
    fc.property(edited, fc.constantFrom('', '\uFEFF'), (comparison, bom) => {
      const json = bom + writeDiptychJson(deepFreeze(comparison));
      // A file is UTF-8, which has no lone surrogates: they must have been escaped.
      expect(Buffer.from(json, 'utf8').toString('utf8')).toBe(json);
      expect(readDiptychJson(json, sha256)).toStrictEqual({ ok: true, value: comparison });
    }),
    RUNS,
  );
});

test('offsets are code points, and so are the lengths and the context', () => {
  fc.assert(
    fc.property(edited, (comparison) => {
      const { articles, annotations } = toExport(comparison, { withText: true });
      const points = {
        left: Array.from(comparison.left.text),
        right: Array.from(comparison.right.text),
      };
      expect(articles.left.length).toBe(points.left.length);
      expect(articles.right.length).toBe(points.right.length);
      expect(annotations).toHaveLength(comparison.annotations.length);
      for (const { article, start, end, exact, prefix, suffix } of annotations) {
        const slice = (from: number, to: number) => points[article].slice(from, to).join('');
        expect(slice(start, end)).toBe(exact);
        expect(prefix).toBe(slice(Math.max(0, start - 32), start));
        expect(suffix).toBe(slice(end, end + 32));
      }
    }),
    RUNS,
  );
});

test('what is written fits the published JSON Schema, with the texts and without', () => {
  fc.assert(
    fc.property(edited, fc.boolean(), (comparison, withText) => {
      const written: unknown = JSON.parse(writeDiptychJson(comparison, { withText }));
      validate(written);
      expect(validate.errors ?? []).toEqual([]);
    }),
    RUNS,
  );
});

test('a file from before there were stance and certainty is read as one where none is judged', () => {
  fc.assert(
    fc.property(edited, (comparison) => {
      const file = toExport(comparison, { withText: true });
      const annotations = file.annotations.map(
        ({ stance: _stance, certainty: _certainty, ...rest }) => rest,
      );
      const read = readDiptychJson(JSON.stringify({ ...file, annotations }), sha256);
      const unjudged = comparison.annotations.map((each) => ({
        ...each,
        stance: '',
        certainty: '',
      }));
      expect(read).toStrictEqual({ ok: true, value: { ...comparison, annotations: unjudged } });
    }),
    RUNS,
  );
});

test('a file from before texts could be corrected is read as one where all has its place', () => {
  const comparison = comparisonOf('One', 'Two');
  const {
    proposed: _proposed,
    unplaced: _unplaced,
    ...older
  } = toExport(comparison, {
    withText: true,
  });
  expect(readDiptychJson(JSON.stringify(older), sha256)).toStrictEqual({
    ok: true,
    value: comparison,
  });
});

test('without the texts, no text of an article is in the file', () => {
  const { articles } = toExport(comparisonOf('One 😀', 'Two'), { withText: false });
  expect(articles.left).toMatchObject({ text: null, length: 5, sha256: sha256('One 😀') });
  expect(articles.right).toMatchObject({ text: null, length: 3, sha256: sha256('Two') });
});

/** What is said of a file whose shape is wrong at a place, given as a pattern. */
function damaged(at: string): RegExp {
  return new RegExp(`^This Diptych file is damaged or was changed by hand: at ${at}, .+\\.$`);
}

const proto = (text: string) => text.replace(/\{/, '{"__proto__":{"x":1},');

describe('readDiptychJson refuses', () => {
  type Path = readonly (string | number)[];
  const START = comparisonOf('😀 One two', 'Un 😀 deux');
  const { edit } = addLink(
    START,
    { side: 'left', span: { start: 3, end: 6 } },
    { side: 'right', span: { start: 3, end: 5 } },
    { by: 'tester', now: NOW, newId: idMaker() },
  );
  const linked = apply(START, edit);
  if (!linked.ok) throw new Error(linked.problem);
  const good = writeDiptychJson(linked.value.comparison);
  const parse = () => JSON.parse(good) as Record<string, unknown>;

  /** The good file with the value at `path` put in place of what is there. */
  function withAt(path: Path, value: unknown): string {
    const file = parse();
    let holder: Record<string | number, unknown> = file;
    for (const key of path.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
    holder[path.at(-1) as string | number] = value;
    return JSON.stringify(file);
  }

  /** The good file with the first record of a list there once more, changed by `set`. */
  function twice(list: 'annotations' | 'links', set: object): string {
    const records = parse()[list] as object[];
    return withAt([list], [...records, { ...records[0], ...set }]);
  }

  test('not the file that the bad ones are made from', () => {
    const value = linked.value.comparison;
    expect(readDiptychJson(good, sha256)).toStrictEqual({ ok: true, value });
  });

  const [linkedRecord] = parse()['annotations'] as object[];
  const NO_JSON = /^This is not a Diptych file: it does not hold JSON\./;
  const OTHER_JSON = /^This is JSON, but not a Diptych comparison/;
  const bad: [string, string, RegExp][] = [
    ['an empty file', '', NO_JSON],
    ['a text', 'Dear diary', NO_JSON],
    ['half a file', good.slice(0, good.length / 2), NO_JSON],
    ['null', 'null', OTHER_JSON],
    ['a number', '1', OTHER_JSON],
    ['a list', '[]', OTHER_JSON],
    ['other JSON', '{"format":"diptych/project","version":1}', OTHER_JSON],
    [
      'millions of links that are none',
      withAt(
        ['links'],
        Array.from({ length: 1_500_000 }, () => ({})),
      ),
      /at links\.0\.id, /,
    ],
    [
      'a wrong annotation far behind',
      withAt(['annotations'], [...Array.from({ length: 25_000 }, () => linkedRecord), 1]),
      /at annotations\.25000, it should be an object and is a number/,
    ],
    ['keys of any length', withAt(['k'.repeat(1_000_000)], 1), /^[^]{100,300}$/],
    ['a newer version', withAt(['version'], 2), /newer Diptych \(format version 2; .+ up to 1\)/],
    [
      'a newer version with new fields',
      JSON.stringify({ format: 'diptych/comparison', version: 7, extra: [] }),
      /newer Diptych \(format version 7;/,
    ],
    ['an older version', withAt(['version'], 0), damaged('version')],
    ['a version in words', withAt(['version'], '2'), damaged('version')],
    ['another unit', withAt(['offsetUnit'], 'utf16'), damaged('offsetUnit')],
    ['a damaged tag', withAt(['annotations', 0, 'tag'], ''), damaged('annotations\\.0\\.tag')],
    ['a damaged offset', withAt(['annotations', 1, 'end'], 1.5), damaged('annotations\\.1\\.end')],
    ['a damaged score', withAt(['links', 0, 'score'], 2), damaged('links\\.0\\.score')],
    [
      'a damaged day',
      withAt(['articles', 'left', 'date'], '2025-02-29'),
      damaged('articles\\.left\\.date'),
    ],
    ['a damaged id', withAt(['id'], '../x'), damaged('id')],
    ['a damaged moment', withAt(['created'], 'yesterday'), damaged('created')],
    ['no links', withAt(['links'], undefined), damaged('links')],
    ['an unknown key', withAt(['extra'], 1), damaged('the file')],
    ['an unknown key within', withAt(['annotations', 0, 'extra'], 1), damaged('annotations\\.0')],
    ['a "__proto__" key', proto(good), damaged('the file')],
    [
      'a "__proto__" key within',
      good.replace('"left": {', '"left": {"__proto__": {"x": 1},'),
      damaged('articles\\.left'),
    ],
    [
      'a wrong hash on the left',
      withAt(['articles', 'left', 'sha256'], 'a'.repeat(64)),
      /^The left article’s text was changed after the export/,
    ],
    [
      'a changed text on the right',
      withAt(['articles', 'right', 'text'], 'Un 😀 trois'),
      /^The right article’s text was changed after the export/,
    ],
    [
      'a file without the texts',
      writeDiptychJson(linked.value.comparison, { withText: false }),
      /^This file was exported without the articles’ texts/,
    ],
    [
      'a span with another text',
      withAt(['annotations', 0, 'exact'], 'Two'),
      /contradicts itself\. Annotation .+ does not hold the text it says/,
    ],
    [
      'a span in code units',
      withAt(['annotations', 0, 'start'], 3),
      /contradicts itself\. Annotation .+ does not hold the text it says/,
    ],
    [
      'a span past the end',
      withAt(['annotations', 0, 'end'], 99),
      /contradicts itself\. Annotation .+ past the end/,
    ],
    [
      'an empty span',
      withAt(['annotations', 0, 'end'], 2),
      /contradicts itself\. Annotation .+ is empty/,
    ],
    [
      'a link to a missing annotation',
      withAt(['links', 0, 'right'], 'missing'),
      /contradicts itself\. Link .+ does not tie a left annotation to a right one/,
    ],
    [
      'a link within one article',
      withAt(
        ['links', 0, 'right'],
        edit.changes.flatMap((each) =>
          each.type === 'add-annotation' ? [each.annotation.id] : [],
        )[0],
      ),
      /contradicts itself\. Link .+ does not tie a left annotation to a right one/,
    ],
    [
      'two annotations of one id',
      twice('annotations', { tag: 'quote' }),
      /contradicts itself\. Two annotations have the id/,
    ],
    [
      'two links of one id',
      twice('links', { relation: 'x' }),
      /contradicts itself\. Two links have the id/,
    ],
    [
      'twin links',
      twice('links', { id: 'twin' }),
      /contradicts itself\. Link .+ says what another link says already/,
    ],
  ];
  test.each(bad)('%s', (_name, json, problem) => {
    const outcome = readDiptychJson(json, sha256);
    expect(outcome.ok ? 'It was read.' : outcome.problem).toMatch(problem);
  });
});
