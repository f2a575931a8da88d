import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DiptychApi } from '../src/ipc/contract';
import { LibraryPage } from './pages/library-page';
import { WorkspacePage } from './pages/workspace-page';

/** A window and what it shows. */
export interface Shown {
  readonly page: Page;
  readonly library: LibraryPage;
  readonly workspace: WorkspacePage;
}

/** A running Diptych. */
export class Diptych {
  readonly process: ReturnType<ElectronApplication['process']>;
  readonly library: LibraryPage;
  readonly workspace: WorkspacePage;
  /** What the page wrote to its console as errors, and errors it did not catch. */
  readonly errors: string[] = [];

  constructor(
    readonly app: ElectronApplication,
    readonly page: Page,
    readonly folder: string,
  ) {
    this.process = app.process();
    this.library = new LibraryPage(page);
    this.workspace = new WorkspacePage(page);
    this.#listen(page);
  }

  /** Answers the next save and open dialogs with these paths; null cancels. */
  async answerDialogs(paths: readonly string[] | null): Promise<void> {
    await this.app.evaluate(({ dialog }, answer) => {
      const canceled = answer === null;
      dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: answer?.[0] ?? '' });
      dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: [...(answer ?? [])] });
    }, paths);
  }

  /** Answers the system's questions by the labels of buttons, in turn, and leaves the next one open; tells what was asked. */
  async answerQuestions(
    ...labels: readonly string[]
  ): Promise<() => Promise<readonly Electron.MessageBoxOptions[]>> {
    await this.app.evaluate(({ dialog }, given) => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      const left = [...given];
      dialog.showMessageBox = (_window: unknown, options?: Electron.MessageBoxOptions) => {
        asked.push(options);
        const label = left.shift();
        if (label === undefined) return new Promise(() => undefined);
        const response = options?.buttons?.indexOf(label) ?? -1;
        return Promise.resolve({ response, checkboxChecked: false });
      };
    }, labels);
    return () =>
      this.app.evaluate(() =>
        // Signals cannot be handed over.
        (globalThis as unknown as { asked: Electron.MessageBoxOptions[] }).asked.map(
          ({ message, buttons }) => ({ message, ...(buttons ? { buttons } : {}) }),
        ),
      );
  }

  /** Closes the first window as its close button does. */
  async closeWindow(): Promise<void> {
    await this.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  }

  /** Chooses an item of the native menu. */
  async chooseMenu(id: string): Promise<void> {
    await this.app.evaluate(({ Menu }, itemId) => {
      Menu.getApplicationMenu()?.getMenuItemById(itemId)?.click();
    }, id);
  }

  /** An item of the native menu as it is now. */
  async menuItem(id: string): Promise<{ label: string; enabled: boolean; accelerator: string }> {
    return this.app.evaluate(({ Menu }, itemId) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
      return {
        label: item?.label ?? '',
        enabled: item?.enabled ?? false,
        accelerator: item?.accelerator ?? '',
      };
    }, id);
  }

  /** The window that an action opens. */
  readonly openedBy = async (action: () => Promise<unknown>): Promise<Shown> => {
    const [page] = await Promise.all([this.app.waitForEvent('window'), action()]);
    this.#listen(page);
    await keepFocused(page);
    await page.waitForSelector('h1');
    return { page, library: new LibraryPage(page), workspace: new WorkspacePage(page) };
  };

  #listen(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  /** Has native menus that would open kept instead, to be looked at and chosen from. */
  async keepContextMenus(): Promise<void> {
    await this.app.evaluate(({ Menu }) => {
      Menu.prototype.popup = function popup(this: Electron.Menu) {
        Object.assign(globalThis, { popup: this });
      };
    });
  }

  /** The labels of the context menu that was opened last, without its lines and what is grey. */
  async contextMenu(): Promise<string[]> {
    return this.app.evaluate(() => {
      const { popup } = globalThis as unknown as { popup?: Electron.Menu };
      return (popup?.items ?? [])
        .filter(({ type, enabled }) => type !== 'separator' && enabled)
        .map(({ label }) => label);
    });
  }

  /** Chooses an item of the context menu that was opened last. */
  async chooseContextMenu(label: string): Promise<void> {
    await this.app.evaluate((_main, wanted) => {
      const { popup } = globalThis as unknown as { popup?: Electron.Menu };
      popup?.items.find((item) => item.label === wanted)?.click();
    }, label);
  }

  /** Quits as a person does, and waits for the end. */
  async quit(): Promise<void> {
    await this.app.close();
  }

  /** Ends the app after a test: quits it or, should that take too long, kills it. Quitting has tests of its own. */
  async end(): Promise<void> {
    const impatience = setTimeout(() => this.process.kill('SIGKILL'), 10_000);
    // Whatever the test left unfinished may go.
    await this.app
      .evaluate(({ dialog }) => {
        dialog.showMessageBox = (_window: unknown, options?: Electron.MessageBoxOptions) =>
          Promise.resolve({
            response: (options?.buttons?.length ?? 1) - 1,
            checkboxChecked: false,
          });
      })
      .catch(() => undefined);
    await this.app.close().catch(() => undefined);
    clearTimeout(impatience);
  }

  /** Ends the app at once, as a power cut would. */
  async kill(): Promise<void> {
    const ended = new Promise((done) => {
      this.process.once('exit', done);
    });
    this.process.kill('SIGKILL');
    await ended;
  }
}

