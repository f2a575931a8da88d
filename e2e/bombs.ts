import {
  docxOf,
  docxWith,
  gzipOf,
  mhtmlNested,
  pdfOf,
  pdfPages,
} from '../src/main/files/reading/testing/bombs';
import { writeDiptychJson } from '../src/core/exchange/diptych-json';
import { hostileComparison } from './hostile/comparison';

/** How a file comes into the app. */
export type Way = 'article' | 'dropped' | 'comparison' | 'annotations' | 'table' | 'passim';

/** A file that is small, or looks ordinary, and takes all time or memory where nobody minds. */
export interface Bomb {
  readonly name: string;
  readonly what: string;
  readonly way: Way;
  readonly make: () => Uint8Array | string;
  /** Whether it is tried each time; all of them with `DIPTYCH_BOMBS=all`. */
  readonly always?: true;
  /** Whether it is read in no time after all. */
  readonly isHarmless?: true;
}

const MB = 1_000_000;

function deep(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`;
}

/** A comparison as Diptych JSON with something put in place of its title. */
function titled(json: string): string {
  return bomb().replace('"title": "x"', `"title": ${json}`);
}

function bomb(): string {
  return writeDiptychJson(hostileComparison('bomb', ['x']));
}

export const BOMBS: readonly Bomb[] = [
  {
    name: 'paragraphs.docx',
    what: 'a million paragraphs',
    way: 'article',
    make: () => docxOf(MB),
    always: true,
  },
  {
    name: 'inflates.docx',
    what: '300 MB packed small',
    way: 'article',
    make: () => docxWith(Buffer.alloc(300 * MB)),
  },
  {
    name: 'lies.docx',
    what: '300 MB that its directory denies',
    way: 'article',
    make: () => docxWith(Buffer.alloc(300 * MB), 1_000),
  },
  { name: 'stream.pdf', what: 'a stream of 500 MB', way: 'article', make: () => pdfOf(500 * MB) },
  { name: 'pages.pdf', what: '100,000 pages', way: 'article', make: () => pdfPages(100_000) },
  {
    name: 'deep.html',
    what: '100,000 elements in each other',
    way: 'article',
    make: () => '<div>'.repeat(100_000),
    always: true,
  },
  {
    name: 'attributes.html',
    isHarmless: true,
    what: 'a million attributes',
    way: 'article',
    make: () => `<p ${Array.from({ length: MB }, (_, index) => `a${index}=x`).join(' ')}>x</p>`,
  },
  {
    name: 'nested.mhtml',
    what: '100,000 multiparts in each other',
    way: 'article',
    make: () => mhtmlNested(100_000),
  },
  {
    name: 'large.txt',
    what: '200 MB of text',
    way: 'article',
    make: () => Buffer.alloc(200 * MB, 'word '),
  },
  {
    name: 'dropped.txt',
    what: '200 MB of text, dropped',
    way: 'dropped',
    make: () => Buffer.alloc(200 * MB, 'word '),
  },
  {
    name: 'deep.diptych.json',
    what: 'JSON 10,000 deep',
    way: 'comparison',
    make: () => titled(deep(10_000)),
    always: true,
  },
  {
    name: 'deeper.diptych.json',
    what: 'JSON a million deep',
    way: 'comparison',
    make: () => titled(deep(MB)),
  },
  {
    name: 'string.diptych.json',
    what: 'a string of 95 MB',
    way: 'comparison',
    make: () => titled(`"${'x'.repeat(95 * MB)}"`),
  },
  {
    name: 'numbers.diptych.json',
    what: '45 million numbers',
    way: 'comparison',
    make: () => titled(`[${'1,'.repeat(45 * MB)}1]`),
  },
  {
    name: 'records.diptych.json',
    what: 'two million records that are none',
    way: 'comparison',
    make: () => bomb().replace('"rejections": []', `"rejections": [${'{},'.repeat(2 * MB)}{}]`),
    always: true,
  },
  {
    name: 'keys.diptych.json',
    what: 'half a million keys that nobody knows',
    way: 'comparison',
    make: () => titled(`"x"${Array.from({ length: MB / 2 }, (_, at) => `,"k${at}":1`).join('')}`),
  },
  {
    name: 'prototype.diptych.json',
    what: 'keys of the prototype',
    way: 'comparison',
    make: () => titled('"x", "__proto__": {"isAdmin": true}, "constructor": {"prototype": 1}'),
    always: true,
  },
  {
    name: 'deep.jsonld',
    isHarmless: true,
    what: 'selectors a million deep',
    way: 'annotations',
    make: () =>
      `{"type":"Annotation","target":{"selector":${'{"refinedBy":'.repeat(MB)}1${'}'.repeat(MB)}}}`,
  },
  {
    name: 'quotes.jsonld',
    what: '200,000 quotes that stand nowhere',
    way: 'annotations',
    make: () =>
      JSON.stringify(
        Array.from({ length: 200_000 }, (_, at) => ({
          type: 'Annotation',
          target: {
            selector: { type: 'TextQuoteSelector', exact: `It says ${at} nowhere so here` },
          },
        })),
      ),
  },
  {
    name: 'quote.csv',
    isHarmless: true,
    what: 'a cell of 38 MB that is never closed',
    way: 'annotations',
    make: () => `tag,article,exact\n"${'x '.repeat(19 * MB)}`,
  },
  {
    name: 'columns.csv',
    what: 'a million columns, a thousand rows',
    way: 'annotations',
    make: () => `tag,${'a,'.repeat(MB)}\n${'x,y\n'.repeat(1_000)}`,
  },
  {
    name: 'bomb.json.gz',
    what: '10 GB packed as gzip',
    way: 'passim',
    make: () => gzipOf(1_000),
    always: true,
  },
  {
    name: 'deep.jsonl',
    what: 'lines of JSON 100,000 deep',
    way: 'table',
    make: () => `{"left":${deep(100_000)}}\n`.repeat(20),
  },
  {
    name: 'endless.csv',
    what: 'a cell of 200 MB that is never closed',
    way: 'table',
    make: () => `left,right\na,"${'x '.repeat(100 * MB)}`,
  },
  {
    name: 'line.csv',
    what: 'a line of 200 MB',
    way: 'table',
    make: () => `left,right\na,${'x '.repeat(100 * MB)}`,
  },
  {
    name: 'columns-of-pairs.csv',
    what: 'a million columns',
    way: 'table',
    make: () => `${'a,'.repeat(MB)}\nx,y\n`,
  },
];
