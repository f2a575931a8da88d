import { flushSync } from 'react-dom';
import { holdShown, isShownHeld, onShown, showNow } from './session';

/** A window that is not painted gets no frames; then this long, in milliseconds, is waited instead. */
const PATIENCE = 100;

/**
 * Lets the page paint the texts before the components follow the changes of this moment: the mark that an edit makes is
 * seen a frame sooner, and what the components take is not in its way.
 */
export function paintFirst(): void {
  if (isShownHeld()) return;
  holdShown();
  afterPaint(showNow);
}

/** Has the components follow now, if they are yet to: before the user does something to what they show. */
export function catchUp(): void {
  if (isShownHeld()) flushSync(showNow);
}

/** Has what `change` makes of the session on the page before it returns: the next key may belong to what comes with it. */
export function showAtOnce(change: () => void): void {
  flushSync(() => {
    change();
    showNow();
  });
}

/** Runs `then` in the frame in which the page shows the session as it is now. */
export function onceShown(then: () => void): void {
  if (!isShownHeld()) {
    requestAnimationFrame(then);
    return;
  }
  const off = onShown(() => {
    off();
    requestAnimationFrame(then);
  });
}

/** Runs `then` in a task of its own once the page has painted what it shows now. */
function afterPaint(then: () => void): void {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    clearTimeout(late);
    then();
  };
  const late = setTimeout(once, PATIENCE);
  // What is put off in a frame begins when that frame is painted.
  requestAnimationFrame(() => setTimeout(once));
}
