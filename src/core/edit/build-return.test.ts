import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Comparison } from '../model/comparison';
import { comparisons, deepFreeze, editSteps, idMaker, makeEdit } from '../testing/arbitraries';
import { apply } from './apply';
import { returnTo } from './build-return';

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
