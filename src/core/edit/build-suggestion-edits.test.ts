import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../model/comparison';
import type { Side } from '../model/fields';
import { placesOf, proposalsOf, type Proposal } from '../suggest/proposals';
import { NO_SUGGESTIONS, type Suggestions } from '../suggest/suggestions';
import { comparisonOf, NOW } from '../testing/arbitraries';
import { overlap } from '../text/spans';
import { apply } from './apply';
import { addAnnotation, type Author } from './build-edits';
import { acceptProposals, rejectProposals, restoreProposal } from './build-suggestion-edits';
import type { Edit } from './edit';

const LEFT = 'The bridge was shut on Friday. “It is safe,” said Ines Okafor. Ferries doubled.';
const RIGHT = 'On Friday the bridge closed. Okafor said it is safe. Lorries went north.';
const start = comparisonOf(LEFT, RIGHT);

let ids = 0;
const author: Author = { by: 'Ana', now: NOW, newId: () => `id${String(++ids).padStart(4, '0')}` };

function at(side: Side, exact: string) {
  const from = (side === 'left' ? LEFT : RIGHT).indexOf(exact);
  return { start: from, end: from + exact.length };
}

const SUGGESTIONS: Suggestions = {
  links: [
    {
      left: at('left', 'The bridge was shut on Friday.'),
      right: at('right', 'On Friday the bridge closed.'),
      kind: 'reworded',
      tag: 'claim',
      score: 0.81234,
      words: ['bridge', 'Friday'],
    },
    {
      left: at('left', '“It is safe,”'),
      right: at('right', 'it is safe'),
      kind: 'verbatim',
      tag: 'quote',
      score: 0.9,
      words: ['safe'],
    },
  ],
  passages: [],
  quotes: {
    left: [
      {
        ...at('left', '“It is safe,”'),
        kind: 'direct',
        speaker: at('left', 'Ines Okafor'),
        cue: at('left', 'said'),
        score: 0.95,
      },
    ],
    right: [],
  },
  sentences: {
    left: [
      { ...at('left', 'The bridge was shut on Friday.'), checkworthiness: 0.8 },
      { ...at('left', 'Ferries doubled.'), checkworthiness: 0.76 },
    ],
    right: [{ ...at('right', 'Lorries went north.'), checkworthiness: 0.7 }],
  },
  furniture: { left: [], right: [] },
};

function after(comparison: Comparison, edit: Edit | null): Comparison {
  if (!edit) throw new Error('There is no edit.');
  const applied = apply(comparison, edit);
  if (!applied.ok) throw new Error(applied.problem);
  return applied.value.comparison;
}

function proposal(kind: Proposal['kind'], index = 0, comparison = start): Proposal {
  const found = proposalsOf(comparison, SUGGESTIONS).filter((each) => each.kind === kind)[index];
  if (!found) throw new Error(`No ${kind} is proposed.`);
  return found;
}

describe('placesOf', () => {
  const span = fc
    .tuple(fc.nat(3_000), fc.integer({ min: 1, max: 1_500 }))
    .map(([from, length]) => ({ start: from, end: from + length }));

  it('finds what looking at every span finds', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), span, (spans, wanted) => {
        expect(placesOf(spans)(wanted)).toBe(spans.some((each) => overlap(each, wanted) >= 0.5));
      }),
    );
  });
});

describe('proposalsOf', () => {
  it('proposes links, quotes and check-worthy sentences in reading order', () => {
    const found = proposalsOf(start, SUGGESTIONS);
    expect(found.map(({ kind, left }) => [kind, left && LEFT.slice(left.start, left.end)])).toEqual(
      [
        ['link', 'The bridge was shut on Friday.'],
        ['claim', 'The bridge was shut on Friday.'],
        ['link', '“It is safe,”'],
        ['quote', '“It is safe,”'],
        ['claim', 'Ferries doubled.'],
      ],
    );
  });

  it('proposes what other programs found, and takes it off the list once it is decided', () => {
    const [left, right] = [at('left', 'Ferries doubled.'), at('right', 'Lorries went north.')];
    const [leftExact, rightExact] = ['Ferries doubled.', 'Lorries went north.'];
    const comparison: Comparison = {
      ...start,
      proposed: [
        {
          left: { ...left, exact: leftExact },
          right: { ...right, exact: rightExact },
          kind: 'reworded',
          score: 0.7,
          source: 'passim',
        },
      ],
    };
    const open = (now: Comparison) =>
      proposalsOf(now, NO_SUGGESTIONS).filter(({ rejected }) => !rejected);
    const [found] = open(comparison);
    expect(found).toMatchObject({ kind: 'link', left, right, score: 0.7, source: 'passim' });
    if (!found) return;
    const accepted = after(comparison, acceptProposals(comparison, [found], author));
    expect(accepted.links).toMatchObject([{ kind: 'reworded', score: 0.7, origin: 'suggested' }]);
    expect(open(accepted)).toEqual([]);
    expect(open(after(comparison, rejectProposals(comparison, [found])))).toEqual([]);
  });

  it('names the speaker of the quote a link lies in', () => {
    expect(proposal('link', 1).speaker).toEqual({ left: 'Ines Okafor', right: '' });
    expect(proposal('link', 0).speaker).toEqual({ left: '', right: '' });
  });

  it.each([
    { said: 'she', wanted: 'Ines Okafor' },
    { said: 'He', wanted: 'Ines Okafor' },
    { said: 'who', wanted: '' },
    { said: 'they', wanted: '' },
    { said: 'Jonas Weld', wanted: 'Jonas Weld' },
  ])('names $wanted where the text says “$said”', ({ said, wanted }) => {
    const text = `“One,” said Ines Okafor. “Two,” ${said} said. “Three,” said Brita Aune.`;
    const span = (exact: string) => {
      const from = text.indexOf(exact);
      return { start: from, end: from + exact.length };
    };
    const quote = (content: string, speaker: string) => ({
      ...span(content),
      kind: 'direct' as const,
      speaker: span(speaker),
      cue: null,
      score: 0.9,
    });
    const quotes = [
      quote('“One,”', 'Ines Okafor'),
      quote('“Two,”', said),
      quote('“Three,”', 'Brita Aune'),
    ];
    const found = proposalsOf(comparisonOf(text, 'x'), {
      ...SUGGESTIONS,
      links: [],
      quotes: { left: quotes, right: [] },
      sentences: { left: [], right: [] },
    });
    expect(found.map(({ speaker }) => speaker.left)).toEqual(['Ines Okafor', wanted, 'Brita Aune']);
  });

  it('does not propose what the comparison holds, and proposes it again after undo', () => {
    const linked = after(start, acceptProposals(start, [proposal('link')], author));
    const kinds = proposalsOf(linked, SUGGESTIONS).map(({ kind }) => kind);
    expect(kinds).toEqual(['link', 'quote', 'claim']);
  });
});

