import { BrowserWindow, nativeTheme, screen, type Session, type WebContents } from 'electron';
import { join } from 'node:path';
import type { Preferences } from '../ipc/preferences';
import type { Bounds } from './store/view-file';

/** The only page the app ever shows. */
export const PAGE = 'diptych://app/index.html';

const DEFAULT_SIZE = { width: 1440, height: 900 };

/** Opens a window at its place, with nothing but the contract between the page and the system. */
export function openWindow(wanted: Bounds | null): BrowserWindow {
  const bounds = onScreen(wanted);
  const window = new BrowserWindow({
    ...(bounds ?? DEFAULT_SIZE),
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: 'Diptych',
    backgroundColor: paper(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    // Maximising shows the window, so it waits for the page too.
    if (bounds?.maximized) window.maximize();
    window.show();
  });
  void window.loadURL(PAGE);
  return window;
}

/** Makes the page, the window's frame and the menus light or dark, or as the system is. */
export function setTheme(theme: Preferences['theme']): void {
  nativeTheme.themeSource = theme;
}

/** Keeps what shows while a window is resized in the colour of its page. */
export function followTheme(): void {
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(paper());
  });
}

/** The page's background, as in the styles' tokens. */
function paper(): string {
  return nativeTheme.shouldUseDarkColors ? '#1e1f22' : '#fffefb';
}

/** Where a window stands. */
export function boundsOf(window: BrowserWindow): Bounds {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

/** Has `remember` called when a window was moved or resized. */
export function rememberBounds(window: BrowserWindow, remember: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(remember, 300);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', remember);
  window.on('closed', () => clearTimeout(timer));
}

/** The bounds, when a screen still shows them. */
function onScreen(bounds: Bounds | null): Bounds | null {
  if (!bounds) return null;
  const { workArea } = screen.getDisplayMatching(bounds);
  const overlaps =
    bounds.x < workArea.x + workArea.width &&
    workArea.x < bounds.x + bounds.width &&
    bounds.y < workArea.y + workArea.height &&
    workArea.y < bounds.y + bounds.height;
  return overlaps ? bounds : null;
}

/** Denies a page's every way out: other pages, windows, webviews, permissions and devices. */
export function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** What goes to the network. */
const NETWORK = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];

/** Denies the pages of a session all permissions, all devices, and the network. */
export function confineSession(own: Session): void {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.webRequest.onBeforeRequest({ urls: NETWORK }, (_request, answer) => answer({ cancel: true }));
}
