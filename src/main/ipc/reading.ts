import { dialog } from 'electron';
import { basename } from 'node:path';
import type { Side } from '../../core/model/fields';
import type { Reading } from '../../core/reading/reading';
import { success, type Result } from '../../core/result';
import { readFileBytes } from '../files/article-file';
import { readInWorker } from '../files/reading/in-worker';
import { ARTICLE_EXTENSIONS } from '../files/reading/kind';
import type { Source } from '../files/reading/read-bytes';
import type { AppWindow } from '../windows';

/** What each window's readings are stopped by. */
const stops = new WeakMap<AppWindow, AbortController>();

/** Reads what a window asks for, until it says stop. */
export function readFor(caller: AppWindow, source: Source): Promise<Result<Reading>> {
  return readInWorker(source, stopOf(caller).signal);
}

/** Ends all that a window has being read. */
export function stopReading(caller: AppWindow): null {
  stopOf(caller).abort();
  stops.delete(caller);
  return null;
}

function stopOf(caller: AppWindow): AbortController {
  const stop = stops.get(caller) ?? new AbortController();
  stops.set(caller, stop);
  return stop;
}

const FILTER = { name: 'Articles', extensions: [...ARTICLE_EXTENSIONS] };

/** Asks for the article of one side, or for both, and reads what was chosen; none when the user cancels. */
export async function chooseArticles(
  caller: AppWindow,
  side: Side | null,
): Promise<Result<readonly Reading[]>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(caller.window, {
    title: side ? `Choose the ${side} article` : 'Choose two articles',
    filters: [FILTER],
    properties: side ? ['openFile'] : ['openFile', 'multiSelections'],
  });
  if (canceled) return success([]);
  const readings: Reading[] = [];
  for (const path of filePaths.slice(0, side ? 1 : 2)) {
    const bytes = await readFileBytes(path);
    if (!bytes.ok) return bytes;
    const reading = await readFor(caller, { name: basename(path), bytes: bytes.value });
    if (!reading.ok) return reading;
    readings.push(reading.value);
  }
  return success(readings);
}
