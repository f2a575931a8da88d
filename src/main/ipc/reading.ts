import { dialog } from 'electron';
import { basename } from 'node:path';
import type { Side } from '../../core/model/fields';
import type { Reading } from '../../core/reading/reading';
import { failure, type Result } from '../../core/result';
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

/** The files chosen last, by the window that asked for them. */
const chosen = new WeakMap<AppWindow, string>();

/** Asks for the article of one side; its file's name, or null when the user cancels. */
export async function chooseArticle(caller: AppWindow, side: Side): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(caller.window, {
    title: `Choose the ${side} article`,
    filters: [FILTER],
    properties: ['openFile'],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  chosen.set(caller, path);
  return basename(path);
}

/** Reads the file that was chosen last. */
export async function readChosen(caller: AppWindow): Promise<Result<Reading>> {
  const path = chosen.get(caller);
  if (path === undefined) return failure('No file is chosen. Choose one first.');
  const bytes = await readFileBytes(path);
  return bytes.ok ? readFor(caller, { name: basename(path), bytes: bytes.value }) : bytes;
}
