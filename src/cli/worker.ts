import type { MessagePort } from 'node:worker_threads';
import { toSuggestionsLine } from '../core/exchange/suggestions-json';
import { failure, success, type Result } from '../core/result';
import { suggest, type Part } from '../core/suggest/suggest';
import { exportComparisons, type ExportTask } from './export-task';
import type { Pair } from './pairs';
import { readText } from './read';
import { readComparisons, type ReadTask } from './read-task';
import { findProblems, type ValidateTask } from './validate-task';

/** What a worker can be asked. */
export type Task = SuggestTask | ReadTask | ExportTask | ValidateTask;

/** One pair, and the parts of the engine to run on it. */
export interface SuggestTask {
  readonly kind: 'suggest';
  readonly pair: Pair;
  readonly parts: readonly Part[];
}

/** Answers every task that comes through a port with what it asks for, or why that cannot be had. */
export function answerTasks(port: MessagePort): void {
  port.on('message', (task: Task) => {
    void answer(task)
      .catch((error: Error) => failure(`the work failed: ${error.message}`))
      .then((reply) => port.postMessage(reply));
  });
}

function answer(task: Task): Promise<Result<unknown>> {
  switch (task.kind) {
    case 'suggest':
      return suggestionsLine(task);
    case 'read':
      return readComparisons(task);
    case 'export':
      return exportComparisons(task);
    case 'validate':
      return findProblems(task);
  }
}

async function suggestionsLine({ pair, parts }: SuggestTask): Promise<Result<string>> {
  const left = await readText(pair.left, pair.a, false);
  if (!left.ok) return left;
  const right = pair.right === '' ? success('') : await readText(pair.right, pair.b, true);
  if (!right.ok) return right;
  const found = suggest(left.value, right.value, parts);
  const texts = { left: left.value, right: right.value };
  return success(toSuggestionsLine({ left: pair.a, right: pair.b }, texts, found));
}
