import type { Result } from '../../core/result';
import type { BatchProgress, BatchReport, Remark } from '../../core/exchange/batch-report';
import type { Comparison } from '../../core/model/comparison';
import type { Batch, BatchItem } from './batch';

export interface ImportOptions {
  /** How many pairs are read at once. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly now: () => string;
  readonly onProgress: (progress: BatchProgress) => void;
  /** Puts a comparison in its place; false when its id is taken. */
  readonly add: (comparison: Comparison) => Promise<Result<boolean>>;
}

/** Makes the comparisons of a batch, several at once. What cannot be made is reported; all else is made. */
export async function importPairs(batch: Batch, options: ImportOptions): Promise<BatchReport> {
  const { jobs, signal, now, onProgress, add } = options;
  const failed: Placed[] = [];
  const notes: Placed[] = [];
  let [made, skipped, done, next] = [0, 0, 0, 0];

  async function take({ where, pair }: BatchItem, index: number): Promise<void> {
    const ready = pair.ok ? await pair.value.make(now(), signal) : pair;
    // What was being read then is left for another time.
    if (signal.aborted) return;
    const added = ready.ok ? await add(ready.value.comparison) : ready;
    if (!added.ok) failed.push({ index, where, text: added.problem });
    else if (!added.value) skipped++;
    else made++;
    if (ready.ok && added.ok && added.value)
      notes.push(...ready.value.notes.map((text) => ({ index, where, text })));
    onProgress({ done: ++done, count: batch.count, name: where });
  }

  // One iterator for all lanes: each takes the next item when it is free.
  const items = batch.items()[Symbol.asyncIterator]();
  async function work(): Promise<void> {
    while (!signal.aborted) {
      const item = await items.next();
      if (item.done || signal.aborted) return;
      await take(item.value, next++);
    }
  }
  await Promise.all(Array.from({ length: jobs }, work));
  await items.return?.();
  return {
    made,
    skipped,
    failed: inOrder(failed),
    notes: inOrder(notes),
    cancelled: signal.aborted && done < batch.count,
  };
}

interface Placed extends Remark {
  readonly index: number;
}

function inOrder(remarks: readonly Placed[]): readonly Remark[] {
  return remarks.toSorted((a, b) => a.index - b.index).map(({ where, text }) => ({ where, text }));
}
