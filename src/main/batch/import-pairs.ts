import type { Result } from '../../core/result';
import type { BatchProgress, BatchReport, Remark } from '../../core/exchange/batch-report';
import type { Comparison } from '../../core/model/comparison';
import type { Batch, BatchItem, Made } from './batch';

export interface ImportOptions {
  /** How many pairs are read at once. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly now: () => string;
  readonly onProgress: (progress: BatchProgress) => void;
  /** Puts a comparison in its place; false when its id is taken. */
  readonly add: (comparison: Comparison) => Promise<Result<boolean>>;
}

/**
 * Makes the comparisons of a batch. Several are read at once and added in the batch's order, so that what comes of it
 * does not depend on which is read faster. What cannot be made is reported; all else is made.
 */
export async function importPairs(batch: Batch, options: ImportOptions): Promise<BatchReport> {
  const { jobs, signal, now, onProgress, add } = options;
  const failed: Remark[] = [];
  const notes: Remark[] = [];
  /** Where each comparison made here was asked for, by its id in lower case. */
  const places = new Map<string, string>();
  let [made, skipped, done] = [0, 0, 0];
  let turn: Promise<void> = Promise.resolve();

  async function take({ where, pair }: BatchItem, before: Promise<void>): Promise<void> {
    const ready = pair.ok ? await pair.value.make(now(), signal) : pair;
    await before;
    // What was being read then is left for another time.
    if (signal.aborted) return;
    const problem = ready.ok ? await keep(where, ready.value) : ready.problem;
    if (problem !== null) failed.push({ where, text: problem });
    onProgress({ done: ++done, count: batch.count, name: where });
  }

  /** Adds what was made, unless it is there; null, or why it cannot be kept. */
  async function keep(where: string, { comparison, notes: own }: Made): Promise<string | null> {
    const added = await add(comparison);
    if (!added.ok) return added.problem;
    const id = comparison.id.toLowerCase();
    const first = places.get(id);
    if (added.value) {
      made++;
      places.set(id, where);
      notes.push(...own.map((text) => ({ where, text })));
    } else {
      skipped++;
      if (first)
        notes.push({ where, text: `Left out: its id, or else its texts, are those of ${first}.` });
    }
    return null;
  }

  // One iterator for all lanes: each takes the next item when it is free.
  const items = batch.items()[Symbol.asyncIterator]();
  async function work(): Promise<void> {
    while (!signal.aborted) {
      const item = await items.next();
      if (item.done || signal.aborted) return;
      turn = take(item.value, turn);
      await turn;
    }
  }
  await Promise.all(Array.from({ length: jobs }, work));
  await items.return?.();
  return { made, skipped, failed, notes, cancelled: signal.aborted && done < batch.count };
}
