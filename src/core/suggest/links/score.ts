import type { Judge } from './forest';
import { PICK_FEATURES, pickRows, type Pick } from './picks';
import type { Room } from './select';

/** A score of this or more is proposed. */
export const LEAST_SCORE = 0.2;
export const LINK_ROOM: Room = { union: 0.1, inside: 0.5, partners: 4 };

/** What a pick is worth at least that repeats so many words. */
const FLOORS: readonly (readonly [words: number, score: number])[] = [
  [12, 0.9],
  [8, 0.75],
  [6, 0.5],
];

/** What a quotation is worth at least that the other article has in the same words. */
const CITED = 0.5;

/** Scores picks 0..1: the judge's probability, or what their repeated words are worth by themselves. */
export function scorePicks(picks: readonly Pick[], judge: Judge): readonly Pick[] {
  const rows = pickRows(picks);
  return picks.map((pick, i) => {
    const floor = FLOORS.find(([words]) => pick.repeats >= words)?.[1] ?? (pick.cited ? CITED : 0);
    return { ...pick, score: Math.max(floor, judge(rows, i * PICK_FEATURES.length)) };
  });
}
