import type { BatchPreview, Remark } from '../../core/exchange/batch-report';
import { failure, success, type Result } from '../../core/result';
import { SourceError, type Batch, type BatchSource } from './batch';
import { openFolder } from './folder';
import { openPassim } from './passim';
import { openTable } from './table';

/** Looks through a source of new comparisons, or says why it is none; throws when `signal` is aborted. */
export async function openBatch(source: BatchSource, signal: AbortSignal): Promise<Result<Batch>> {
  try {
    return success(await opened(source, signal));
  } catch (error) {
    if (error instanceof SourceError) return failure(error.message);
    throw error;
  }
}

function opened(source: BatchSource, signal: AbortSignal): Promise<Batch> {
  switch (source.kind) {
    case 'table':
      return openTable(source.path, signal);
    case 'folder':
      return openFolder(source.path);
    case 'passim':
      return openPassim(source.path, source.corpus, source.options, signal);
  }
}

const SHOWN_PAIRS = 50;

/** Looks at all items of a batch without making anything; throws when `signal` is aborted. */
export async function previewOf(batch: Batch, signal: AbortSignal): Promise<BatchPreview> {
  const pairs: BatchPreview['pairs'][number][] = [];
  const problems: Remark[] = [];
  for await (const { where, pair } of batch.items()) {
    signal.throwIfAborted();
    if (!pair.ok) problems.push({ where, text: pair.problem });
    else if (pairs.length < SHOWN_PAIRS) {
      const { left, right } = pair.value;
      pairs.push({ where, left, right });
    }
  }
  return { count: batch.count, notes: batch.notes, pairs, problems };
}
