#!/usr/bin/env node
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { run } from './run';
import { answerTasks } from './worker';

// This one program is the command and, started by it, each of its workers.
if (parentPort) answerTasks(parentPort);
else await main();

async function main(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => stop.abort(128 + constants.signals[signal]));
  // Nobody reads on: a quiet end, wherever it is noticed.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  process.exitCode = await run(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    folder: process.cwd(),
    program: fileURLToPath(import.meta.url),
    stop: stop.signal,
  });
}
