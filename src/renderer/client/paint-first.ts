import { holdShown, showNow } from './session';

/** A window that is not painted gets no frames; then this long, in milliseconds, is waited instead. */
const PATIENCE = 100;

/**
 * Lets the page paint the texts before the components follow the changes of this moment: the mark that an edit makes is
 * seen a frame sooner, and what the components take is not in its way.
 */
export function paintFirst(): void {
  if (holdShown()) afterPaint(showNow);
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
  // A message sent in a frame arrives when that frame is painted.
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = once;
    port2.postMessage(null);
  });
}
