import type { Sentence } from '../analysis';
import { LIGHT_WORD, type SideText } from './side';

/** How far around two equal words their neighbours are compared. */
const CONTEXT = 3;

/**
 * Ties the words of two sentences one to one, words of equal root only: those whose neighbours agree best first, then
 * the function words beside them. `left[i]` is the place of word `i`'s partner in the right sentence, or -1.
 */
export interface Alignment {
  readonly left: Int16Array;
  readonly right: Int16Array;
}

/** Aligns two sentences; swapping them swaps the result. */
export function align(
  left: SideText,
  inLeft: Sentence,
  right: SideText,
  inRight: Sentence,
): Alignment {
  const m = inLeft.to - inLeft.from;
  const n = inRight.to - inRight.from;
  const toRight = new Int16Array(m).fill(-1);
  const toLeft = new Int16Array(n).fill(-1);
  const rootL = left.root;
  const rootR = right.root;
  const agreement = (i: number, j: number): number => {
    let sum = 0;
    for (let d = -CONTEXT; d <= CONTEXT; d++) {
      const x = i + d;
      const y = j + d;
      if (x < 0 || y < 0 || x >= m || y >= n) continue;
      if (rootL[inLeft.from + x] === rootR[inRight.from + y])
        sum += 1 + (left.plain[inLeft.from + x] as number);
    }
    return sum;
  };
  const ties: { i: number; j: number; score: number }[] = [];
  for (let i = 0; i < m; i++) {
    if ((left.flags[inLeft.from + i] as number) & LIGHT_WORD) continue;
    const root = rootL[inLeft.from + i];
    for (let j = 0; j < n; j++)
      if (rootR[inRight.from + j] === root) ties.push({ i, j, score: agreement(i, j) });
  }
  ties.sort(
    (x, y) =>
      y.score - x.score || x.i + x.j - (y.i + y.j) || Math.abs(x.i - x.j) - Math.abs(y.i - y.j),
  );
  for (const { i, j } of ties) {
    if (toRight[i] !== -1 || toLeft[j] !== -1) continue;
    toRight[i] = j;
    toLeft[j] = i;
  }
  const tieBeside = (i: number, j: number): void => {
    if (i < 0 || j < 0 || i >= m || j >= n || toRight[i] !== -1 || toLeft[j] !== -1) return;
    if (rootL[inLeft.from + i] !== rootR[inRight.from + j]) return;
    toRight[i] = j;
    toLeft[j] = i;
  };
  for (let i = 0; i < m; i++) if (toRight[i] !== -1) tieBeside(i + 1, (toRight[i] as number) + 1);
  for (let i = m - 1; i >= 0; i--)
    if (toRight[i] !== -1) tieBeside(i - 1, (toRight[i] as number) - 1);
  tieKin(left, inLeft, right, inRight, toRight, toLeft);
  return { left: toRight, right: toLeft };
}

/** Ties words left over that may mean the same, the first of each root, the heavier first. */
function tieKin(
  left: SideText,
  inLeft: Sentence,
  right: SideText,
  inRight: Sentence,
  toRight: Int16Array,
  toLeft: Int16Array,
): void {
  const free = new Map<number, number>();
  for (let j = toLeft.length - 1; j >= 0; j--)
    if (toLeft[j] === -1) free.set(right.root[inRight.from + j] as number, j);
  const met = new Set<number>();
  const ties: { i: number; j: number; weight: number }[] = [];
  for (let i = 0; i < toRight.length; i++) {
    const root = left.root[inLeft.from + i] as number;
    if (toRight[i] !== -1 || met.has(root)) continue;
    met.add(root);
    for (const kin of left.roots.kin[root] ?? []) {
      const j = free.get(kin);
      if (j === undefined) continue;
      const weight = Math.min(
        left.plain[inLeft.from + i] as number,
        right.plain[inRight.from + j] as number,
      );
      ties.push({ i, j, weight });
    }
  }
  ties.sort(
    (x, y) =>
      y.weight - x.weight || x.i + x.j - (y.i + y.j) || Math.abs(x.i - x.j) - Math.abs(y.i - y.j),
  );
  for (const { i, j } of ties) {
    if (toRight[i] !== -1 || toLeft[j] !== -1) continue;
    toRight[i] = j;
    toLeft[j] = i;
  }
}
