import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { comparisonProblem, type Comparison } from '../model/comparison';
import { SIDES } from '../model/fields';
import { comparisons, deepFreeze, editSteps, idMaker, makeEdit } from '../testing/arbitraries';
import { EXAMPLE } from '../testing/example';
import { apply } from './apply';
import { compareCopy, mergeOf, USUAL_CHOICE, type MergeChoice } from './build-merge';
import { linksOf, marked } from './build-return';
import type { Edit } from './edit';

/** A comparison after random edits; both sides' ids are made alike, so that some stand for different things. */
function edited(start: Comparison, steps: readonly (readonly number[])[]): Comparison {
  const newId = idMaker();
  let current = start;
  for (const numbers of steps) {
    const done = apply(current, makeEdit(current, numbers, newId));
    if (done.ok) current = done.value.comparison;
  }
  return deepFreeze(current);
}

/** Two comparisons that were one, and any choice of what is taken of the second. */
const forks = fc
  .tuple(comparisons, editSteps, editSteps, editSteps, fc.array(fc.boolean(), { minLength: 1 }))
  .map(([start, common, here, there, flags]) => {
    const base = edited(start, common);
    const [ours, theirs] = [edited(base, here), edited(base, there)];
    const some = (shift: number) =>
      new Set(
        [...marked(theirs), ...linksOf(theirs)]
          .filter((_each, index) => flags[(index + shift) % flags.length])
          .map(({ id }) => id),
      );
    return { ours, theirs, choice: { theirs: some(0), without: some(1) } satisfies MergeChoice };
  });

function after(
  ours: Comparison,
  edit: Edit | null,
): { comparison: Comparison; undone: Comparison } {
  if (!edit) return { comparison: ours, undone: ours };
  const done = apply(ours, edit);
  if (!done.ok) throw new Error(done.problem);
  const undone = apply(done.value.comparison, done.value.inverse);
  if (!undone.ok) throw new Error(undone.problem);
  return { comparison: done.value.comparison, undone: undone.value.comparison };
}

const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
  new Map(all.map((each) => [each.id, each]));

test('whatever is taken, nothing that is only here is lost, all fits together, and undo is exact', () => {
  fc.assert(
    fc.property(forks, ({ ours, theirs, choice }) => {
      const merge = mergeOf(ours, theirs, choice, 'Merge');
      if (SIDES.some((side) => ours[side].text !== theirs[side].text)) {
        expect(merge.ok).toBe(false);
        return;
      }
      if (!merge.ok) throw new Error(merge.problem);
      const { comparison, undone } = after(ours, merge.value);
      expect(undone).toStrictEqual(ours);
      expect(comparisonProblem(comparison)).toBeNull();
      const [now, there] = [byId(marked(comparison)), byId(marked(theirs))];
      for (const own of marked(ours))
        expect([own, choice.theirs.has(own.id) ? there.get(own.id) : own]).toContainEqual(
          now.get(own.id),
        );
      const links = byId(linksOf(comparison));
      for (const { id } of linksOf(ours)) expect(links.has(id)).toBe(true);
      const here = byId(marked(ours));
      for (const their of marked(theirs))
        if (!here.has(their.id))
          expect(now.get(their.id)).toEqual(choice.without.has(their.id) ? undefined : their);
    }),
    { numRuns: 400 },
  );
});

test('merging the same copy again changes nothing', () => {
  fc.assert(
    fc.property(forks, ({ ours, theirs }) => {
      const merge = mergeOf(ours, theirs, USUAL_CHOICE, 'Merge');
      if (!merge.ok) return;
      const { comparison } = after(ours, merge.value);
      expect(mergeOf(comparison, theirs, USUAL_CHOICE, 'Merge')).toEqual({ ok: true, value: null });
    }),
    { numRuns: 200 },
  );
});

describe('a copy', () => {
  const [first, second] = EXAMPLE.annotations;
  if (!first || !second) throw new Error('the example has annotations');
  const alone = { ...EXAMPLE, links: [] };

  it('that is the same brings nothing', () => {
    const same = structuredClone(EXAMPLE);
    expect(mergeOf(EXAMPLE, same, USUAL_CHOICE, 'Merge')).toEqual({ ok: true, value: null });
  });

  it('with a changed note brings it only where that is chosen', () => {
    const changed = { ...first, note: 'from the copy' };
    const theirs = {
      ...alone,
      annotations: alone.annotations.map((each) => (each === first ? changed : each)),
    };
    expect(compareCopy(alone, theirs)).toMatchObject({
      value: { changed: [{ ours: first, theirs: changed }], added: [] },
    });
    expect(mergeOf(alone, theirs, USUAL_CHOICE, 'Merge')).toEqual({ ok: true, value: null });
    const choice = { ...USUAL_CHOICE, theirs: new Set([first.id]) };
    const merge = mergeOf(alone, theirs, choice, 'Merge');
    const { comparison } = after(alone, merge.ok ? merge.value : null);
    expect(comparison).toEqual(theirs);
  });

  it('of other texts is refused with what to do', () => {
    const left = { ...EXAMPLE.left, text: `${EXAMPLE.left.text} More.` };
    const refused = mergeOf(EXAMPLE, { ...EXAMPLE, left }, USUAL_CHOICE, 'Merge');
    expect(refused).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/another text of the left article.*Import Annotations…/),
    });
  });
});
