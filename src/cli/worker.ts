import type { MessagePort } from 'node:worker_threads';
import { toSuggestionsLine } from '../core/exchange/suggestions-json';
import { failure, success, type Result } from '../core/result';
import { suggest, type Part } from '../core/suggest/suggest';
import type { Pair } from './pairs';
import { readText } from './read';

/** What a worker can be asked. */
export type Task = SuggestTask;

/** One pair, and the parts of the engine to run on it. */
export interface SuggestTask {
  readonly kind: 'suggest';
  readonly pair: Pair;
  readonly parts: readonly Part[];
}

/** Answers every task that comes through a port with the pair's line of a suggestions file, or why there is none. */
export function answerTasks(port: MessagePort): void {
  port.on('message', (task: Task) => {
    void suggestionsLine(task)
      .catch((error: Error) => failure(`the engine failed: ${error.message}`))
      .then((line) => port.postMessage(line));
  });
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
