import { dialog, type BrowserWindow } from 'electron';
import type { Events, Left } from '../ipc/contract';

/** How long a page may take to save what is left before the user is asked, in milliseconds. */
const PATIENCE = 3_000;

/** How a window is asked before it closes. */
export interface Closing {
  /** Whether there is a page that can answer. */
  readonly canAnswer: () => boolean;
  /** Whether a page that can and does not may have something to lose. */
  readonly mayLose: () => boolean;
  /** Whether main holds edits that could not be written, of a page that is gone, which would go with the window. */
  readonly holds: () => boolean;
  /** Asks the page to save everything, or to save a copy of it elsewhere; it answers by the function that `askBeforeClosing` returns. */
  readonly ask: (how: Events['closing']) => void;
  /** The user chose to keep the window. */
  readonly onKept: () => void;
  /** The user chose to see the comparison whose edits are held. */
  readonly openAgain: () => void;
}

/** What the user is asked, and what comes of each button; the first one keeps the window. */
interface Question {
  readonly message: string;
  readonly detail: string;
  readonly buttons: Readonly<Record<string, 'keep' | 'open' | 'copy' | 'close'>>;
}

/** What would be lost: of a page that answers, of one that does not, and of one that is gone. */
type Losing = Exclude<Left, 'nothing'> | 'unknown' | 'held';

const QUESTIONS: Readonly<Record<Losing, Question>> = {
  edits: {
    message: 'Your last changes are not saved yet.',
    detail:
      'Diptych keeps trying to save them. If you close now, they are lost, unless you save a copy elsewhere.',
    buttons: { Wait: 'keep', 'Save a Copy…': 'copy', 'Close Without Saving': 'close' },
  },
  unknown: {
    message: 'This window does not answer.',
    detail:
      'It may be busy and answer again. If you close it now, changes that are not saved yet are lost.',
    buttons: { Wait: 'keep', 'Close Without Saving': 'close' },
  },
  held: {
    message: 'Your last changes are not saved yet.',
    detail:
      'The window that showed them stopped working before they could be written. Open the comparison again to have them saved, or to save a copy elsewhere. If you close now, they are lost.',
    buttons: { 'Open Again': 'open', 'Close Without Saving': 'close' },
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
  let isClosing = false;
  let question: AbortController | null = null;

  const decide = async (losing: Losing) => {
    clearTimeout(timer);
    const { message, detail, buttons } = QUESTIONS[losing];
    const own = new AbortController();
    question = own;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      detail,
      buttons: Object.keys(buttons),
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: own.signal,
    });
    if (own.signal.aborted || window.isDestroyed()) return;
    question = null;
    const chosen = Object.values(buttons)[response] ?? 'keep';
    if (chosen === 'close') return window.destroy();
    if (chosen === 'copy') return closing.ask('copy');
    isClosing = false;
    closing.onKept();
    if (chosen === 'open') closing.openAgain();
  };
  const close = () => {
    if (closing.holds()) void decide('held');
    else window.destroy();
  };

  window.on('close', (event) => {
    if (!closing.canAnswer() && !closing.holds()) return;
    event.preventDefault();
    if (question) return;
    clearTimeout(timer);
    isClosing = true;
    if (!closing.canAnswer()) return close();
    timer = setTimeout(() => (closing.mayLose() ? void decide('unknown') : close()), PATIENCE);
    closing.ask('save');
  });
  window.on('closed', () => clearTimeout(timer));

  return (left) => {
    // What was asked before the user chose to keep the window closes nothing any more.
    if (!isClosing) return;
    clearTimeout(timer);
    if (left === 'nothing') {
      question?.abort();
      question = null;
      close();
    } else if (!question) void decide(left);
  };
}
