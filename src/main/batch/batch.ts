import type { PassimOptions } from '../../core/exchange/passim-pairs';
import type { Comparison } from '../../core/model/comparison';
import type { Result } from '../../core/result';

/** Where new comparisons come from: a table of pairs, a folder of them, or what passim wrote. */
export type BatchSource =
  | { readonly kind: 'table' | 'folder'; readonly path: string }
  | {
      readonly kind: 'passim';
      readonly path: string;
      /** The documents that passim compared, whole; null where there are only the passages. */
      readonly corpus: string | null;
      readonly options: PassimOptions;
    };

/** Comparisons still to be made. */
export interface Batch {
  /** How many items there are. */
  readonly count: number;
  /** What is to be known of all of them, in sentences. */
  readonly notes: readonly string[];
  /** All items in their order, read anew each time. */
  readonly items: () => AsyncIterable<BatchItem>;
  /** Lets go of what was kept beside the memory. */
  readonly close: () => Promise<void>;
}

/** One of them: where it is asked for ("pairs.csv, line 4"), and the pair, or why there is none. */
export interface BatchItem {
  readonly where: string;
  readonly pair: Result<BatchPair>;
}

/** A pair of articles by what it is called, and the way to make a comparison of it. */
export interface BatchPair {
  readonly left: string;
  readonly right: string;
  /** Makes it, unless `stop` is aborted. */
  readonly make: (now: string, stop: AbortSignal) => Promise<Result<Made>>;
}

/** A comparison that was made, and what is to be known of it, in sentences. */
export interface Made {
  readonly comparison: Comparison;
  readonly notes: readonly string[];
}

/** A source that cannot be read at all; the message says why, and what to do. */
export class SourceError extends Error {}
