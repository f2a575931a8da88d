import { createHash } from 'node:crypto';
import type { Annotation } from '../../src/core/model/annotation';
import { inOrder, newComparison, type Comparison } from '../../src/core/model/comparison';
import { SIDES } from '../../src/core/model/fields';
import type { Link } from '../../src/core/model/link';
import type { ProposedLink } from '../../src/core/model/proposed';
import type { UnplacedAnnotation } from '../../src/core/model/unplaced';

const NOW = '2026-05-03T12:00:00.000Z';
const MAX_NAME = 100;

/** A text as one line. */
export function lineOf(text: string): string {
  return text.replaceAll(/\s/g, ' ');
}

/** A comparison in which every string a person or a file can give is hostile, one annotation and one link for each. */
export function hostileComparison(id: string, hostile: readonly string[]): Comparison {
  const [first = ''] = hostile;
  const paragraphs = hostile.map((each, index) => `Line ${index} says ${lineOf(each)} so there.`);
  const text = `${paragraphs.join('\n\n')}\n`;
  const article = {
    title: first,
    outlet: hostile.join(' ').slice(0, 2_000),
    author: hostile.join(' ').slice(-2_000),
    date: '',
    url: `https://x.example/${first}`,
    language: first.slice(0, 35),
    text,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
  };
  const annotations = SIDES.flatMap((side) =>
    hostile.map((each, index): Annotation => {
      const exact = paragraphs[index] ?? '';
      const start = text.indexOf(exact);
      return {
        id: `${side}-${index}`,
        side,
        exact,
        start,
        end: start + exact.length,
        tag: each.slice(0, MAX_NAME),
        speaker: each,
        stance: '',
        certainty: '',
        note: each,
        origin: 'manual',
        by: each,
        created: NOW,
        modified: NOW,
      };
    }),
  );
  const links = hostile.map((each, index): Link => ({
    id: `link-${index}`,
    left: `left-${index}`,
    right: `right-${index}`,
    relation: each.slice(0, MAX_NAME),
    kind: 'near',
    score: null,
    note: each,
    origin: 'manual',
    by: each,
    created: NOW,
  }));
  const unplaced = {
    annotations: annotations.map(({ start: _start, end: _end, ...each }): UnplacedAnnotation => {
      const said = each.speaker;
      return { ...each, id: `w-${each.id}`, exact: said, prefix: said, suffix: said, guess: null };
    }),
    links: links.map((link) => ({
      ...link,
      id: `w-${link.id}`,
      left: `w-${link.left}`,
      right: `w-${link.right}`,
    })),
  };
  const proposed = annotations
    .filter(({ side }) => side === 'left')
    .map(({ start, end, exact, speaker }): ProposedLink => {
      const span = { start, end, exact };
      return { left: span, right: span, kind: 'near', score: 0.5, source: speaker };
    });
  const parts = { id, title: first, created: NOW, left: article, right: article };
  return inOrder({ ...newComparison(parts), annotations, links, unplaced, proposed });
}
