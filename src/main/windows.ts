import { app, type BrowserWindow, type WebContents } from 'electron';
import type { Edit } from '../core/edit/edit';
import { success, type Result } from '../core/result';
import type { Calls, Events, Left, MenuState, Point, RecentComparison } from '../ipc/contract';
import { keysNow } from '../ipc/keymap';
import { DEFAULT_PREFERENCES } from '../ipc/preferences';
import { askBeforeClosing } from './closing';
import { offerEditing, popUpCommands } from './context-menu';
import { mendPage } from './mending';
import { showMenu } from './menu';
import { withOpened, without } from './store/recent';
import type { ViewFile, WindowPlace } from './store/view-file';
import { boundsOf, openWindow, PAGE, rememberBounds } from './window';

/** One of the app's windows. */
export interface AppWindow {
  readonly window: BrowserWindow;
  /** The comparison it shows; no other window shows the same one. */
  open: string | null;
  /** What its page is to tell when it starts. */
  problem: string | null;
  menu: MenuState | null;
  /** The page's answer to `closing`. */
  readonly mayClose: (left: Left) => void;
}

/** How far a new window stands from the one before it, in device-independent pixels. */
const CASCADE = 26;

/** The windows of the app, which are kept in the view file and brought back by it. */
export class Windows {
  /** The edits that could not be written yet, by their comparisons, should a page end before they are. */
  readonly unwritten = new Map<string, readonly Edit[]>();
  readonly #viewFile: ViewFile;
  #all: readonly AppWindow[] = [];
  #front: AppWindow | null = null;
  #quitting = false;

