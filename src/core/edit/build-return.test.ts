import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Comparison } from '../model/comparison';
import { comparisons, deepFreeze, editSteps, idMaker, makeEdit } from '../testing/arbitraries';
import { apply } from './apply';
import { differenceTo, returnTo, type Difference } from './build-return';
import { correctText, planCorrection } from './build-text-edit';

/** The states a comparison goes through, by random edits. */
function states(start: Comparison, steps: readonly (readonly number[])[]): readonly Comparison[] {
  const newId = idMaker();
  const all = [deepFreeze(start)];
  for (const numbers of steps) {
    const current = all.at(-1) ?? start;
    const done = apply(current, makeEdit(current, numbers, newId));
    if (done.ok) all.push(deepFreeze(done.value.comparison));
  }
  return all;
}

test('any state can be gone back to exactly, in one step that can be undone exactly', () => {
  fc.assert(
    fc.property(comparisons, editSteps, fc.nat(), (start, steps, at) => {
      const all = states(start, steps);
      const now = all.at(-1) ?? start;
      const then = all[at % all.length] ?? start;
      const edit = returnTo(now, then, 'Go back');
      const done = apply(now, edit ?? { name: 'Nothing', changes: [] });
      if (!done.ok) throw new Error(done.problem);
      expect(done.value.comparison).toStrictEqual(then);
      const undone = apply(done.value.comparison, done.value.inverse);
      expect(undone.ok && undone.value.comparison).toStrictEqual(now);
    }),
    { numRuns: 300 },
  );
});

test('there is nothing to go back to in the same state', () => {
  fc.assert(
    fc.property(comparisons, editSteps, (start, steps) => {
      const now = states(start, steps).at(-1) ?? start;
      expect(returnTo(now, structuredClone(now), 'Go back')).toBeNull();
    }),
  );
});

/** Whether anything is named that going back does. */
function namesAny({ annotations, links, rejections, title, texts, details }: Difference): boolean {
  const moved = [annotations, links].flatMap((each) => Object.values(each).flat());
  return [...moved, ...texts, ...details].length + rejections > 0 || title !== null;
}

test('whatever going back does is named before, and nothing where it does nothing', () => {
  fc.assert(
    fc.property(comparisons, editSteps, fc.nat(), (start, steps, at) => {
      const all = states(start, steps);
      const now = all.at(-1) ?? start;
      const then = all[at % all.length] ?? start;
      expect(namesAny(differenceTo(now, then))).toBe(returnTo(now, then, 'Go back') !== null);
    }),
    { numRuns: 300 },
  );
});

test('another text, title and details are named as they would be', () => {
  fc.assert(
    fc.property(comparisons, (then) => {
      const text = `${then.left.text} Corrected.`;
      const corrected = apply(
        then,
        correctText(planCorrection(then, 'left', text), '0'.repeat(64)),
      );
      if (!corrected.ok) throw new Error(corrected.problem);
      const { comparison } = corrected.value;
      const right = { ...comparison.right, outlet: `${then.right.outlet}!` };
      const now = { ...comparison, right, title: `${then.title}!` };
      expect(differenceTo(now, then)).toMatchObject({
        title: then.title,
        texts: ['left'],
        details: [{ side: 'right', field: 'outlet', value: then.right.outlet }],
      });
    }),
    { numRuns: 50 },
  );
});
