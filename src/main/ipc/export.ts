import { dialog, type BrowserWindow } from 'electron';
import { appendFile, mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { collect } from '../../core/exchange/collect';
import { fileNameFor } from '../../core/exchange/file-names';
import type { ExportedFile, WriteContext } from '../../core/exchange/format';
import { formatOf } from '../../core/exchange/formats';
import type { Comparison } from '../../core/model/comparison';
import { failure, success, type Result } from '../../core/result';
import type { AllExported, ExportChoice, Progress } from '../../ipc/contract';
import { codeOf } from '../store/disk';
import { writeDurably } from '../store/json-file';
import type { Workspace } from '../store/workspace';
import type { AppWindow, Windows } from '../windows';

interface Exporting {
  readonly workspace: Workspace;
  readonly windows: Windows;
}

/** Asks where to, then writes one comparison: a file, or a new folder where the format takes several. */
export async function exportComparison(
  { workspace }: Exporting,
  window: BrowserWindow,
  id: string,
  choice: ExportChoice,
): Promise<Result<string | null>> {
  const opened = await workspace.open(id);
  if (!opened.ok) return opened;
  const { comparison } = opened.value;
  const { ending, label, writeOne } = formatOf(choice.format);
  const path = await askWhere(window, {
    title: 'Export the comparison',
    defaultPath: `${fileNameFor(comparison.title)}${ending ?? ''}`,
    filters: ending === null ? [] : [{ name: label, extensions: [ending.slice(1)] }],
  });
  if (path === null) return success(null);
  return writing(path, async () => {
    const files = writeOne(comparison, await contextOf(workspace, choice));
    if (ending === null) await writeFolder(path, files);
    else for (const { text } of files) await writeDurably(path, text);
    return basename(path);
  });
}

const cancelling = new WeakMap<AppWindow, AbortController>();

/** Asks where to, then writes every comparison of the workspace into a new folder, telling the window how far it is. */
export async function exportAll(
  { workspace, windows }: Exporting,
  caller: AppWindow,
  choice: ExportChoice,
): Promise<Result<AllExported | null>> {
  const path = await askWhere(caller.window, {
    title: 'Export everything into a new folder',
    defaultPath: 'Diptych export',
  });
  if (path === null) return success(null);
  const stop = new AbortController();
  cancelling.set(caller, stop);
  const { entries, unreadable } = await workspace.library();
  const problems = unreadable.map(({ file, problem }) => `“${file}” was not exported. ${problem}`);
  let count = 0;
  const tell = (progress: Progress) =>
    windows.tell('exporting', progress, (each) => each === caller);
  async function* comparisons(): AsyncGenerator<Comparison> {
    for (const [done, { id, title }] of entries.entries()) {
      if (stop.signal.aborted) return;
      tell({ done, total: entries.length });
      const read = await workspace.read(id);
      if (read.ok) {
        count += 1;
        yield read.value;
      } else problems.push(`“${title}” was not exported. ${read.problem}`);
    }
  }
  return writing(path, async () => {
    await makeFolder(path);
    try {
      const context = await contextOf(workspace, choice);
      for await (const { name, text } of collect(formatOf(choice.format), comparisons(), context)) {
        await mkdir(dirname(join(path, name)), { recursive: true });
        await appendFile(join(path, name), text);
      }
    } catch (error) {
      await rm(path, { recursive: true, force: true });
      throw error;
    }
    if (!stop.signal.aborted) return { folder: basename(path), count, problems };
    await rm(path, { recursive: true, force: true });
    return null;
  });
}

/** Ends the export of everything that a window asked for. */
export function cancelExport(caller: AppWindow): null {
  cancelling.get(caller)?.abort();
  return null;
}

/** Asks for the place of a new file or folder; null when the user cancels. */
export async function askWhere(
  window: BrowserWindow,
  options: Electron.SaveDialogOptions,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, options);
  return canceled || !filePath ? null : filePath;
}

async function contextOf(workspace: Workspace, { withText }: ExportChoice): Promise<WriteContext> {
  return { withText, settings: await workspace.settings.read() };
}

/** Makes a folder that is not there yet, so that nothing in one that is there is written over. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      throw new Error('a folder or file of that name is there already', { cause: error });
    throw error;
  }
}

async function writeFolder(path: string, files: readonly ExportedFile[]): Promise<void> {
  await makeFolder(path);
  try {
    for (const { name, text } of files) await writeDurably(join(path, name), text);
  } catch (error) {
    await rm(path, { recursive: true, force: true });
    throw error;
  }
}

/** What writing answers, or why it failed, in words. */
export async function writing<T>(path: string, write: () => Promise<T>): Promise<Result<T>> {
  try {
    return success(await write());
  } catch (error) {
    return failure(
      `“${basename(path)}” could not be written: ${(error as Error).message}. Choose another place.`,
    );
  }
}
