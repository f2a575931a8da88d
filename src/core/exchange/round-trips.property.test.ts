import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../edit/apply';
import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import { DEFAULT_SETTINGS } from '../model/settings';
import { NOTHING_UNPLACED } from '../model/unplaced';
import { idMaker, NOW, workedComparisons } from '../testing/arbitraries';
import { FORMATS, type FormatId } from './formats';
import { placeForeign } from './place-foreign';
import { readAnnotations } from './read-annotations';

const AUTHOR = { by: 'importer', now: NOW };
const CONTEXT = { withText: true, settings: DEFAULT_SETTINGS };

/** What every two-way format keeps of an annotation. */
const KEPT = [
  'side',
  'tag',
  'start',
  'end',
  'exact',
  'speaker',
  'stance',
  'certainty',
  'note',
] as const;

/** What else a format keeps. */
const ALSO_KEPT: Readonly<Partial<Record<FormatId, readonly (keyof Annotation)[]>>> = {
  diptych: ['origin', 'created'],
  jsonl: ['origin', 'created'],
  'web-annotation': ['origin', 'created'],
  csv: ['origin', 'created'],
  'label-studio': ['origin'],
  brat: [],
};

/** The files of an export as another program reads them: in UTF-8, which has no lone surrogates. */
function exported(comparison: Comparison, id: FormatId) {
  return FORMATS[id]
    .writeOne(comparison, CONTEXT)
    .map(({ name, text }) => ({ name, text: Buffer.from(text, 'utf8').toString('utf8') }));
}

/** What is imported into the comparison without its annotations and links, and the report. */
function imported(comparison: Comparison, id: FormatId, onto: Comparison) {
  const foreign = readAnnotations(exported(comparison, id), onto);
  if (!foreign.ok) throw new Error(foreign.problem);
  const fresh = idMaker();
  const newId = () => `new-${fresh()}`;
  const { edit, report } = placeForeign(onto, foreign.value, { ...AUTHOR, newId });
  if (!edit) return { comparison: onto, report };
  const applied = apply(onto, edit);
  if (!applied.ok) throw new Error(applied.problem);
  return { comparison: applied.value.comparison, report };
}

/** The comparison without what is to come back; what waits for a place stays, lest its words be found. */
function bare(comparison: Comparison): Comparison {
  const unplaced = { ...comparison.unplaced, links: [] };
  return { ...comparison, annotations: [], links: [], rejections: [], unplaced };
}

/** The two that hold what waits for a place. */
const WHOLE: readonly FormatId[] = ['diptych', 'jsonl'];

/** What waits for a place in the file of a format. */
function waitingIn({ unplaced }: Comparison, id: FormatId): Comparison['unplaced'] {
  return WHOLE.includes(id) ? unplaced : NOTHING_UNPLACED;
}

/** A comparison's annotations without their ids, in an order that does not depend on them. */
function annotationsOf(comparison: Comparison, keys: readonly (keyof Annotation)[]): string[] {
  return comparison.annotations
    .map((each) => JSON.stringify(keys.map((key) => plain(String(each[key])))))
    .toSorted();
}

/** Links by what they tie. */
function linksOf({ annotations, links }: Comparison): string[] {
  const place = (id: string) => {
    const { side, start, end, tag } = annotations.find((each) => each.id === id) as Annotation;
    return [side, start, end, tag].join(' ');
  };
  return links
    .map(({ left, right, relation }) => `${place(left)} ${relation} ${place(right)}`)
    .toSorted();
}

function plain(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd');
}

const TWO_WAY = Object.keys(ALSO_KEPT) as FormatId[];

describe.each(TWO_WAY)('%s', (id) => {
  test('written and read onto the same texts, every span and link is as it was', () => {
    fc.assert(
      fc.property(workedComparisons, (comparison) => {
        const { comparison: back, report } = imported(comparison, id, bare(comparison));
        const keys = [...KEPT, ...(ALSO_KEPT[id] ?? [])];
        expect(annotationsOf(back, keys)).toEqual(annotationsOf(comparison, keys));
        expect(linksOf(back)).toEqual(linksOf(comparison));
        const waiting = waitingIn(comparison, id);
        expect(back.unplaced.annotations).toEqual(comparison.unplaced.annotations);
        expect(back.unplaced.links).toHaveLength(waiting.links.length);
        expect(report).toMatchObject({
          byPosition: comparison.annotations.length,
          byQuote: 0,
          known: waiting.annotations.length,
          notPlaced: [],
          lostLinks: 0,
          skipped: [],
        });
      }),
      { numRuns: 150 },
    );
  });

  test('what is there already is not added twice', () => {
    fc.assert(
      fc.property(workedComparisons, (comparison) => {
        const { comparison: back, report } = imported(comparison, id, comparison);
        expect(back).toEqual(comparison);
        const waiting = waitingIn(comparison, id);
        expect(report).toMatchObject({
          known: comparison.annotations.length + waiting.annotations.length,
          knownLinks: comparison.links.length + waiting.links.length,
        });
      }),
      { numRuns: 40 },
    );
  });
});
