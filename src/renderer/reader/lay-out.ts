/** The attribute of boxes that are laid out when they come into view or when the page has time. */
export const LATER = 'data-later';

/**
 * Lays the boxes of a long article out that were left for later, from what is read outwards, whenever the page has time.
 * Until then a box counts with its likely height, and only what can be seen has its true one.
 */
export function layOutLater(root: HTMLElement): {
  /** Lays out all of them now: for what needs true heights far from what can be seen. */
  readonly finish: () => void;
  readonly stop: () => void;
} {
  let waiting = outwards([...root.children] as HTMLElement[]).filter((box) =>
    box.hasAttribute(LATER),
  );
  let idle = waiting.length > 0 ? requestIdleCallback(goOn) : 0;

  function goOn(): void {
    layOut(1);
    if (waiting.length > 0) idle = requestIdleCallback(goOn);
  }

  function layOut(count: number): void {
    for (const box of waiting.slice(0, count)) box.removeAttribute(LATER);
    waiting = waiting.slice(count);
  }

  return {
    finish: () => layOut(waiting.length),
    stop: () => cancelIdleCallback(idle),
  };
}

/** Boxes in the order of their distance from what can be seen. */
function outwards(boxes: readonly HTMLElement[]): readonly HTMLElement[] {
  const tops = new Map(boxes.map((box) => [box, Math.abs(box.getBoundingClientRect().top)]));
  return boxes.toSorted((a, b) => (tops.get(a) ?? 0) - (tops.get(b) ?? 0));
}
