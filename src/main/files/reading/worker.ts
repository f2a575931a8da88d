import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { readBytes, type Source } from './read-bytes';

// The worker that reads one article file: in-worker.ts starts it and may end it at any time.
const port = parentPort as MessagePort;
port.postMessage(await readBytes(workerData as Source));
