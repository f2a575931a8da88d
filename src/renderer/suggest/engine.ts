import type { Answer, Request } from './messages';

/** How long the worker may say nothing before it is given up, in milliseconds. */
const SILENCE = 60_000;

type Unnumbered<T> = T extends unknown ? Omit<T, 'job'> : never;

/** What a request is told: each answer to it, or in words why there will be none. */
export interface Listener {
  readonly onAnswer: (answer: Answer) => void;
  readonly onDeath: (problem: string) => void;
}

let worker: Worker | null = null;
let jobs = 0;
const waiting = new Map<number, { listener: Listener; timer: ReturnType<typeof setTimeout> }>();

/** Asks the worker, which is started when there is none; the answer takes the request back, ending what it waits for. */
export function ask(request: Unnumbered<Request>, listener: Listener): () => void {
  const job = ++jobs;
  worker ??= start();
  watch(job, listener);
  worker.postMessage({ ...request, job });
  return () => {
    if (!forget(job)) return;
    // Only a worker that is not there can stop what it does; a new one is made when it is needed.
    if (waiting.size === 0) stop();
  };
}

function start(): Worker {
  const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const { listener } = waiting.get(data.job) ?? {};
    if (!listener) return;
    if (data.type === 'step') watch(data.job, listener);
    else forget(data.job);
    listener.onAnswer(data);
  });
  const died = (event: Event) => {
    event.preventDefault();
    const reason = event instanceof ErrorEvent && event.message ? ` (${event.message})` : '';
    if (worker === made) giveUp(`The part of Diptych that looks for duplicates stopped${reason}.`);
  };
  made.addEventListener('error', died);
  made.addEventListener('messageerror', died);
  return made;
}

function watch(job: number, listener: Listener): void {
  forget(job);
  const timer = setTimeout(
    () => giveUp('Looking for duplicates took too long and was stopped.'),
    SILENCE,
  );
  waiting.set(job, { listener, timer });
}

function forget(job: number): boolean {
  clearTimeout(waiting.get(job)?.timer);
  return waiting.delete(job);
}

function stop(): void {
  worker?.terminate();
  worker = null;
}

function giveUp(problem: string): void {
  stop();
  const listeners = [...waiting.values()].map(({ listener }) => listener);
  for (const job of waiting.keys()) forget(job);
  for (const { onDeath } of listeners) onDeath(problem);
}
