import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Rows come and go so many at a time, and so many are there above and below those in view. */
const STEP = 8;

/**
 * Of a long list with rows of one height that scrolls by itself: the first row that is to be there and the one after
 * the last. The list must be as high inside as all its rows are.
 */
export function useRowsInView(
  list: RefObject<HTMLElement | null>,
  count: number,
): readonly [from: number, to: number] {
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState(4 * STEP);
  // Read when the list scrolls; an edit that changes it moves no row far.
  const rows = useRef(count);
  rows.current = count;
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const look = () => {
      const height = element.scrollHeight / rows.current;
      const first = Math.floor(element.scrollTop / height / STEP) - 1;
      const last = Math.ceil((element.scrollTop + element.clientHeight) / height / STEP) + 1;
      setFrom(first * STEP);
      setTo(last * STEP);
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [list]);
  return [Math.max(0, from), Math.min(count, to)];
}

/** Scrolls such a list until a row is in view. */
export function showRow(list: HTMLElement, index: number, count: number): void {
  const height = list.scrollHeight / count;
  const top = index * height;
  const least = top + height - list.clientHeight;
  if (list.scrollTop > top) list.scrollTop = top;
  else if (list.scrollTop < least) list.scrollTop = least;
}
