import type { Scored } from '../../src/core/suggest/links/select';
import { overlap, type GoldPair } from './links-data';

export type Found = Scored;

/** A pair and what is found in it at a score or more. */
export interface Judged {
  readonly gold: GoldPair;
  readonly find: (least: number) => readonly Found[];
}

const HIT = 0.5;

interface Counts {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly nearAndVerbatim: number;
}

/** Precision, recall and F1 at overlap .5 on both sides, one to one, and the recall of near and verbatim links. */
function count(judged: readonly Judged[], least: number): Counts {
  let hit = 0;
  let wanted = 0;
  let offered = 0;
  let near = 0;
  let nearHit = 0;
  for (const { gold, find } of judged) {
    const found = find(least);
    const matches = gold.links
      .flatMap((link, i) =>
        found.map((each, j) => ({
          i,
          j,
          value: Math.min(overlap(each.left, link.left), overlap(each.right, link.right)),
        })),
      )
      .filter(({ value }) => value >= HIT)
      .toSorted((x, y) => y.value - x.value);
    const taken = new Set<number>();
    const used = new Set<number>();
    for (const { i, j } of matches) {
      if (taken.has(i) || used.has(j)) continue;
      taken.add(i);
      used.add(j);
    }
    hit += taken.size;
    wanted += gold.links.length;
    offered += found.length;
    gold.links.forEach(({ kind }, i) => {
      if (kind === 'reworded') return;
      near++;
      if (taken.has(i)) nearHit++;
    });
  }
  const precision = hit / Math.max(1, offered);
  const recall = hit / wanted;
  return {
    f1: (2 * precision * recall) / (precision + recall || 1),
    precision,
    recall,
    nearAndVerbatim: nearHit / near,
  };
}

/** F1 and the recall of near and verbatim links, to be kept beside the model. */
export function kept(judged: readonly Judged[], least: number) {
  const { f1, nearAndVerbatim } = count(judged, least);
  return { f1: Number(f1.toFixed(4)), nearAndVerbatim: Number(nearAndVerbatim.toFixed(4)) };
}

const show = (value: number) => value.toFixed(3);

/** The figures as a line to read. */
export function figures(judged: readonly Judged[], least: number): string {
  const { f1, precision, recall, nearAndVerbatim } = count(judged, least);
  return `F1 ${show(f1)}  precision ${show(precision)}  recall ${show(recall)}  near and verbatim ${show(nearAndVerbatim)}`;
}

const STEP = 0.02;

/** The score that gives the best F1. */
export function bestThreshold(judged: readonly Judged[]): number {
  let best = 0;
  let value = -1;
  for (let least = STEP; least < 0.8; least += STEP) {
    const { f1 } = count(judged, least);
    if (f1 > value) [best, value] = [least, f1];
  }
  return best;
}
