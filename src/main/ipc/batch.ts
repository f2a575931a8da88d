import { dialog, type OpenDialogOptions } from 'electron';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { ALL_PASSAGES } from '../../core/exchange/passim-pairs';
import type { BatchProgress, BatchReport } from '../../core/exchange/batch-report';
import { failure, success, type Result } from '../../core/result';
import type { BatchKind, ChosenBatch } from '../../ipc/contract';
import type { Batch, BatchSource } from '../batch/batch';
import { importPairs } from '../batch/import-pairs';
import { openBatch, previewOf } from '../batch/open-batch';
import type { Workspace } from '../store/workspace';
import type { AppWindow } from '../windows';

const MOST_JOBS = 4;
const TELL_EVERY_MS = 100;

const DIALOGS: Readonly<Record<BatchKind, OpenDialogOptions>> = {
  table: {
    title: 'Choose a table of pairs',
    filters: [
      { name: 'Tables', extensions: ['csv', 'tsv', 'txt', 'jsonl', 'ndjson', 'json', 'gz'] },
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['openFile'],
  },
  folder: { title: 'Choose a folder of pairs', properties: ['openDirectory'] },
  passim: { title: 'Choose the folder that passim wrote to', properties: ['openDirectory'] },
  corpus: {
    title: 'Choose the documents that passim compared',
    filters: [
      { name: 'JSON lines', extensions: ['json', 'jsonl', 'ndjson', 'gz'] },
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['openFile'],
  },
};

/** The new comparisons that one window has in hand: looked at first, then made. Only what its user chose is read. */
export class BatchDesk {
  readonly #caller: AppWindow;
  #source: BatchSource | null = null;
  #batch: Batch | null = null;
  #stop = new AbortController();

  constructor(caller: AppWindow) {
    this.#caller = caller;
    caller.window.once('closed', () => void this.stop());
  }

  /** Asks for a source, or for the corpus of the one chosen before, and looks through it; null when the user cancels. */
  async choose(kind: BatchKind): Promise<Result<ChosenBatch | null>> {
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#caller.window, DIALOGS[kind]);
    const path = filePaths[0];
    if (canceled || path === undefined) return success(null);
    const source = sourceOf(kind, path, this.#source);
    if (!source) return failure('Choose what passim wrote first, then the corpus.');
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    // What was chosen before stays until the other one is looked through.
    let toClose: Batch | null = null;
    try {
      const opened = await openBatch(source, signal);
      if (!opened.ok) return opened;
      toClose = opened.value;
      const preview = await previewOf(opened.value, signal);
      signal.throwIfAborted();
      toClose = this.#batch;
      this.#source = source;
      this.#batch = opened.value;
      const corpus = source.kind === 'passim' && source.corpus ? basename(source.corpus) : null;
      return success({ kind: source.kind, name: basename(source.path), corpus, preview });
    } catch (error) {
      if (signal.aborted) return success(null);
      return failure(`“${basename(path)}” could not be read: ${(error as Error).message}.`);
    } finally {
      await toClose?.close();
    }
  }

  /** Makes what was chosen. */
  async make(
    workspace: Workspace,
    onProgress: (progress: BatchProgress) => void,
  ): Promise<Result<BatchReport>> {
    const batch = this.#batch;
    if (!batch) return failure('Nothing is chosen yet.');
    this.#batch = null;
    let told = -Infinity;
    try {
      return success(
        await importPairs(batch, {
          jobs: Math.min(availableParallelism(), MOST_JOBS),
          signal: this.#stop.signal,
          now: () => new Date().toISOString(),
          add: (comparison) => workspace.addNew(comparison),
          onProgress: (progress) => {
            if (performance.now() - told < TELL_EVERY_MS) return;
            told = performance.now();
            onProgress(progress);
          },
        }),
      );
    } catch (error) {
      return failure(`The import ended early: ${(error as Error).message}`);
    } finally {
      this.#source = null;
      await batch.close();
    }
  }

  /** Ends what is going on, and lets go of what was chosen. */
  async stop(): Promise<void> {
    this.#stop.abort();
    const batch = this.#batch;
    this.#batch = null;
    this.#source = null;
    await batch?.close();
  }
}

function sourceOf(kind: BatchKind, path: string, before: BatchSource | null): BatchSource | null {
  if (kind === 'passim') return { kind, path, corpus: null, options: ALL_PASSAGES };
  if (kind !== 'corpus') return { kind, path };
  return before?.kind === 'passim' ? { ...before, corpus: path } : null;
}

const desks = new WeakMap<AppWindow, BatchDesk>();

/** The desk of a window. */
export function deskOf(caller: AppWindow): BatchDesk {
  const desk = desks.get(caller) ?? new BatchDesk(caller);
  desks.set(caller, desk);
  return desk;
}
