import { dialog, type BrowserWindow } from 'electron';
import type { Events } from '../ipc/contract';

/** How long a page may take to save what is left before the user is asked, in milliseconds. */
const PATIENCE = 3_000;

const [WAIT, COPY, CLOSE] = [0, 1, 2];

/** How a window is asked before it closes. */
export interface Closing {
  /** Whether there may be something to save. */
  readonly isNeeded: () => boolean;
  /** Asks the page to save everything, or to save a copy of it elsewhere; it answers by the function that `askBeforeClosing` returns. */
  readonly ask: (how: Events['closing']) => void;
  /** The user chose to keep the window. */
  readonly onKept: () => void;
}

/** Closes the window only once its page says that everything is saved, or the user that it need not be. */
export function askBeforeClosing(
  window: BrowserWindow,
  closing: Closing,
): (saved: boolean) => void {
  let timer: NodeJS.Timeout | undefined;
  let asking: AbortController | null = null;

  const decide = async () => {
    clearTimeout(timer);
    asking = new AbortController();
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'Your last changes are not saved yet.',
      detail:
        'Diptych keeps trying to save them. If you close now, they are lost, unless you save a copy elsewhere.',
      buttons: ['Wait', 'Save a Copy…', 'Close Without Saving'],
      defaultId: WAIT,
      cancelId: WAIT,
      noLink: true,
      signal: asking.signal,
    });
    asking = null;
    if (window.isDestroyed()) return;
    if (response === CLOSE) window.destroy();
    else if (response === COPY) closing.ask('copy');
    else closing.onKept();
  };

  window.on('close', (event) => {
    if (!closing.isNeeded() || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (asking) return;
    clearTimeout(timer);
    timer = setTimeout(() => void decide(), PATIENCE);
    closing.ask('save');
  });
  window.on('closed', () => clearTimeout(timer));

  return (saved) => {
    if (saved) {
      asking?.abort();
      window.destroy();
    } else if (!asking) void decide();
  };
}
