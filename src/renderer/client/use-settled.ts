import { useEffect, useState } from 'react';

/** So long a value must stay as it is, and so long it may take until the page has time, in milliseconds. */
const PAUSE = 200;
const PATIENCE = 2_000;

/**
 * A value once it has stayed as it is for a moment and the page has time to spare; null until then. For what takes long
 * to work out and need not follow each edit at once.
 */
export function useSettled<T>(value: T): T | null {
  const [settled, setSettled] = useState<T | null>(null);
  useEffect(() => {
    let idle = 0;
    const pause = setTimeout(() => {
      idle = requestIdleCallback(
        () => {
          setSettled(value);
          lookUnderTheMouse();
        },
        { timeout: PATIENCE },
      );
    }, PAUSE);
    return () => {
      clearTimeout(pause);
      cancelIdleCallback(idle);
    };
  }, [value]);
  return settled;
}

/**
 * Chromium looks for what the mouse is over in the frame after one that laid something out. This has such a frame come
 * now, when there is time, and not with the next key.
 */
function lookUnderTheMouse(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => undefined));
}
