import { describe, expect, test } from 'vitest';
import { apply } from '../edit/apply';
import type { Comparison } from '../model/comparison';
import { comparisonOf, idMaker, NOW } from '../testing/arbitraries';
import { linkRecord } from '../testing/records';
import { bratDocument } from './brat';
import { writeDiptychJson } from './diptych-json';
import { placeForeign } from './place-foreign';
import { readAnnotations } from './read-annotations';
import { readBrat } from './read-brat';

const AUTHOR = { by: 'me', now: NOW };
const LEFT = 'Two 😀 men said: “Yes, twice.” Two men left.\nAnd then “Yes” again.';
const RIGHT = 'A woman 😀 left with two men.';
const bare = comparisonOf(LEFT, RIGHT);
const COMPARISON: Comparison = { ...bare, left: { ...bare.left, url: 'https://l.test/a' } };

function read(name: string, text: string) {
  return readAnnotations([{ name, text }], COMPARISON);
}

/** What an import leaves in the comparison: "left claim Two men", and the report. */
function imported(name: string, text: string) {
  const foreign = read(name, text);
  if (!foreign.ok) throw new Error(foreign.problem);
  const { edit, report } = placeForeign(COMPARISON, foreign.value, {
    by: 'me',
    now: NOW,
    newId: idMaker(),
  });
  const applied = edit ? apply(COMPARISON, edit) : null;
  if (applied && !applied.ok) throw new Error(applied.problem);
  const { annotations, links, unplaced } = applied?.value.comparison ?? COMPARISON;
  return {
    annotations: annotations.map(({ side, tag, exact }) => `${side} ${tag} ${exact}`),
    records: annotations,
    links,
    waiting: unplaced.annotations.map(({ side, tag }) => `${side} ${tag}`).toSorted(),
    report,
  };
}

const web = (target: unknown, more: object = {}) =>
  JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    target,
    ...more,
  });
const quote = (exact: string, more: object = {}) => ({
  type: 'TextQuoteSelector',
  exact,
  ...more,
});
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end });
const task = (result: readonly object[], data: object = { left: LEFT, right: RIGHT }) =>
  JSON.stringify([{ data, annotations: [{ result }] }]);

describe('annotations of other tools', () => {
  test.each<[name: string, file: string, text: string, annotations: readonly string[]]>([
    [
      'a W3C annotation with one selector, its tag in a body',
      'a.json',
      web(
        { source: 'https://l.test/a', selector: quote('Two men') },
        { body: { type: 'TextualBody', purpose: 'tagging', value: 'people' } },
      ),
      ['left people Two men'],
    ],
    [
      'a W3C position that is refined by a quote, without a source anyone knows',
      'a.json',
      web({ source: 'x:y', selector: { ...position(2, 9), refinedBy: quote('woman 😀') } }),
      ['right untagged woman 😀'],
    ],
    [
      'UTF-16 offsets, as Recogito counts, where the very text stands there',
      'a.json',
      web({ source: 'https://l.test/a', selector: [quote('men'), position(7, 10)] }),
      ['left untagged men'],
    ],
    [
      'a W3C quote that stands in several places, told apart by what is around it',
      'a.json',
      web({ source: 'https://l.test/a', selector: quote('Yes', { prefix: 'then “' }) }),
      ['left untagged Yes'],
    ],
    [
      'a list of W3C annotations, one of which points at no text',
      'a.json',
      `[${web({ source: 'x:y', selector: quote('A woman') }, { motivation: 'highlighting' })},${web('https://l.test/a')}]`,
      ['right highlighting A woman'],
    ],
    [
      'Label Studio regions of one text called text',
      'tasks.json',
      task(
        [
          {
            id: 'r',
            type: 'labels',
            to_name: 'text',
            value: { start: 10, end: 14, text: 'left', labels: ['verb'] },
          },
          { id: 'i', type: 'rectanglelabels', to_name: 'img', value: {} },
        ],
        { text: RIGHT },
      ),
      ['right verb left'],
    ],
    [
      'brat’s own file, of which the document is not there',
      'a.ann',
      'T1\tPERSON 35 42\tTwo men\nT2\tPERSON 4 5;10 14\t😀 said\nE1\tLeave:T1\n',
      ['left PERSON Two men'],
    ],
    [
      'CSV of a spreadsheet, with semicolons and without offsets',
      'a.csv',
      'Article;Tag;Exact\r\nright;claim;"left with ""two"" men"\r\nright;claim;left with two men\r\n',
      ['right claim left with two men'],
    ],
    [
      'CSV with columns named after what every object has',
      'a.csv',
      'article,tag,exact,__proto__,constructor\nright,__proto__,A woman,x,y\n',
      ['right __proto__ A woman'],
    ],
  ])('%s', (_name, file, text, annotations) => {
    expect(imported(file, text).annotations).toEqual(annotations);
  });

  test('brat’s documents: one article alone tells which it is', () => {
    const ann = 'T1\tPERSON 10 14\tleft\n#1\tAnnotatorNotes T1\twho?\nA1\tNegation T1\n';
    const foreign = readAnnotations(
      [
        { name: 'r.ann', text: ann },
        { name: 'r.txt', text: RIGHT },
      ],
      COMPARISON,
    );
    expect(foreign).toMatchObject({
      ok: true,
      value: { annotations: [{ side: 'right', tag: 'PERSON', exact: 'left', note: 'who?' }] },
    });
  });

  test('what is uncertain is not guessed, and waits where its article and text are known', () => {
    const { report, annotations, waiting } = imported(
      'a.csv',
      'article,tag,exact\nleft,a,Yes\nleft,b,not there\n,c,left\nright,d,\n',
    );
    expect(annotations).toEqual([]);
    expect(report.notPlaced.map(({ tag }) => tag)).toEqual(['a', 'b', 'c', 'd']);
    expect(waiting).toEqual(['left a', 'left b']);
  });

  test('values that cannot be are left out, links need both ends', () => {
    const { records, links, report } = imported(
      'x.diptych.csv',
      'id,article,tag,exact,stance,created,left,right,score\n1,left,claim,Two men,maybe,yesterday,,,\n',
    );
    expect(records[0]).toMatchObject({ stance: '', created: NOW, by: 'me' });
    expect(links).toEqual([]);
    expect(report.lostLinks).toBe(1);
  });
});

