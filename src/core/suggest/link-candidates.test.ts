import { expect, test } from 'vitest';
import { apply } from '../edit/apply';
import { addAnnotation, addLink, type Author } from '../edit/build-edits';
import type { Comparison } from '../model/comparison';
import type { Span } from '../text/quote-selector';
import { NOW, comparisonOf, idMaker } from '../testing/arbitraries';
import { linkCandidates } from './link-candidates';
import type { SuggestedLink } from './suggestions';

const LEFT = 'The bridge is closed. Ferries run.';
const RIGHT = 'The bridge is shut. The weather is fine. Boats go twice as often.';
const author: Author = { by: '', now: NOW, newId: idMaker() };

const find = (text: string, part: string): Span => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
});
const picked = find(LEFT, 'The bridge is closed');

function proposal(part: string, score: number): SuggestedLink {
  return {
    left: picked,
    right: find(RIGHT, part),
    kind: 'reworded',
    tag: 'claim',
    score,
    words: [],
  };
}

function tagged(...parts: readonly string[]): Comparison {
  return parts.reduce(
    (comparison, part) => {
      const { edit } = addAnnotation(comparison, 'right', find(RIGHT, part), 'claim', author);
      const done = apply(comparison, edit);
      if (!done.ok) throw new Error(done.problem);
      return done.value.comparison;
    },
    comparisonOf(LEFT, RIGHT),
  );
}

const texts = (candidates: ReturnType<typeof linkCandidates>) => candidates.map(({ text }) => text);

test('annotations come by the likeness of their words', () => {
  const comparison = tagged('The weather is fine', 'The bridge is shut');
  expect(texts(linkCandidates(comparison, 'left', picked, []))).toEqual([
    'The bridge is shut',
    'The weather is fine',
  ]);
});

test('what the engine proposes joins them: as the annotation that is there, or as a span', () => {
  const comparison = tagged('The bridge is shut', 'Boats go twice as often');
  const found = linkCandidates(comparison, 'left', picked, [
    proposal('Boats go twice as often', 0.9),
    proposal('The weather is fine', 0.1),
  ]);
  expect(
    found.map(({ text, annotation, proposed }) => [text, annotation !== null, proposed]),
  ).toEqual([
    ['Boats go twice as often', true, true],
    ['The bridge is shut', true, false],
    ['The weather is fine', false, true],
  ]);
});

test('what is linked already is not offered again, nor proposed as a span', () => {
  const comparison = tagged('The bridge is shut', 'The weather is fine');
  const [partner] = comparison.annotations;
  if (!partner) throw new Error('Nothing was tagged.');
  const made = addLink(comparison, { side: 'left', span: picked }, { annotation: partner }, author);
  const done = apply(comparison, made.edit);
  if (!done.ok) throw new Error(done.problem);
  const found = linkCandidates(done.value.comparison, 'left', made.left, [
    proposal('The bridge is shut', 0.9),
  ]);
  expect(texts(found)).toEqual(['The weather is fine']);
});

test('from the right article, candidates are of the left one', () => {
  const comparison = tagged('The bridge is shut');
  const link = proposal('The bridge is shut', 0.5);
  expect(
    texts(linkCandidates(comparison, 'right', find(RIGHT, 'The bridge is shut'), [link])),
  ).toEqual(['The bridge is closed']);
});