describe('acceptProposals', () => {
  it('adds both annotations and the link, of origin suggested, with the speaker', () => {
    const next = after(start, acceptProposals(start, [proposal('link', 1)], author));
    expect(next.annotations).toMatchObject([
      {
        side: 'left',
        tag: 'quote',
        exact: '“It is safe,”',
        speaker: 'Ines Okafor',
        origin: 'suggested',
        by: 'Ana',
      },
      { side: 'right', tag: 'quote', exact: 'it is safe', speaker: '', origin: 'suggested' },
    ]);
    expect(next.links).toMatchObject([
      { kind: 'verbatim', score: 0.9, origin: 'suggested', by: 'Ana' },
    ]);
  });

  it('rounds scores to a thousandth', () => {
    const next = after(start, acceptProposals(start, [proposal('link')], author));
    expect(next.links[0]?.score).toBe(0.812);
  });

  it('uses an annotation that stands there already, with its own tag and ends', () => {
    const { start: from, end } = at('left', 'The bridge was shut on Friday.');
    const mine = addAnnotation(start, 'left', { start: from, end: end - 1 }, 'quote', author);
    const mid = after(start, mine.edit);
    const next = after(mid, acceptProposals(mid, [proposal('link')], author));
    expect(next.annotations).toHaveLength(2);
    expect(next.links[0]).toMatchObject({ left: mine.annotation.id, kind: 'near' });
  });

  it('takes many in one edit, tagging no place twice, and its undo is exact', () => {
    const edit = acceptProposals(start, proposalsOf(start, SUGGESTIONS), author);
    expect(edit?.name).toBe('Accept 5 suggestions');
    const applied = edit && apply(start, edit);
    if (!applied?.ok) throw new Error('The edit does not fit.');
    const { comparison, inverse } = applied.value;
    expect(comparison.annotations).toHaveLength(5);
    expect(comparison.links).toHaveLength(2);
    expect(proposalsOf(comparison, SUGGESTIONS)).toEqual([]);
    expect(after(comparison, inverse)).toStrictEqual(start);
  });

  it('is nothing when everything is there', () => {
    const one = proposal('link');
    const next = after(start, acceptProposals(start, [one], author));
    expect(acceptProposals(next, [one], author)).toBeNull();
  });

  it('keeps the side the analyst chose as manual', () => {
    const next = after(start, acceptProposals(start, [proposal('link')], author, 'left'));
    expect(next.annotations.map(({ origin }) => origin)).toEqual(['manual', 'suggested']);
  });
});

describe('rejectProposals', () => {
  it('keeps what was turned down marked until it is restored', () => {
    const one = proposal('claim', 1);
    const rejected = after(start, rejectProposals(start, [one]));
    expect(rejected.rejections).toEqual([
      {
        kind: 'claim',
        left: { ...at('left', 'Ferries doubled.'), exact: 'Ferries doubled.' },
        right: null,
      },
    ]);
    const again = proposal('claim', 1, rejected);
    expect(again).toEqual({ ...one, rejected: true });
    expect(after(rejected, restoreProposal(rejected, again))).toStrictEqual(start);
  });

  it.each([
    { proposals: [proposal('link')], name: 'Reject suggested link' },
    { proposals: [proposal('link'), proposal('quote')], name: 'Reject 2 suggestions' },
  ])('is called “$name”', ({ proposals, name }) => {
    expect(rejectProposals(start, proposals).name).toBe(name);
  });

  it('refuses the same twice', () => {
    const edit = rejectProposals(start, [proposal('link')]);
    expect(apply(after(start, edit), edit).ok).toBe(false);
  });
});
