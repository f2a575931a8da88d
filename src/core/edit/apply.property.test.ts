import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparisonProblem, inOrder, type Comparison } from '../model/comparison';
import type { Result } from '../result';
import { comparisons, deepFreeze, editSteps, idMaker, makeEdit } from '../testing/arbitraries';
import { apply, type Applied } from './apply';
import { editSchema, type Edit } from './edit';
import { EMPTY_HISTORY, recordStep, takeRedo, takeUndo } from './history';

const RUNS = { numRuns: 200 };

interface Played {
  readonly before: Comparison;
  readonly edit: Edit;
  readonly outcome: Result<Applied>;
}

/** Makes and applies edits one after the other, on frozen values; what is refused changes nothing. */
function play(start: Comparison, steps: readonly (readonly number[])[]): readonly Played[] {
  const newId = idMaker();
  let current = deepFreeze(start);
  return steps.map((numbers) => {
    const before = current;
    const edit = deepFreeze(makeEdit(before, numbers, newId));
    const outcome = deepFreeze(apply(before, edit));
    if (outcome.ok) current = outcome.value.comparison;
    return { before, edit, outcome };
  });
}

function mustApply(comparison: Comparison, edit: Edit): Applied {
  const outcome = apply(comparison, edit);
  if (!outcome.ok) throw new Error(`Refused ${JSON.stringify(edit)}: ${outcome.problem}`);
  return outcome.value;
}

test('an inverse takes an edit back exactly, and its own inverse does it again', () => {
  fc.assert(
    fc.property(comparisons, editSteps, (start, steps) => {
      for (const { before, outcome } of play(start, steps)) {
        if (!outcome.ok) continue;
        const after = outcome.value.comparison;
        const undone = mustApply(after, outcome.value.inverse);
        expect(undone.comparison).toStrictEqual(before);
        expect(mustApply(before, undone.inverse).comparison).toStrictEqual(after);
      }
    }),
    RUNS,
  );
});

test('accepted edits leave a sound comparison in its one order', () => {
  fc.assert(
    fc.property(comparisons, editSteps, (start, steps) => {
      for (const { outcome } of play(start, steps)) {
        if (!outcome.ok) continue;
        const { comparison, inverse } = outcome.value;
        expect(comparisonProblem(comparison)).toBeNull();
        expect(comparison).toStrictEqual(inOrder(comparison));
        expect(editSchema.safeParse(inverse).success).toBe(true);
        for (const { side, start: from, end, exact } of comparison.annotations)
          expect(comparison[side].text.slice(from, end)).toBe(exact);
      }
    }),
    RUNS,
  );
});

test('a refusal says why', () => {
  fc.assert(
    fc.property(comparisons, editSteps, (start, steps) => {
      for (const { outcome } of play(start, steps))
        if (!outcome.ok) expect(outcome.problem).toMatch(/^[A-Z].+\.$/);
    }),
    RUNS,
  );
});

test('the random edits are of every type, and some of each outcome', () => {
  const types = new Set<string>();
  let refused = 0;
  for (const [start, steps] of fc.sample(fc.tuple(comparisons, editSteps), {
    numRuns: 200,
    seed: 7,
  }))
    for (const { edit, outcome } of play(start, steps))
      if (outcome.ok) edit.changes.forEach(({ type }) => types.add(type));
      else refused++;
  expect([...types].toSorted()).toEqual([
    'add-annotation',
    'add-link',
    'add-rejection',
    'add-unplaced',
    'change-annotation',
    'change-article',
    'change-link',
    'change-text',
    'change-title',
    'change-unplaced',
    'delete-annotation',
    'delete-link',
    'delete-rejection',
    'delete-unplaced',
  ]);
  expect(refused).toBeGreaterThan(50);
});

test('undoing everything gives the start, redoing everything the end', () => {
  fc.assert(
    fc.property(comparisons, editSteps, (start, steps) => {
      let history = EMPTY_HISTORY;
      let current = start;
      for (const { edit, outcome } of play(start, steps)) {
        if (!outcome.ok) continue;
        history = recordStep(history, { edit, inverse: outcome.value.inverse });
        current = outcome.value.comparison;
      }
      const end = current;
      for (let taken = takeUndo(history); taken; taken = takeUndo(history)) {
        current = mustApply(current, taken.step.inverse).comparison;
        history = taken.history;
      }
      expect(current).toStrictEqual(start);
      for (let taken = takeRedo(history); taken; taken = takeRedo(history)) {
        current = mustApply(current, taken.step.edit).comparison;
        history = taken.history;
      }
      expect(current).toStrictEqual(end);
    }),
    RUNS,
  );
});
