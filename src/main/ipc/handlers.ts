import { clipboard, dialog, ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { join } from 'node:path';
import type { Comparison } from '../../core/model/comparison';
import { failure, success, type Result } from '../../core/result';
import { CALLS, type Calls, type Opened, type StartState } from '../../ipc/contract';
import { payloads } from '../../ipc/payloads';
import { readComparisonFile, readComparisonText } from '../files/comparison-file';
import { readSample, SAMPLE_ID } from '../files/sample';
import type { ViewFile } from '../store/view-file';
import { saveProblem } from '../store/words';
import type { Workspace } from '../store/workspace';
import { PAGE, setTheme } from '../window';
import type { AppWindow, Windows } from '../windows';
import { deskOf } from './batch';
import { chooseAnnotationFiles } from './choose-annotations';
import { commit, openWith } from './commit';
import { chooseCopy } from './choose-copy';
import { cancelExport, exportAll, exportComparison } from './export';
import { openLink } from './open-link';
import { printReport, savePdf } from './print';
import { saveCopy } from './save-copy';
import { copyEarlier, earlierDays } from './earlier';
import { chooseArticle, readChosen, readFor, stopReading } from './reading';
import { searchTexts } from './search';
import { showIn, showOnceIn } from './show';

/** What the handlers work on. */
export interface Services {
  readonly workspace: Workspace;
  readonly viewFile: ViewFile;
  readonly windows: Windows;
  readonly resources: string;
  readonly start: (caller: AppWindow) => Promise<StartState>;
}

type Handlers = {
  readonly [K in keyof Calls]: (
    ...args: Parameters<Calls[K]>
  ) => ReturnType<Calls[K]> | Promise<ReturnType<Calls[K]>>;
};

/** Answers the contract's calls: the sender is checked, the payload parsed, then the handler runs. */
export function handleCalls(services: Services): void {
  for (const name of CALLS) {
    ipcMain.handle(name, (event, ...args: unknown[]) => {
      const caller = services.windows.of(event.sender);
      if (!caller || !isTrusted(event))
        throw new Error(`${name}: refused, the sender is not Diptych’s page`);
      const parsed = payloads[name].safeParse(args);
      if (!parsed.success)
        throw new Error(`${name}: refused, the arguments do not fit the contract`);
      const handler = makeHandlers(services, caller)[name] as (...args: unknown[]) => unknown;
      return handler(...(parsed.data as unknown[]));
    });
  }
}

function isTrusted({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url === PAGE;
}

/** The handlers for the calls of one window. */
function makeHandlers(services: Services, caller: AppWindow): Handlers {
  const { workspace, viewFile, windows, resources, start } = services;
  const { window } = caller;
  const show = (opening: Promise<Result<Opened>>) => showIn(services, caller, opening);
  const showOnce = (id: string, open: () => Promise<Result<Opened>>) =>
    showOnceIn(services, caller, id, open);
  /** Two windows never change one comparison. */
  const unlessElsewhere = <T>(id: string, change: () => T) =>
    windows.isElsewhere(id, caller) ? failure(ELSEWHERE) : change();
  return {
    start: () => start(caller),
    library: () => workspace.library(),
    searchTexts: (query) =>
      searchTexts(workspace, caller, query, (reading) =>
        windows.tell('reading', reading, (each) => each === caller),
      ),
    snippet: (id, query) => workspace.snippet(id, query),
    createComparison: (draft) => show(workspace.create(draft)),
    openComparison: (id) => showOnce(id, () => openWith(windows, id, workspace.open(id))),
    openSample: () =>
      showOnce(SAMPLE_ID, () =>
        workspace.openOrCreate(SAMPLE_ID, () => readSample(join(resources, 'sample'))),
      ),
    closeComparison: () => {
      windows.setOpen(caller, null);
      return null;
    },
    openWindow: (id) => {
      windows.open(id);
      return null;
    },
    mayClose: (left) => {
      caller.mayClose(left);
      return null;
    },
    clearRecent: () => {
      windows.setRecent([]);
      return null;
    },
    commit: (id, edits, baseRevision) =>
      unlessElsewhere(id, () => commit(services, caller, id, edits, baseRevision)),
    earlierDays: (id) => earlierDays(workspace, id),
    openEarlier: (id, day) => workspace.openEarlier(id, day),
    copyEarlier: (id, day) => show(copyEarlier(workspace, id, day)),
    readCopy: (copy) => workspace.readCopy(copy),
    putCopyAside: (copy) => workspace.putCopyAside(copy),
    chooseCopy: () => chooseCopy(window),
    duplicateComparison: (id) => workspace.duplicate(id),
    deleteComparison: (id) => unlessElsewhere(id, () => workspace.setDeleted(id, true)),
    restoreComparison: (id) => workspace.setDeleted(id, false),
    chooseArticle: (side) => chooseArticle(caller, side),
    readChosen: () => readChosen(caller),
    readArticle: (name, bytes) => readFor(caller, { name, bytes }),
    readPasted: (html) =>
      readFor(caller, { name: 'Pasted text', bytes: new TextEncoder().encode(html), pasted: true }),
    stopReading: () => stopReading(caller),
    saveCopy: (comparison) => saveCopy(window, comparison),
    exportComparison: (id, choice) => exportComparison(services, window, id, choice),
    exportAll: (choice) => exportAll(services, caller, choice),
    cancelExport: () => cancelExport(caller),
    chooseAnnotationFiles: () => chooseAnnotationFiles(window),
    importComparison: async () => {
      const read = await chooseImport(window);
      if (!read.ok) return read;
      return read.value === null ? success(null) : show(workspace.add(read.value));
    },
    importDropped: async (name, bytes) => {
      const read = readComparisonText(name, new TextDecoder().decode(bytes));
      return read.ok ? show(workspace.add(read.value)) : read;
    },
    chooseBatch: (kind) => deskOf(caller).choose(kind),
    makeBatch: () =>
      deskOf(caller).make(workspace, (progress) =>
        windows.tell('batch', progress, (each) => each === caller),
      ),
    stopBatch: async () => {
      await deskOf(caller).stop();
      return null;
    },
    saveView: ({ places, panes }) => {
      const before = viewFile.view();
      viewFile.set({
        places: { ...before.places, ...places },
        panes: { ...before.panes, ...panes },
      });
      return null;
    },
    setPreferences: (preferences) => {
      viewFile.set({ preferences });
      setTheme(preferences.theme);
      windows.tell('preferences', preferences, (each) => each !== caller);
      return null;
    },
    copyText: async (text) => {
      await clipboard.writeText(text);
      return null;
    },
    openLink: (url) => openLink(window, url),
    showContextMenu: (groups, at) => {
      windows.showContextMenu(caller, groups, at);
      return null;
    },
    print: (id) => printReport(services, id),
    savePdf: (id) => savePdf(services, window, id),
    setMenu: (state) => {
      windows.setMenu(caller, state);
      return null;
    },
    setSettings: async (settings) => {
      try {
        await workspace.settings.write(settings);
        windows.tell('settings', settings, (each) => each !== caller);
        return success(null);
      } catch (error) {
        return failure(`The settings were not saved: ${saveProblem(error)}`);
      }
    },
  };
}

const ELSEWHERE =
  'This comparison is open in another window. Change it there, or close that window first.';

const IMPORT_FILTER = { name: 'Diptych comparison', extensions: ['diptych.json', 'json'] };
/** Asks for a Diptych JSON file and reads it; null when the user cancels. */
async function chooseImport(window: BrowserWindow): Promise<Result<Comparison | null>> {
  const options: Electron.OpenDialogOptions = {
    title: 'Import a comparison',
    filters: [IMPORT_FILTER],
    properties: ['openFile'],
  };
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
  const path = filePaths[0];
  if (canceled || path === undefined) return success(null);
  return readComparisonFile(path);
}