describe('what a file leaves open', () => {
  const SAME = comparisonOf('Two men left. Two cats stayed.', 'Two men left. Two dogs stayed.');
  const newId = idMaker();
  const place = (files: readonly { name: string; text: string }[], onto: Comparison) => {
    const foreign = readAnnotations(files, onto);
    if (!foreign.ok) throw new Error(foreign.problem);
    const { edit, report } = placeForeign(onto, foreign.value, { ...AUTHOR, newId });
    const applied = edit ? apply(onto, edit) : null;
    if (applied && !applied.ok) throw new Error(applied.problem);
    return { ...(applied?.value.comparison ?? onto), report };
  };
  const csv = (...lines: readonly string[]) => [
    { name: 'a.csv', text: ['article,tag,start,end,exact,prefix', ...lines].join('\n') },
  ];

  test('what both articles say at one place is of neither, unless the words around it tell', () => {
    const { annotations, report } = place(
      csv(',claim,4,7,men,', ',claim,14,17,Two,', 'right,claim,4,7,men,'),
      SAME,
    );
    expect(annotations.map(({ side, exact }) => `${side} ${exact}`)).toEqual(['right men']);
    expect(report.notPlaced).toHaveLength(2);
  });

  test('brat’s annotations of one article, without the article, are of whichever says it', () => {
    const { annotations } = place([{ name: 'r.ann', text: 'T1\tclaim 18 22\tdogs\n' }], SAME);
    expect(annotations.map(({ side, exact }) => `${side} ${exact}`)).toEqual(['right dogs']);
  });

  test('the words around a span of brat’s end with its article', () => {
    const at = bratDocument(SAME).lastIndexOf('Two men');
    const [foreign] = readBrat(`T1\tclaim ${at} ${at + 3}\tTwo\n`, null, SAME).annotations;
    expect(foreign).toMatchObject({ side: 'right', exact: 'Two', prefix: '' });
  });

  test('what waits with other words around it waits beside it, and only once', () => {
    const once = place(csv('left,claim,,,gone,one'), SAME);
    const twice = place(csv('left,claim,,,gone,one', 'left,claim,,,gone,two'), once);
    expect(twice.unplaced.annotations).toHaveLength(2);
    expect(twice.report).toMatchObject({ known: 1, notPlaced: [{ exact: 'gone' }] });
  });

  test('what waits in a Diptych file comes along with its links, placed where its text is', () => {
    const file = place(csv('left,claim,,,no longer,', 'right,claim,,,dogs,'), SAME);
    const [gone] = file.unplaced.annotations;
    const [dogs] = file.annotations;
    const links = [linkRecord({ id: 'k', left: gone?.id ?? '', right: dogs?.id ?? '' })];
    const text = writeDiptychJson({ ...file, unplaced: { ...file.unplaced, links } });
    const kept = place([{ name: 'x.json', text }], SAME);
    expect(kept.unplaced.annotations).toMatchObject([{ exact: 'no longer', side: 'left' }]);
    expect(kept.unplaced.links).toHaveLength(1);
    const older = comparisonOf('It is no longer so.', SAME.right.text);
    expect(place([{ name: 'x.json', text }], older).annotations.map(({ exact }) => exact)).toEqual([
      'no longer',
      'dogs',
    ]);
  });

  test('of several comparisons, the one with the same texts counts where none has the id', () => {
    const lines = [
      writeDiptychJson(comparisonOf('Else', 'Other')),
      writeDiptychJson(place(csv('left,claim,,,cats,'), SAME)),
    ];
    const text = JSON.stringify(lines.map((line) => JSON.parse(line) as unknown));
    const onto = { ...SAME, id: 'imported' };
    expect(place([{ name: 'x.json', text }], onto).annotations).toMatchObject([{ exact: 'cats' }]);
  });

  test('moments of other time zones are told in UTC', () => {
    const text = web(
      { source: 'x:y', selector: quote('dogs') },
      { created: '2024-05-06T09:00:00+02:00' },
    );
    expect(place([{ name: 'x.json', text }], SAME).annotations).toMatchObject([
      { created: '2024-05-06T07:00:00.000Z' },
    ]);
  });

  test('what brat and Label Studio say besides is named', () => {
    const ann = 'T1\tclaim 4 7\tmen\nA1\tNegation T1\n#1\tNormalization T1\tx\nE1\tLeave:T1\n';
    expect(readBrat(ann, null, SAME).skipped).toEqual([
      'The line A1 is of a kind Diptych has not: Negation.',
      'The line #1 is of a kind Diptych has not: Normalization.',
      'The line E1 is of a kind Diptych has not: Leave:T1.',
    ]);
    const labels = {
      id: 'r',
      type: 'labels',
      to_name: 'left',
      value: { start: 4, end: 7, labels: ['a', 'b'] },
    };
    const annotations = [{ result: [] }, { result: [labels] }];
    const text = JSON.stringify([{ data: { left: SAME.left.text }, annotations }]);
    expect(place([{ name: 'tasks.json', text }], SAME).report.skipped).toEqual([
      'An older annotation of the Label Studio task; the newest one counts.',
      'Label Studio’s second label b of “men”.',
    ]);
  });

  test('a table that cannot be split into cells says at which line', () => {
    const table = 'tag,article,exact\nclaim,left,"Two men\n';
    expect(readAnnotations([{ name: 'a.csv', text: table }], SAME)).toEqual({
      ok: false,
      problem: 'Line 2 cannot be read: a quote mark opens a cell there and is never closed.',
    });
  });

  test('files of more than one export are not imported by halves', () => {
    const files = (...names: readonly string[]) => names.map((name) => ({ name, text: '[]' }));
    const chosen = (...names: readonly string[]) => readAnnotations(files(...names), SAME);
    for (const names of [
      ['a.json', 'b.jsonld'],
      ['a.ann', 'b.ann'],
      ['a.csv', 'b.json'],
    ])
      expect(chosen(...names)).toMatchObject({
        problem: expect.stringMatching(/^More than one export was chosen/) as string,
      });
    expect(chosen('comparison.txt', 'comparison.ann', 'visual.conf')).toMatchObject({ ok: true });
  });

  test('Label Studio’s regions are read to an end, however many there are', () => {
    const text = 'Two men left. '.repeat(40_000);
    const result = Array.from({ length: 15_000 }, (_, index) => ({
      id: `r${index}`,
      type: 'labels',
      to_name: 'left',
      value: { start: 14 * index, end: 14 * index + 3, labels: ['claim'] },
    }));
    const tasks = [{ name: 'tasks.json', text: task(result, { left: text }) }];
    const foreign = readAnnotations(tasks, comparisonOf(text, 'Else'));
    expect(foreign.ok && foreign.value.annotations).toHaveLength(result.length);
  });
});

