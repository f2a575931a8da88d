import { expect, test } from 'vitest';
import { deepFreeze } from '../testing/arbitraries';
import { renameComparison } from './build-edits';
import {
  EMPTY_HISTORY,
  recordStep,
  takeRedo,
  takeUndo,
  type History,
  type HistoryStep,
} from './history';

const step = (name: string): HistoryStep => ({
  edit: renameComparison(name),
  inverse: renameComparison(`not ${name}`),
});
const [a, b, c] = [step('a'), step('b'), step('c')];
const history = (done: HistoryStep[], undone: HistoryStep[]): History =>
  deepFreeze({ done, undone });

test('recordStep adds the step and forgets what had been undone', () => {
  expect(recordStep(EMPTY_HISTORY, a)).toStrictEqual(history([a], []));
  expect(recordStep(history([a], [b]), c)).toStrictEqual(history([a, c], []));
});

const takes: [string, ReturnType<typeof takeUndo>, ReturnType<typeof takeUndo>][] = [
  ['undo of nothing', takeUndo(EMPTY_HISTORY), undefined],
  ['undo when all is undone', takeUndo(history([], [a])), undefined],
  ['redo of nothing', takeRedo(EMPTY_HISTORY), undefined],
  ['redo when all is done', takeRedo(history([a], [])), undefined],
  ['undo of the last done', takeUndo(history([a, b], [])), { step: b, history: history([a], [b]) }],
  ['undo after undo', takeUndo(history([a], [b])), { step: a, history: history([], [b, a]) }],
  [
    'redo of the last undone',
    takeRedo(history([], [b, a])),
    { step: a, history: history([a], [b]) },
  ],
  ['redo after redo', takeRedo(history([a], [b])), { step: b, history: history([a, b], []) }],
];
test.each(takes)('%s', (_name, taken, expected) => {
  expect(taken).toStrictEqual(expected);
});
