import type { Comparison } from '../model/comparison';
import { writeBrat } from './brat';
import { ANNOTATION_COLUMNS, annotationRecords, csvHead, LINK_COLUMNS, linkRecords } from './csv';
import { toExport, writeDiptychJson } from './diptych-json';
import type { Format, WriteContext } from './format';
import { labelStudioConfig, labelStudioTask } from './label-studio';
import { namesIn, offeredNames } from './names';
import { writeReport } from './report';
import { writeWebAnnotation } from './web-annotation';

const TASKS = 'tasks.json';
const TASKS_HEAD = '[\n';
const TASKS_TAIL = '\n]\n';
const CONFIG = 'labelling-configuration.xml';

function task(comparison: Comparison): string {
  return JSON.stringify(labelStudioTask(comparison));
}

const CSV_FILES = [
  { name: 'annotations.csv', head: csvHead(ANNOTATION_COLUMNS), item: annotationRecords },
  { name: 'links.csv', head: csvHead(LINK_COLUMNS), item: linkRecords },
];

function line(comparison: Comparison, { withText }: WriteContext): string {
  return `${JSON.stringify(toExport(comparison, { withText }))}\n`;
}

/** What only Diptych's own formats hold. */
const UNDECIDED = 'suggestions not accepted, what waits for a place';

/** Every format that leaves the app, in the order in which they are offered. */
export const FORMATS = {
  diptych: {
    label: 'Diptych JSON',
    purpose: 'For Diptych itself, and for scripts: everything, in one file that can be checked.',
    loses: '',
    ending: '.diptych.json',
    textIsOptional: true,
    writeOne: (comparison, { withText }) => [
      { name: '.diptych.json', text: writeDiptychJson(comparison, { withText }) },
    ],
    joined: null,
  },
  'web-annotation': {
    label: 'W3C Web Annotation',
    purpose: 'For annotation tools and archives that read JSON-LD.',
    loses: `The summary, ${UNDECIDED}.`,
    ending: '.jsonld',
    textIsOptional: true,
    writeOne: (comparison, context) => [
      { name: '.jsonld', text: writeWebAnnotation(comparison, context) },
    ],
    joined: null,
  },
  'label-studio': {
    label: 'Label Studio JSON',
    purpose:
      'For labelling on in Label Studio: a task with both texts, and the configuration that opens it.',
    loses: `Analysts, times, links’ kinds, scores and notes, most details of the articles, ${UNDECIDED}.`,
    ending: null,
    textIsOptional: false,
    writeOne: (comparison, context) => [
      { name: TASKS, text: `${TASKS_HEAD}${task(comparison)}${TASKS_TAIL}` },
      { name: CONFIG, text: labelStudioConfig(offeredNames(namesIn(comparison), context)) },
    ],
    joined: [
      { name: TASKS, head: TASKS_HEAD, item: task, separator: ',\n', tail: () => TASKS_TAIL },
      {
        name: CONFIG,
        head: '',
        item: () => '',
        separator: '',
        tail: (seen, context) => labelStudioConfig(offeredNames(seen, context)),
      },
    ],
  },
  csv: {
    label: 'CSV',
    purpose: 'For spreadsheets and statistics: a table of annotations and one of links.',
    loses: `The articles’ texts and details, ${UNDECIDED}.`,
    ending: null,
    textIsOptional: false,
    writeOne: (comparison) =>
      CSV_FILES.map(({ name, head, item }) => ({ name, text: head + item(comparison) })),
    joined: CSV_FILES.map((file) => ({ ...file, separator: '', tail: () => '' })),
  },
  brat: {
    label: 'brat',
    purpose: 'For brat and tools that read its standoff files.',
    loses: `Analysts, times, links’ kinds and scores, titles and details of the articles, ${UNDECIDED}.`,
    ending: null,
    textIsOptional: false,
    writeOne: (comparison, context) =>
      writeBrat(comparison, offeredNames(namesIn(comparison), context)),
    joined: null,
  },
  html: {
    label: 'HTML report',
    purpose:
      'For reading and passing on: both texts with marks and links, on one page for any browser.',
    loses:
      'Analysts, times, links’ kinds and scores, suggestions not accepted; it cannot be read back.',
    ending: '.html',
    textIsOptional: false,
    writeOne: (comparison, context) => [{ name: '.html', text: writeReport(comparison, context) }],
    joined: null,
  },
  jsonl: {
    label: 'JSON lines',
    purpose: 'For scripts over many comparisons: Diptych JSON, one comparison a line.',
    loses: '',
    ending: '.jsonl',
    textIsOptional: true,
    writeOne: (comparison, context) => [{ name: '.jsonl', text: line(comparison, context) }],
    joined: [{ name: 'comparisons.jsonl', head: '', item: line, separator: '', tail: () => '' }],
  },
} satisfies Readonly<Record<string, Format>>;

export type FormatId = keyof typeof FORMATS;

export const FORMAT_IDS = Object.keys(FORMATS) as readonly FormatId[];

/** The format of that id. */
export function formatOf(id: FormatId): Format {
  return FORMATS[id];
}
