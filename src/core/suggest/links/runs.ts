import type { Sentence } from '../analysis';
import type { Alignment } from './align';

/** A gap of so many words on either side does not end a run. */
const WIDEST_GAP = 2;
const SHORTEST_RUN = 3;

/** Where runs of shared words begin and end, as word numbers of either text, in order. */
export interface Runs {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** The runs of words two aligned sentences share in one order, small gaps allowed. */
export function sharedRuns({ left, right }: Alignment, inLeft: Sentence, inRight: Sentence): Runs {
  const edgesLeft = new Set<number>();
  const edgesRight = new Set<number>();
  let first = -1;
  let last = -1;
  let count = 0;
  const close = () => {
    if (count >= SHORTEST_RUN) {
      edgesLeft.add(inLeft.from + first).add(inLeft.from + last + 1);
      edgesRight
        .add(inRight.from + (left[first] as number))
        .add(inRight.from + (left[last] as number) + 1);
    }
  };
  const free = (from: number, to: number) =>
    right.subarray(from, to).every((partner) => partner === -1);
  for (let i = 0; i < left.length; i++) {
    const j = left[i] as number;
    if (j === -1) continue;
    const step = first === -1 ? 0 : j - (left[last] as number);
    if (
      first !== -1 &&
      i - last <= WIDEST_GAP + 1 &&
      step > 0 &&
      step <= WIDEST_GAP + 1 &&
      free(j - step + 1, j)
    ) {
      last = i;
      count++;
      continue;
    }
    close();
    first = last = i;
    count = 1;
  }
  close();
  return { left: sorted(edgesLeft), right: sorted(edgesRight) };
}

function sorted(edges: ReadonlySet<number>): readonly number[] {
  return [...edges].toSorted((x, y) => x - y);
}
