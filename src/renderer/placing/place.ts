import type { ExportedFile } from '../../core/exchange/format';
import type { placeForeign } from '../../core/exchange/place-foreign';
import type { Comparison } from '../../core/model/comparison';
import { failure, type Result } from '../../core/result';

/** Files of annotations for a comparison, who brings them in, and when. */
export interface ToPlace {
  readonly files: readonly ExportedFile[];
  readonly comparison: Comparison;
  readonly by: string;
  readonly now: string;
}

export type Placed = Result<ReturnType<typeof placeForeign>>;

/** What finding the places may take, in milliseconds: a small file can ask for what would take days. */
const LONGEST = 6_000;

/** Reads files of annotations and finds their places, while the page goes on; a failure says why it cannot be done. */
export function placeInWorker(asked: ToPlace): Promise<Placed> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const end = (answer: Placed) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end(failure(TOO_LONG)), LONGEST);
    worker.addEventListener('message', ({ data }: MessageEvent<Placed>) => end(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end(failure(`It could not be read: ${event.message}.`));
    });
    worker.postMessage(asked);
  });
}

const TOO_LONG = `Finding the places of its annotations takes more than ${LONGEST / 1_000} seconds. Import fewer at a time, with the places where they begin and end.`;
