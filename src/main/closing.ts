import { dialog, type BrowserWindow } from 'electron';
import type { Events, Left } from '../ipc/contract';

/** How long a page may take to save what is left before the user is asked, in milliseconds. */
const PATIENCE = 3_000;

/** How a window is asked before it closes. */
export interface Closing {
  /** Whether there is a page that can answer, or something to lose without one. */
  readonly mustAsk: () => boolean;
  /** Whether a page that does not answer may have something to lose. */
  readonly mayLose: () => boolean;
  /** Asks the page to save everything, or to save a copy of it elsewhere; it answers by the function that `askBeforeClosing` returns. */
  readonly ask: (how: Events['closing']) => void;
  /** The user chose to keep the window. */
  readonly onKept: () => void;
}

/** What the user is asked, and what comes of each button; the first one keeps the window. */
interface Question {
  readonly message: string;
  readonly detail: string;
  readonly buttons: Readonly<Record<string, 'keep' | 'copy' | 'close'>>;
}

const QUESTIONS: Readonly<Record<Exclude<Left, 'nothing'>, Question>> = {
  edits: {
    message: 'Your last changes are not saved yet.',
    detail:
      'Diptych keeps trying to save them. If you close now, they are lost, unless you save a copy elsewhere.',
    buttons: { Wait: 'keep', 'Save a Copy…': 'copy', 'Close Without Saving': 'close' },
  },
  correction: {
    message: 'The correction of a text is not finished.',
    detail:
      'What you changed in it is not part of the comparison yet. If you close now, it is lost.',
    buttons: { 'Keep Working': 'keep', 'Close Without It': 'close' },
  },
  comparison: {
    message: 'The new comparison is not made yet.',
    detail: 'Its articles are not saved before it is created. If you close now, they are lost.',
    buttons: { 'Keep Working': 'keep', 'Close Without It': 'close' },
  },
};

/** Closes the window only once its page says that nothing is lost with it, or the user that it may be. */
export function askBeforeClosing(window: BrowserWindow, closing: Closing): (left: Left) => void {
  let timer: NodeJS.Timeout | undefined;
  let asking: AbortController | null = null;

  const decide = async (left: Exclude<Left, 'nothing'>) => {
    clearTimeout(timer);
    const { message, detail, buttons } = QUESTIONS[left];
    asking = new AbortController();
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      detail,
      buttons: Object.keys(buttons),
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: asking.signal,
    });
    asking = null;
    if (window.isDestroyed()) return;
    const chosen = Object.values(buttons)[response] ?? 'keep';
    if (chosen === 'close') window.destroy();
    else if (chosen === 'copy') closing.ask('copy');
    else closing.onKept();
  };
  const giveUp = () => {
    if (closing.mayLose()) void decide('edits');
    else window.destroy();
  };

  window.on('close', (event) => {
    if (!closing.mustAsk()) return;
    event.preventDefault();
    if (asking) return;
    clearTimeout(timer);
    timer = setTimeout(giveUp, PATIENCE);
    closing.ask('save');
  });
  window.on('closed', () => clearTimeout(timer));

  return (left) => {
    clearTimeout(timer);
    if (left === 'nothing') {
      asking?.abort();
      window.destroy();
    } else if (!asking) void decide(left);
  };
}
