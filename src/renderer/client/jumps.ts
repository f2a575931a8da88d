/** Where the user jumped from, the latest last, and where they came back from. */
export interface Jumps<T> {
  readonly past: readonly T[];
  readonly future: readonly T[];
}

export const NO_JUMPS: Jumps<never> = { past: [], future: [] };

/** What a step through the jumps leads to. */
export interface JumpStep<T> {
  readonly to: T;
  readonly jumps: Jumps<T>;
}

/** The jumps after one from `from`; what was gone back from is forgotten. */
export function withJump<T>({ past }: Jumps<T>, from: T): Jumps<T> {
  const last = past.at(-1);
  const known = last !== undefined && isSame(last, from);
  return { past: known ? past : [...past, from].slice(-KEPT), future: [] };
}

/** The place before `here`, or null where there is none. */
export function stepBack<T>({ past, future }: Jumps<T>, here: T): JumpStep<T> | null {
  const at = past.findLastIndex((each) => !isSame(each, here));
  const to = past[at];
  return to === undefined
    ? null
    : { to, jumps: { past: past.slice(0, at), future: [...future, here] } };
}

/** The place that was gone back from, or null where there is none. */
export function stepForward<T>({ past, future }: Jumps<T>, here: T): JumpStep<T> | null {
  const turned = stepBack({ past: future, future: past }, here);
  return (
    turned && { to: turned.to, jumps: { past: turned.jumps.future, future: turned.jumps.past } }
  );
}

const KEPT = 100;

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
