import { app, protocol, session } from 'electron';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { failure, success, type Result } from '../core/result';
import type { StartState } from '../ipc/contract';
import { parseArguments, type Arguments } from './arguments';
import { readArticleFile } from './files/article-file';
import { serveRendererFile } from './files/renderer-files';
import { SAMPLE_ID, readSample } from './files/sample';
import { handleCalls } from './ipc/handlers';
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

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(run);
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
  windows.restore(await openAsked(workspace, asked));

  app.on('second-instance', (_event, words, from) => {
    const again = parseArguments(ownArguments(words), from);
    if (again.workspace !== null && again.workspace !== folder)
      return windows.show(
        failure(
          `Diptych is running with the workspace ${folder}. Quit it first, then start it with ${again.workspace}.`,
        ),
      );
    void openAsked(workspace, again).then((opened) =>
      opened ? windows.show(opened) : windows.activate(),
    );
  });
  app.on('activate', () => windows.activate());
  quitWhenSaved(async () => {
    await workspace.settle();
    await viewFile.settle();
    await lock.release();
  });
}

/** Holds the end of the app until everything asked of the workspace is on the disk. */
function quitWhenSaved(settle: () => Promise<void>): void {
  let settled = false;
  app.on('will-quit', (event) => {
    if (settled) return;
    event.preventDefault();
    void settle().finally(() => {
      settled = true;
      app.quit();
    });
  });
}

/** The words after the program and, in development, the app's folder. */
function ownArguments(words: readonly string[]): readonly string[] {
  const own = words
    .slice(1)
    .filter((word) => !word.startsWith('--inspect') && !word.startsWith('--remote-debugging'));
  return app.isPackaged
    ? own
    : own.filter((word) => join(word) !== join(app.getAppPath()) && word !== '.');
}

/** Opens or makes what the command line asks for; the answer is its id, or null when it asks for nothing. */
async function openAsked(workspace: Workspace, asked: Arguments): Promise<Result<string> | null> {
  const [left, right, ...more] = asked.files;
  if (left === undefined) {
    if (!asked.sample) return null;
    const opened = await workspace.openOrCreate(SAMPLE_ID, () =>
      readSample(join(RESOURCES, 'sample')),
    );
    return opened.ok ? success(opened.value.comparison.id) : opened;
  }
  if (right === undefined || more.length > 0)
    return failure(
      'A comparison takes two article files. Start Diptych with both: diptych left.txt right.txt',
    );
  const [leftDraft, rightDraft] = await Promise.all([
    readArticleFile(left),
    readArticleFile(right),
  ]);
  if (!leftDraft.ok) return leftDraft;
  if (!rightDraft.ok) return rightDraft;
  const made = await workspace.create({
    title: '',
    left: leftDraft.value,
    right: rightDraft.value,
  });
  return made.ok ? success(made.value.comparison.id) : made;
}
