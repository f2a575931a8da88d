import { writeDiptychJson, toExport } from './diptych-json';
import type { Format } from './format';

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
  jsonl: {
    label: 'JSON lines',
    purpose: 'For scripts over many comparisons: Diptych JSON, one comparison a line.',
    loses: '',
    ending: '.jsonl',
    textIsOptional: true,
    writeOne: (comparison, { withText }) => [
      { name: '.jsonl', text: `${JSON.stringify(toExport(comparison, { withText }))}\n` },
    ],
    joined: [
      {
        name: 'comparisons.jsonl',
        head: '',
        item: (comparison, { withText }) =>
          `${JSON.stringify(toExport(comparison, { withText }))}\n`,
        separator: '',
        tail: () => '',
      },
    ],
  },
} satisfies Readonly<Record<string, Format>>;

export type FormatId = keyof typeof FORMATS;

export const FORMAT_IDS = Object.keys(FORMATS) as readonly FormatId[];

/** The format of that id. */
export function formatOf(id: FormatId): Format {
  return FORMATS[id];
}