  constructor(viewFile: ViewFile) {
    this.#viewFile = viewFile;
    app.on('before-quit', () => {
      this.#quitting = true;
    });
    app.on('window-all-closed', () => {
      if (this.#quitting || process.platform !== 'darwin') app.quit();
    });
  }

  /** Brings the windows of the last time back, or opens the first one; in front is what was asked for. */
  restore(asked: readonly Result<string>[]): void {
    const seen = new Set<string>();
    for (const place of this.#viewFile.view().windows) {
      // A file that was tampered with may name a comparison twice.
      const twice = place.open !== null && seen.has(place.open);
      if (place.open !== null) seen.add(place.open);
      this.#add(twice ? null : place.open, place.bounds);
    }
    for (const each of asked) this.show(each);
    if (this.#all.length === 0) this.#add(null, null);
  }

  /** Shows what was asked for, the last in front; where nothing was, the app comes to the front as it is. */
  showAll(asked: readonly Result<string>[]): void {
    for (const each of asked) this.show(each);
    if (asked.length === 0) this.activate();
  }

  /** Shows a comparison in the window that has it, in one that shows none, or in a new one; or a problem in front. */
  show(asked: Result<string>): void {
    const to = asked.ok ? this.#holderOf(asked.value) : this.#front;
    const free = this.#all.find(({ open }) => open === null);
    if (to && asked.ok) return this.#bringUp(to);
    const told = to ?? free ?? this.#add(null);
    this.#tellOnceStarted(told, asked);
    this.#bringUp(told);
  }

  /** Opens a window on a comparison, or on the library; one that shows the comparison comes to the front instead. */
  open(id: string | null): void {
    const holder = id === null ? null : this.#holderOf(id);
    if (holder) this.#bringUp(holder);
    else this.#add(id);
  }

  /** Brings the window in front to the user, or opens one. */
  activate(): void {
    if (this.#front) this.#bringUp(this.#front);
    else this.#add(null);
  }

  /** The window of a page. */
  of(contents: WebContents): AppWindow | null {
    return this.#all.find(({ window }) => window.webContents === contents) ?? null;
  }

  /** Whether a window other than `own` shows the comparison. */
  isElsewhere(id: string, own: AppWindow): boolean {
    return this.#all.some((each) => each !== own && each.open === id);
  }

  /** Takes note of what a window shows. */
  setOpen(own: AppWindow, open: string | null): void {
    if (own.open === open) return;
    own.open = open;
    this.#remember();
  }

  /** Takes note of what a window's menu can do. */
  setMenu(own: AppWindow, menu: MenuState): void {
    own.menu = menu;
    if (own === this.#front) this.#showMenu();
  }

  /** Shows a menu of commands at a place of a window's page; what the page cannot do now is left grey. */
  showContextMenu(
    own: AppWindow,
    groups: Parameters<Calls['showContextMenu']>[0],
    at: Point,
  ): void {
    if (!own.menu) return;
    popUpCommands(own.window, groups, at, own.menu, (id) => send(own, 'command', id));
  }

  /** Sends an event to every window that `to` accepts. */
  tell<K extends keyof Events>(
    event: K,
    payload: Events[K],
    to: (each: AppWindow) => boolean = () => true,
  ): void {
    for (const each of this.#all.filter(to)) send(each, event, payload);
  }

  /** Puts a comparison that was opened at the head of the recent ones. */
  noteOpened(opened: RecentComparison): void {
    this.setRecent(withOpened(this.#viewFile.view().recent, opened));
  }

  /** Takes a comparison that cannot be opened out of the recent ones. */
  noteGone(id: string): void {
    this.setRecent(without(this.#viewFile.view().recent, id));
  }

  /** Changes the list of recent comparisons, everywhere it is shown. */
  setRecent(recent: readonly RecentComparison[]): void {
    if (recent === this.#viewFile.view().recent) return;
    this.#viewFile.set({ recent: [...recent] });
    this.tell('recent', recent);
    this.#showMenu();
  }

  #holderOf(id: string): AppWindow | null {
    return this.#all.find(({ open }) => open === id) ?? null;
  }

  #add(open: string | null, bounds: WindowPlace['bounds'] | null = this.#beside()): AppWindow {
    const window = openWindow(bounds);
    const mayClose = askBeforeClosing(window, {
      // A page that has shown its menu listens.
      canAnswer: () => added.menu !== null && !window.webContents.isCrashed(),
      mayLose: () => added.open !== null,
      holds: () => this.#heldFor(added) !== undefined,
      ask: (how) => send(added, 'closing', how),
      onKept: () => {
        this.#quitting = false;
        this.#remember();
      },
      openAgain: () => {
        if (window.webContents.isCrashed()) return reopen();
        const id = this.#heldFor(added);
        if (id !== undefined && id !== added.open) this.show(success(id));
      },
    });
    const added: AppWindow = { window, open, problem: null, menu: null, mayClose };
    const reopen = () => {
      added.menu = null;
      added.problem = STOPPED;
      // Chromium is still putting the old process away.
      setImmediate(() => void window.loadURL(PAGE));
    };
    mendPage(window, (how) => {
      if (how === 'in the library') this.setOpen(added, null);
      reopen();
    });
    this.#all = [...this.#all, added];
    this.#front = added;
    offerEditing(window);
    rememberBounds(window, () => this.#remember());
    // Windows ends programs without asking their windows when it shuts down.
    window.on('query-session-end', (event) => {
      if (this.unwritten.size === 0) return;
      event.preventDefault();
      window.close();
    });
    window.on('focus', () => {
      this.#front = added;
      this.#showMenu();
    });
    window.once('closed', () => this.#forget(added));
    window.once('show', () => process.stdout.write('diptych: ready\n'));
    this.#remember();
    return added;
  }

  /** A comparison with edits that go with this window: its own, while its page is gone, or one that no window shows. */
  #heldFor(own: AppWindow): string | undefined {
    const isHere = (id: string) =>
      own.open === id && (!own.menu || own.window.webContents.isCrashed());
    const isLast = this.#all.length === 1;
    return [...this.unwritten.keys()].find((id) => isHere(id) || (isLast && !this.#holderOf(id)));
  }

  #forget(closed: AppWindow): void {
    const rest = this.#all.filter((each) => each !== closed);
    this.#all = rest;
    if (this.#front === closed) this.#front = rest.at(-1) ?? null;
    this.#showMenu();
    // The windows that are open at the end, or the last one that was, come back at the next start.
    if (!this.#quitting && rest.length > 0) this.#remember();
  }

  #remember(): void {
    if (this.#quitting) return;
    this.#viewFile.set({
      windows: this.#all.map(({ window, open }) => ({ open, bounds: boundsOf(window) })),
    });
  }

  /** A little below and beside the window in front; where the last window stood when there is none. */
  #beside(): WindowPlace['bounds'] | null {
    if (!this.#front) return this.#viewFile.view().windows.at(-1)?.bounds ?? null;
    const { x, y, width, height } = this.#front.window.getNormalBounds();
    return { x: x + CASCADE, y: y + CASCADE, width, height, maximized: false };
  }

  #tellOnceStarted(to: AppWindow, asked: Result<string>): void {
    // A page that has shown its menu listens.
    if (!to.menu) {
      if (asked.ok) this.setOpen(to, asked.value);
      else to.problem = asked.problem;
    } else send(to, 'open', asked);
  }

  #bringUp(shown: AppWindow): void {
    this.#front = shown;
    this.#showMenu();
    if (shown.window.isMinimized()) shown.window.restore();
    shown.window.focus();
  }

  #showMenu(): void {
    const front = this.#front;
    if (front && !front.menu) return;
    showMenu({
      state: front?.menu ?? NOTHING_TO_DO,
      recent: this.#viewFile.view().recent,
      // On a Mac the app and its menu outlive the windows.
      run: (id) => (this.#front ? send(this.#front, 'command', id) : this.#add(null)),
      tag: (name) => this.#front && send(this.#front, 'tag', name),
      open: (id) => (this.#front ? send(this.#front, 'open', success(id)) : this.#add(id)),
    });
  }
}

const STOPPED =
  'This window had stopped working and was opened again. Everything that was saved is here; what was typed or done in the last moment may be missing.';

const NOTHING_TO_DO: MenuState = {
  enabled: ['newWindow'],
  keys: keysNow(DEFAULT_PREFERENCES),
  undo: null,
  redo: null,
  tags: [],
};

function send<K extends keyof Events>({ window }: AppWindow, event: K, payload: Events[K]): void {
  if (!window.isDestroyed()) window.webContents.send(event, payload);
}
