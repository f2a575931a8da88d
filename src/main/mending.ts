import { dialog, type BrowserWindow } from 'electron';

/** A page that ends again so soon after it was brought back does so for a reason, in milliseconds. */
const SOON = 60_000;

const [WAIT, REOPEN] = [0, 1];

/**
 * Has a window's page brought back when its process ends: by itself, or after the user was asked when it ended again at
 * once. When the page hangs, the user is asked whether to wait or to have it ended and brought back.
 */
export function mendPage(
  window: BrowserWindow,
  reopen: (how: 'as it was' | 'in the library') => void,
): void {
  let ended = -Infinity;
  let asking: AbortController | null = null;

  const ask = async (options: {
    readonly message: string;
    readonly detail: string;
    readonly buttons: string[];
  }): Promise<number | null> => {
    const own = new AbortController();
    asking = own;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      defaultId: WAIT,
      cancelId: WAIT,
      noLink: true,
      signal: own.signal,
      ...options,
    });
    asking = null;
    return own.signal.aborted || window.isDestroyed() ? null : response;
  };

  const askAfterAgain = async () => {
    const response = await ask({
      message: 'This window has stopped working again.',
      detail:
        'Everything that was said to be saved is safe in the workspace. What could not be saved yet comes back with the comparison, as long as Diptych runs.',
      buttons: ['Close Window', 'Open the Library'],
    });
    if (response === REOPEN) reopen('in the library');
    else if (response !== null) window.close();
  };

  const askWhileHanging = async () => {
    const response = await ask({
      message: 'This window does not answer.',
      detail:
        'It may be busy and answer again. Opened anew, it shows everything that is saved; what was typed a moment ago may be missing.',
      buttons: ['Wait', 'Open Anew'],
    });
    if (response === REOPEN) window.webContents.forcefullyCrashRenderer();
  };

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    asking?.abort();
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const isAgain = performance.now() - ended < SOON;
    ended = performance.now();
    if (isAgain) void askAfterAgain();
    else reopen('as it was');
  });
  window.on('unresponsive', () => {
    if (!asking) void askWhileHanging();
  });
  window.on('responsive', () => asking?.abort());
}
