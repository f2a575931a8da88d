import { dialog, ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readDiptychJson, writeDiptychJson } from '../../core/exchange/diptych-json';
import type { Side } from '../../core/model/fields';
import { failure, success, type Result } from '../../core/result';
import {
  CALLS,
  type ArticleDraft,
  type Calls,
  type Opened,
  type StartState,
} from '../../ipc/contract';
import { payloads } from '../../ipc/payloads';
import { ARTICLE_EXTENSIONS, draftFromBytes, readArticleFile, sha256 } from '../files/article-file';
import { readSample, SAMPLE_ID } from '../files/sample';
import { showMenu } from '../menu';
import { writeDurably } from '../store/json-file';
import type { ViewFile } from '../store/view-file';
import type { Workspace } from '../store/workspace';
import { PAGE, setTheme } from '../window';

/** What the handlers work on. */
export interface Services {
  readonly workspace: Workspace;
  readonly viewFile: ViewFile;
  readonly resources: string;
  readonly window: () => BrowserWindow | null;
  readonly start: () => Promise<StartState>;
}

type Handlers = {
  readonly [K in keyof Calls]: (
    ...args: Parameters<Calls[K]>
  ) => ReturnType<Calls[K]> | Promise<ReturnType<Calls[K]>>;
};

/** Answers the contract's calls: the sender is checked, the payload parsed, then the handler runs. */
export function handleCalls(services: Services): void {
  const handlers = makeHandlers(services);
  for (const name of CALLS) {
    const handler = handlers[name] as (...args: unknown[]) => unknown;
    ipcMain.handle(name, (event, ...args: unknown[]) => {
      if (!isTrusted(event)) throw new Error(`${name}: refused, the sender is not Diptych’s page`);
      const parsed = payloads[name].safeParse(args);
      if (!parsed.success)
        throw new Error(`${name}: refused, the arguments do not fit the contract`);
      return handler(...(parsed.data as unknown[]));
    });
  }
}

function isTrusted({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url === PAGE;
}

function makeHandlers({ workspace, viewFile, resources, window, start }: Services): Handlers {
  return {
    start,
    library: () => workspace.library(),
    createComparison: (draft) => workspace.create(draft),
    openComparison: (id) => workspace.open(id),
    openSample: () =>
      workspace.openOrCreate(SAMPLE_ID, () => readSample(join(resources, 'sample'))),
    commit: (id, edits, baseRevision) => workspace.commit(id, edits, baseRevision),
    duplicateComparison: (id) => workspace.duplicate(id),
    deleteComparison: (id) => workspace.setDeleted(id, true),
    restoreComparison: (id) => workspace.setDeleted(id, false),
    chooseArticles: (side) => chooseArticles(window(), side),
    readArticle: draftFromBytes,
    exportComparison: (id) => exportComparison(window(), workspace, id),
    importComparison: () => importComparison(window(), workspace),
    importDropped: (name, bytes) => importJson(workspace, name, new TextDecoder().decode(bytes)),
    saveView: (view) => {
      viewFile.set({ view });
      setTheme(view.preferences.theme);
      return null;
    },
    setMenu: (state) => {
      const shown = window();
      if (shown) showMenu(shown, state);
      return null;
    },
    setSettings: async (settings) => {
      try {
        await workspace.settings.write(settings);
        return success(null);
      } catch (error) {
        return failure(`The settings were not saved: ${(error as Error).message}. Try again.`);
      }
    },
  };
}

const ARTICLE_FILTER = { name: 'Articles', extensions: [...ARTICLE_EXTENSIONS] };
const EXPORT_FILTER = { name: 'Diptych comparison', extensions: ['diptych.json', 'json'] };

async function chooseArticles(
  window: BrowserWindow | null,
  side: Side | null,
): Promise<Result<readonly ArticleDraft[]>> {
  const options: Electron.OpenDialogOptions = {
    title: side ? `Choose the ${side} article` : 'Choose two articles',
    filters: [ARTICLE_FILTER],
    properties: side ? ['openFile'] : ['openFile', 'multiSelections'],
  };
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  if (canceled) return success([]);
  const drafts: ArticleDraft[] = [];
  for (const path of filePaths.slice(0, 2)) {
    const draft = await readArticleFile(path);
    if (!draft.ok) return draft;
    drafts.push(draft.value);
  }
  return success(drafts);
}

async function exportComparison(
  window: BrowserWindow | null,
  workspace: Workspace,
  id: string,
): Promise<Result<string | null>> {
  const opened = await workspace.open(id);
  if (!opened.ok) return opened;
  const { comparison } = opened.value;
  const options: Electron.SaveDialogOptions = {
    title: 'Export the comparison',
    defaultPath: `${fileNameFor(comparison.title)}.diptych.json`,
    filters: [EXPORT_FILTER],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return success(null);
  try {
    await writeDurably(filePath, writeDiptychJson(comparison));
    return success(basename(filePath));
  } catch (error) {
    return failure(
      `“${basename(filePath)}” could not be written: ${(error as Error).message}. Choose another place.`,
    );
  }
}

/** A title as a file name that every system takes. */
function fileNameFor(title: string): string {
  const name = title
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|[. ]+$/g, '');
  return Array.from(name).slice(0, 80).join('').trim() || 'comparison';
}

async function importComparison(
  window: BrowserWindow | null,
  workspace: Workspace,
): Promise<Result<Opened | null>> {
  const options: Electron.OpenDialogOptions = {
    title: 'Import a comparison',
    filters: [EXPORT_FILTER],
    properties: ['openFile'],
  };
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  const path = filePaths[0];
  if (canceled || path === undefined) return success(null);
  try {
    return await importJson(workspace, basename(path), await readFile(path, 'utf8'));
  } catch (error) {
    return failure(`“${basename(path)}” could not be read: ${(error as Error).message}.`);
  }
}

async function importJson(
  workspace: Workspace,
  name: string,
  json: string,
): Promise<Result<Opened>> {
  const read = readDiptychJson(json, sha256);
  return read.ok
    ? workspace.add(read.value)
    : failure(`“${name}” was not imported. ${read.problem}`);
}