/** Has a page believe that its window is the one in front: other tests' windows stand on the same display. */
async function keepFocused(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
}

/** The app once more, in a folder of its own, with a home page. */
async function withHomepage(homepage: string, folder: string): Promise<string> {
  const copy = join(folder, 'app');
  await mkdir(copy);
  for (const each of ['out', 'resources', 'node_modules'])
    await symlink(join(ROOT, each), join(copy, each), 'junction');
  const about = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as object;
  await writeFile(join(copy, 'package.json'), JSON.stringify({ ...about, homepage }));
  return copy;
}

interface Fixtures {
  /** Whether what the app's JavaScript asks of the network and the disk is noted: see `watch/watch.ts`. */
  readonly watched: boolean;
  /** The home page that the app's package.json names; none in development. */
  readonly homepage: string | null;
  /** A folder of this test's own, for the workspace and for files. */
  readonly folder: string;
  /** Starts Diptych on the test's own workspace; may be called again after quitting. */
  readonly launch: (...words: string[]) => Promise<Diptych>;
}

/** What notes the app's doings, and the file of a test's folder in which it does. */
const WATCH = join(import.meta.dirname, 'watch/node-watch.cjs');
export const WATCH_LOG = 'watched.jsonl';

/** Where the repository is. */
export const ROOT = resolve(import.meta.dirname, '..');

/** A test with a fresh workspace; whatever it started is ended after it. */
export const test = base.extend<Fixtures>({
  watched: [false, { option: true }],
  homepage: [null, { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'diptych-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  launch: async ({ folder, watched, homepage }, use) => {
    const running: Diptych[] = [];
    const program = homepage === null ? '.' : await withHomepage(homepage, folder);
    await use(async (...words) => {
      const flags = JSON.parse(process.env['DIPTYCH_ELECTRON_ARGS'] ?? '[]') as string[];
      const app = await _electron.launch({
        args: [
          ...flags,
          ...(watched ? ['-r', WATCH] : []),
          program,
          `--user-data-dir=${join(folder, 'user')}`,
          `--workspace=${join(folder, 'workspace')}`,
          ...words,
        ],
        cwd: ROOT,
        env: { ...process.env, DIPTYCH_WATCH_LOG: join(folder, WATCH_LOG) },
      });
      const diptych = new Diptych(app, await app.firstWindow(), folder);
      running.push(diptych);
      await keepFocused(diptych.page);
      await diptych.page.waitForSelector('h1');
      return diptych;
    });
    for (const diptych of running) await diptych.end();
    for (const diptych of running) expect(diptych.errors).toEqual([]);
  },
});

export { expect };

declare global {
  interface Window {
    readonly diptych: DiptychApi;
  }
}
