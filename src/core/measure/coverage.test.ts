import { describe, expect, it } from 'vitest';
import { apply } from '../edit/apply';
import { addAnnotation, addLink, setSpeaker, type Author } from '../edit/build-edits';
import type { Edit } from '../edit/edit';
import type { Comparison } from '../model/comparison';
import { comparisonOf, idMaker, NOW } from '../testing/arbitraries';
import { coverageOf, onlyIn } from './coverage';

const NOTHING = { left: [], right: [] };
const author: Author = { by: 'Ana', now: NOW, newId: idMaker() };

function after(comparison: Comparison, edit: Edit): Comparison {
  const applied = apply(comparison, edit);
  if (!applied.ok) throw new Error(applied.problem);
  return applied.value.comparison;
}

// Ten characters a side, white space aside.
const empty = comparisonOf('aaaa bbbb cc', 'dddd eeee ff');
const linked = after(
  empty,
  addLink(
    empty,
    { side: 'left', span: { start: 0, end: 4 } },
    { side: 'right', span: { start: 5, end: 9 } },
    author,
  ).edit,
);
const alone = addAnnotation(linked, 'left', { start: 5, end: 9 }, 'quote', author);
const both = after(
  after(linked, alone.edit),
  setSpeaker(alone.annotation, ' Ines  Okafor', author),
);

describe('coverageOf', () => {
  it('counts the characters under linked annotations, white space aside', () => {
    const { share } = coverageOf(both, { furniture: NOTHING, suggested: NOTHING });
    expect(share).toEqual({
      left: { shared: 0.4, suggested: 0 },
      right: { shared: 0.4, suggested: 0 },
    });
  });

  it('counts suggested links beyond what is linked', () => {
    const suggested = { left: [{ start: 0, end: 9 }], right: [] };
    const { share } = coverageOf(both, { furniture: NOTHING, suggested });
    expect(share.left).toEqual({ shared: 0.4, suggested: 0.4 });
  });

  it('leaves furniture out, unless it is linked', () => {
    const furniture = {
      left: [
        { start: 0, end: 4 },
        { start: 10, end: 12 },
      ],
      right: [],
    };
    const { share } = coverageOf(both, { furniture, suggested: NOTHING });
    expect(share.left).toEqual({ shared: 0.5, suggested: 0 });
  });

  it('says by tag and by speaker what only one side says', () => {
    const { byTag, bySpeaker } = coverageOf(both, { furniture: NOTHING, suggested: NOTHING });
    expect(byTag).toEqual([
      { name: 'claim', onlyLeft: 0, both: 1, onlyRight: 0 },
      { name: 'quote', onlyLeft: 1, both: 0, onlyRight: 0 },
    ]);
    expect(bySpeaker).toEqual([{ name: 'Ines Okafor', onlyLeft: 1, both: 0, onlyRight: 0 }]);
  });

  it('is nothing for a text of white space', () => {
    const blank = comparisonOf(' \n ', 'x');
    const { share } = coverageOf(blank, { furniture: NOTHING, suggested: NOTHING });
    expect(share.left).toEqual({ shared: 0, suggested: 0 });
  });
});

describe('onlyIn', () => {
  it('lists what no link ties to the other article', () => {
    expect(onlyIn(both, 'left').map(({ exact }) => exact)).toEqual(['bbbb']);
    expect(onlyIn(both, 'right')).toEqual([]);
  });
});
