import { Worker } from 'node:worker_threads';
import { failure, type Result } from '../core/result';
import type { Task } from './worker';

/**
 * Gives the tasks to `jobs` workers, in order; each task's promise resolves when it is answered and never rejects.
 * A worker that dies fails its task alone; after `stop` the tasks that are left fail at once.
 */
export function runTasks<T>(
  tasks: readonly Task[],
  jobs: number,
  program: string,
  stop: AbortSignal,
): readonly Promise<Result<T>>[] {
  const settle: ((answer: Result<T>) => void)[] = [];
  const results = tasks.map(() => new Promise<Result<T>>((resolve) => settle.push(resolve)));
  const queue = tasks.entries();
  const workers = new Set<Worker>();
  stop.addEventListener('abort', () => workers.forEach((worker) => void worker.terminate()));
  for (let lane = 0; lane < Math.min(jobs, tasks.length); lane++) void work();
  return results;

  async function work(): Promise<void> {
    let worker: Worker | null = null;
    for (const [index, task] of queue) {
      if (stop.aborted) {
        settle[index]?.(failure('stopped.'));
        continue;
      }
      worker ??= new Worker(program);
      workers.add(worker);
      const { died, answer } = await ask<T>(worker, task);
      if (died) {
        workers.delete(worker);
        worker = null;
      }
      settle[index]?.(answer);
    }
    await worker?.terminate();
  }
}

/** A worker's answer to a task; if the worker died over it, why. */
function ask<T>(worker: Worker, task: Task): Promise<{ died: boolean; answer: Result<T> }> {
  return new Promise((resolve) => {
    const settle = (died: boolean, answer: Result<T>) => {
      worker.off('message', answered).off('error', failed).off('exit', ended);
      resolve({ died, answer });
    };
    const answered = (answer: Result<T>) => settle(false, answer);
    const failed = (error: Error) => settle(true, failure(causeOfDeath(error)));
    const ended = (code: number) =>
      settle(true, failure(`its worker ended early, with code ${code}.`));
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.postMessage(task);
  });
}

function causeOfDeath(error: NodeJS.ErrnoException): string {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'it needs more memory than there is.'
    : `its worker failed: ${error.message}`;
}

/** A list cut into portions of `size`, the last one of what is left. */
export function inPortions<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
