import type { BatchProgress, BatchReport } from '../../core/exchange/batch-report';
import type { ChosenBatch } from '../../ipc/contract';

/** How far new comparisons from a table, a folder or passim's output are. */
export type BatchState =
  | { readonly step: 'choosing'; readonly problem: string | null }
  /** A source is looked through. */
  | { readonly step: 'looking' }
  | { readonly step: 'chosen'; readonly chosen: ChosenBatch; readonly problem: string | null }
  /** Null until the first of them is made. */
  | { readonly step: 'making'; readonly progress: BatchProgress | null }
  | { readonly step: 'made'; readonly report: BatchReport };

/** A batch before anything was chosen. */
export const NO_BATCH: BatchState = { step: 'choosing', problem: null };