describe('files that are none', () => {
  test.each([
    ['a.json', 'not json', /none of the formats/],
    ['a.json', '', /none of the formats/],
    ['a.json', '{"a":1}', /neither a Diptych comparison nor/],
    ['a.json', '[]', /neither a Diptych comparison nor/],
    ['a.json', 'null', /neither a Diptych comparison nor/],
    ['a.json', '{"format":"diptych/comparison"}', /damaged, changed by hand/],
    ['a.csv', 'a,b\n1,2\n', /no table of annotations/],
    ['a.csv', '', /no table of annotations/],
    ['a.csv', 'comparison,tag\nx,a\ny,b\n', /several comparisons/],
    ['a.json', `[${'{"data":{},"annotations":[]},'.repeat(2).slice(0, -1)}]`, /several tasks/],
    ['a.jsonl', '{"format":"diptych/comparison"}\n{"format":"diptych/comparison"}', /several/],
  ])('%s: %j', (name, text, problem) => {
    expect(read(name, text)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(problem) as string,
    });
  });

  test('what is nested without end is read to an end', () => {
    const depth = 5_000;
    const nested = `${'{"type":"X","refinedBy":'.repeat(depth)}${JSON.stringify(quote('A woman'))}${'}'.repeat(depth)}`;
    const json = web({ source: 'x:y', selector: 0 }).replace(
      '"selector":0',
      `"selector":${nested}`,
    );
    expect(imported('a.json', json).annotations).toEqual([]);
  });
});
