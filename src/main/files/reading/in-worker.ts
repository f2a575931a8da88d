import { Worker } from 'node:worker_threads';
import type { Reading } from '../../../core/reading/reading';
import { failure, type Result } from '../../../core/result';
import type { Source } from './read-bytes';

/** What one file may take: time in milliseconds, memory in MB of the worker's own heap and of the process beside it. */
const LONGEST = 8_000;
const HEAP_MB = 512;
const BESIDE_MB = 600;
const WATCH_MS = 50;
const MB = 1_048_576;

/** How many files are being read: each may take its share of memory. */
let running = 0;

/** Beside the program, as both builds put it. */
const PROGRAM = new URL('./reading-worker.js', import.meta.url);

/** Reads an article file in a worker of its own, which ends with it: by `stop`, at a limit, or when it fails. */
export function readInWorker(
  source: Source,
  stop?: AbortSignal,
  program: URL = PROGRAM,
): Promise<Result<Reading>> {
  const refused = (why: string) => failure(`“${source.name}” could not be read: ${why}`);
  if (stop?.aborted) return Promise.resolve(refused(STOPPED));
  return new Promise((resolve) => {
    let ended = false;
    const worker = new Worker(program, {
      workerData: source,
      // What libraries print is no concern of the user's.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const end = (answer: Result<Reading>) => {
      if (ended) return;
      ended = true;
      running--;
      clearTimeout(timer);
      clearInterval(watch);
      stop?.removeEventListener('abort', onStop);
      void worker.terminate();
      resolve(answer);
    };
    const onStop = () => end(refused(STOPPED));
    const timer = setTimeout(() => end(refused(TOO_LONG)), LONGEST);
    // Streams are unpacked outside the worker's heap, so the process itself is watched.
    const before = process.memoryUsage.rss();
    running++;
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > running * BESIDE_MB * MB) end(refused(TOO_MUCH));
    }, WATCH_MS);
    stop?.addEventListener('abort', onStop);
    worker.on('message', end);
    worker.on('error', (error: NodeJS.ErrnoException) =>
      end(refused(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_MUCH : `${error.message}.`)),
    );
    worker.on('exit', () => end(refused('its reader ended early. Try again.')));
  });
}

const STOPPED = 'reading was stopped.';
const TOO_LONG = `reading it takes more than ${LONGEST / 1_000} seconds. Cut it into parts, or save its text alone as plain text (.txt).`;
const TOO_MUCH =
  'reading it takes more memory than an article needs. Save its text as plain text (.txt) first.';
