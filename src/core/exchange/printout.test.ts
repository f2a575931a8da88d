import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../model/annotation';
import { inOrder, type Comparison } from '../model/comparison';
import type { Side } from '../model/fields';
import type { Link } from '../model/link';
import { comparisonOf, workedComparisons } from '../testing/arbitraries';
import { annotationRecord, linkRecord } from '../testing/records';
import { paragraphsOf } from '../text/paragraphs';
import { printoutOf, type Piece } from './printout';

const TEXT = 'One two three four.\n\nFive six <b>seven</b>.';

function annotation(
  side: Side,
  tag: string,
  exact: string,
  more: Partial<Annotation> = {},
): Annotation {
  const start = TEXT.indexOf(exact);
  return annotationRecord({
    id: `${side}-${exact.replaceAll(/\W+/g, '_')}`,
    side,
    tag,
    start,
    end: start + exact.length,
    exact,
    ...more,
  });
}

function link(id: string, left: Annotation, right: Annotation, relation = 'duplicate'): Link {
  return linkRecord({ id, left: left.id, right: right.id, relation });
}

function comparison(annotations: readonly Annotation[], links: readonly Link[] = []): Comparison {
  return inOrder({ ...comparisonOf(TEXT, TEXT), annotations, links });
}

/** A paragraph as one line: "One [claim two]1 three". */
function drawn(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, tags, ends }) => {
      const marked = tags.length === 0 ? text : `[${tags.join('+')} ${text}]`;
      return `${marked}${ends.join(',')}`;
    })
    .join('');
}

describe('printoutOf marks the text', () => {
  it.each<{ name: string; spans: [string, string][]; first: string; second: string }>([
    { name: 'nothing', spans: [], first: 'One two three four.', second: 'Five six <b>seven</b>.' },
    {
      name: 'one span',
      spans: [['claim', 'two three']],
      first: 'One [claim two three]1 four.',
      second: 'Five six <b>seven</b>.',
    },
    {
      name: 'overlapping spans',
      spans: [
        ['claim', 'One two three'],
        ['quote', 'three four'],
      ],
      first: '[claim One two ][claim+quote three]1[quote  four]2.',
      second: 'Five six <b>seven</b>.',
    },
    {
      name: 'nested spans that end together',
      spans: [
        ['claim', 'two three four'],
        ['quote', 'four'],
      ],
      first: 'One [claim two three ][claim+quote four]2,1.',
      second: 'Five six <b>seven</b>.',
    },
    {
      name: 'equal spans with one tag',
      spans: [
        ['claim', 'two'],
        ['claim', 'two'],
      ],
      first: 'One [claim two]1,2 three four.',
      second: 'Five six <b>seven</b>.',
    },
    {
      name: 'a span over two paragraphs, with markup in the text',
      spans: [['quote', 'four.\n\nFive six <b>seven']],
      first: 'One two three [quote four.]',
      second: '[quote Five six <b>seven]1</b>.',
    },
    {
      name: 'a span that ends between paragraphs',
      spans: [['claim', 'four.\n']],
      first: 'One two three [claim four.]1',
      second: 'Five six <b>seven</b>.',
    },
  ])('$name', ({ spans, first, second }) => {
    const annotations = spans.map(([tag, exact], index) =>
      annotation('left', tag, exact, { id: `a${index}` }),
    );
    const { left, right } = printoutOf(comparison(annotations));
    expect(left.paragraphs.map(drawn)).toEqual([first, second]);
    expect(right.paragraphs.map(drawn)).toEqual(['One two three four.', 'Five six <b>seven</b>.']);
  });

  it('tells what lies in the white space before the text at its first words', () => {
    const space = annotationRecord({ id: 'a', side: 'left', start: 0, end: 1, exact: '\n' });
    const { left } = printoutOf({ ...comparisonOf('\nOne.', 'Two.'), annotations: [space] });
    expect(left.paragraphs.map(drawn)).toEqual(['One.1']);
  });

  it('keeps every character and gives every number once, whatever is marked', () => {
    fc.assert(
      fc.property(workedComparisons, (any) => {
        const printout = printoutOf(any);
        for (const side of ['left', 'right'] as const) {
          const { text } = any[side];
          const { paragraphs, notes } = printout[side];
          expect(paragraphs.map((pieces) => pieces.map((each) => each.text).join(''))).toEqual(
            paragraphsOf(text).map(({ start, end }) => text.slice(start, end)),
          );
          const numbers = paragraphs.flat().flatMap(({ ends }) => ends);
          expect(numbers.toSorted((a, b) => a - b)).toEqual(notes.map((_, index) => index + 1));
        }
      }),
    );
  });
});

describe('printoutOf says', () => {
  const one = annotation('left', 'claim', 'One', { speaker: 'Mayor', note: 'see\npage 2' });
  const two = annotation('left', 'quote', 'two\u0020three', {
    stance: 'disputes',
    certainty: 'probable',
  });
  const four = annotation('left', 'claim', 'four.\n\nFive');
  const right = annotation('right', 'claim', 'two');
  const alone = annotation('right', 'figure', 'six');

  it('what each annotation is tied to', () => {
    const links = [link('k1', one, right), link('k2', two, right, 'contradicts')];
    const printout = printoutOf(comparison([one, two, four, right, alone], links));
    const ties = printout.left.notes.map((note) =>
      note.ties.map(({ words, number, side }) => `${words} ${number} (${side})`),
    );
    expect(ties).toEqual([['same as 1 (right)'], ['contradicts 1 (right)'], []]);
    expect(
      printout.right.notes.map((note) =>
        note.ties.map(({ words, number }) => `${words} ${number}`),
      ),
    ).toEqual([['same as 1', 'contradicts 2'], []]);
    expect(printout).toMatchObject({
      onlyLeft: [3],
      onlyRight: [2],
      both: [{ left: [1, 2], right: [1] }],
    });
  });

  it('that there is nothing', () => {
    expect(printoutOf(comparison([]))).toMatchObject({ onlyLeft: [], onlyRight: [], both: [] });
  });

  it('each annotation of a paragraph, however many lie in each other', () => {
    const many = 30_000;
    const text = 'x'.repeat(2 * many);
    const annotations = Array.from({ length: many }, (_, index) =>
      annotationRecord({
        id: `a${String(index).padStart(5, '0')}`,
        side: 'left',
        tag: `tag ${index}`,
        start: index,
        end: 2 * many - index,
        exact: 'x',
      }),
    );
    const [pieces = []] = printoutOf({ ...comparisonOf(text, text), annotations }).left.paragraphs;
    expect(pieces.map(({ ends }) => ends).filter(({ length }) => length > 0)).toHaveLength(many);
    expect(pieces[many]?.tags).toHaveLength(20);
  });
});
