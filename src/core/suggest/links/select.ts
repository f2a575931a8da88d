import type { Span } from '../../text/quote-selector';
import { sharedLength } from '../../text/spans';

/** Two spans with how good they are; of two equally good ones `order`, greatest first, decides. */
export interface Scored {
  readonly left: Span;
  readonly right: Span;
  readonly score: number;
  readonly order: readonly number[];
}

/** How much two proposals may share before the worse one falls away. */
export interface Room {
  /** Intersection over union, on both sides. */
  readonly union: number;
  /** Share of the shorter span, on both sides. */
  readonly inside: number;
  /** So many proposals may stand on one span. */
  readonly partners: number;
}

/**
 * The best proposals that leave each other room, best first, `most` and those as good as the last of them. Proposals alike in everything that can be told without
 * naming a side do not take each other's room, so that swapping the sides swaps the result.
 */
export function select<T extends Scored>(
  all: readonly T[],
  room: Room,
  most = Infinity,
): readonly T[] {
  const sorted = all.toSorted(byScore);
  const kept: T[] = [];
  let better = 0;
  for (let i = 0; i < sorted.length; i++) {
    const next = sorted[i] as T;
    if (i > 0 && byScore(sorted[i - 1] as T, next) !== 0) better = kept.length;
    if (better >= most) break;
    if (hasRoom(next, kept, better, room)) kept.push(next);
  }
  return kept;
}

function byScore(x: Scored, y: Scored): number {
  if (x.score !== y.score) return y.score - x.score;
  for (let i = 0; i < x.order.length; i++) {
    const difference = (y.order[i] as number) - (x.order[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function hasRoom(next: Scored, kept: readonly Scored[], better: number, room: Room): boolean {
  let onLeft = 0;
  let onRight = 0;
  for (let i = 0; i < better; i++) {
    const { left, right } = kept[i] as Scored;
    const sharedLeft = sharedLength(next.left, left);
    const sharedRight = sharedLength(next.right, right);
    const insideLeft = sharedLeft / Math.min(length(next.left), length(left));
    const insideRight = sharedRight / Math.min(length(next.right), length(right));
    if (insideLeft > HALF) onLeft++;
    if (insideRight > HALF) onRight++;
    if (sharedLeft === 0 || sharedRight === 0) continue;
    const unionLeft = sharedLeft / (length(next.left) + length(left) - sharedLeft);
    const unionRight = sharedRight / (length(next.right) + length(right) - sharedRight);
    if (Math.min(unionLeft, unionRight) > room.union) return false;
    if (Math.min(insideLeft, insideRight) > room.inside) return false;
  }
  return Math.max(onLeft, onRight) < room.partners;
}

const HALF = 0.5;

function length({ start, end }: Span): number {
  return end - start;
}
