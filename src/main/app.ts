import { app, dialog, protocol, session } from 'electron';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { failure } from '../core/result';
import type { StartState } from '../ipc/contract';
import { parseArguments, type Arguments } from './arguments';
import { serveRendererFile } from './files/renderer-files';
import { handleCalls } from './ipc/handlers';
import { openAsked } from './open-asked';
import { takeLock } from './store/lock';
import { withTitle, without } from './store/recent';
import { openViewFile } from './store/view-file';
import { holderWords } from './store/words';
import { Workspace } from './store/workspace';
import { confine, confineSession, followTheme, setTheme } from './window';
import { Windows } from './windows';

const RESOURCES = app.isPackaged
  ? join(process.resourcesPath, 'resources')
  : join(import.meta.dirname, '../../resources');
const RENDERER = join(import.meta.dirname, '../renderer');
const PLATFORMS: Partial<Record<NodeJS.Platform, StartState['platform']>> = {
  darwin: 'mac',
  win32: 'windows',
};

protocol.registerSchemesAsPrivileged([
  { scheme: 'diptych', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
// As root, Linux runs Chromium only without its sandbox; asking for both would end every child process at once.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

// What is asked while the app starts waits: a Mac tells of a double-clicked file before everything else, and a second file
// that is double-clicked comes from another start at any time.
const waiting: Arguments[] = [];
let onAsked: (asked: Arguments) => void = (asked) => waiting.push(asked);
app.on('open-file', (event, file) => {
  event.preventDefault();
  onAsked({ files: [file], sample: false, workspace: null });
});
app.on('second-instance', (_event, words, from) =>
  onAsked(parseArguments(ownArguments(words), from)),
);

if (app.requestSingleInstanceLock()) {
  app.whenReady().then(run).catch(sayAndEnd);
} else {
  app.quit();
}

async function run(): Promise<void> {
  const asked = parseArguments(ownArguments(process.argv), process.cwd());
  const folder = asked.workspace ?? join(app.getPath('documents'), 'Diptych');
  const viewFile = await openViewFile(join(app.getPath('userData'), 'view.json'));
  const windows = new Windows(viewFile);
  const lock = await takeLock(folder, 'Diptych', () => windows.tell('readOnly', readOnly()));
  const readOnly = () => {
    const holder = lock.heldBy();
    return holder && holderWords(holder);
  };
  const workspace = new Workspace(folder, {
    readOnly,
    now: () => new Date().toISOString(),
    newId: uuidv7,
    onChanged: (id, entry) => {
      windows.tell('changed', { id, entry }, ({ open }) => open === null);
      const { recent } = viewFile.view();
      windows.setRecent(entry ? withTitle(recent, entry) : without(recent, id));
    },
  });

  setTheme(viewFile.view().preferences.theme);
  followTheme();
  protocol.handle('diptych', (request) => serveRendererFile(request.url, RENDERER));
  confineSession(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => confine(contents));
  handleCalls({
    workspace,
    viewFile,
    windows,
    resources: RESOURCES,
    start: async (own) => {
      const { preferences, panes, recent } = viewFile.view();
      const { problem } = own;
      own.problem = null;
      return {
        platform: PLATFORMS[process.platform] ?? 'linux',
        version: app.getVersion(),
        settings: await workspace.settings.read(),
        preferences,
        panes,
        recent,
        open: own.open,
        readOnly: readOnly(),
        problem,
      };
    },
  });
  windows.restore(await openAsked(workspace, asked, RESOURCES));

  let last = Promise.resolve();
  onAsked = (again) => {
    if (again.workspace !== null && again.workspace !== folder)
      return windows.show(
        failure(
          `Diptych is running with the workspace ${folder}. Quit it first, then start it with ${again.workspace}.`,
        ),
      );
    // One after the other: a file that is asked for twice is imported once.
    const open = async () => windows.showAll(await openAsked(workspace, again, RESOURCES));
    last = last.then(open, open);
  };
  waiting.splice(0).forEach(onAsked);
  app.on('activate', () => windows.activate());
  quitWhenSettled(async () => {
    onAsked = () => undefined;
    await Promise.allSettled([workspace.settle(), viewFile.settle()]);
    await lock.release();
  });
}

/** Says why there is no window, instead of running on without one. */
function sayAndEnd(error: Error): void {
  dialog.showErrorBox('Diptych could not start', `${error.message}\n\nStart it again.`);
  app.exit(1);
}

/** How long the end of the app is held, in milliseconds: a folder may never answer, and all that was said to be saved is. */
const LONGEST_END = 10_000;

/** Holds the end of the app until everything asked of the workspace is in its place on the disk. */
function quitWhenSettled(settle: () => Promise<void>): void {
  let settled = false;
  app.on('will-quit', (event) => {
    if (settled) return;
    event.preventDefault();
    // Quitting would wait for what is still asked of the folder.
    const limit = setTimeout(() => process.kill(process.pid, 'SIGKILL'), LONGEST_END);
    const end = () => {
      clearTimeout(limit);
      settled = true;
      app.quit();
    };
    settle().then(end, end);
  });
}

/** The words after the program and, in development, the app's folder. */
function ownArguments(words: readonly string[]): readonly string[] {
  const own = words.slice(1);
  return app.isPackaged
    ? own
    : own.filter((word) => join(word) !== join(app.getAppPath()) && word !== '.');
}
