import { describe, expect, test } from 'vitest';
import { NO_JUMPS, stepBack, stepForward, withJump, type Jumps } from './jumps';

const after = (...places: readonly number[]): Jumps<number> =>
  places.reduce<Jumps<number>>(withJump, NO_JUMPS);

describe('a history of places', () => {
  test('leads back through them and forward again', () => {
    const back = stepBack(after(1, 2), 3);
    expect(back).toEqual({ to: 2, jumps: { past: [1], future: [3] } });
    const further = stepBack(back!.jumps, 2);
    expect(further).toEqual({ to: 1, jumps: { past: [], future: [3, 2] } });
    expect(stepBack(further!.jumps, 1)).toBeNull();
    const forward = stepForward(further!.jumps, 1);
    expect(forward).toEqual({ to: 2, jumps: { past: [1], future: [3] } });
    expect(stepForward(forward!.jumps, 2)).toEqual({
      to: 3,
      jumps: { past: [1, 2], future: [] },
    });
  });

  test('forgets what was gone back from at the next jump', () => {
    const { jumps } = stepBack(after(1, 2), 3)!;
    expect(withJump(jumps, 2)).toEqual({ past: [1, 2], future: [] });
  });

  test('takes no step on the spot', () => {
    expect(after(1, 1, 1)).toEqual({ past: [1], future: [] });
    expect(stepBack(after(1, 2), 2)?.to).toBe(1);
    expect(stepBack(after(1), 1)).toBeNull();
  });

  test('keeps the last hundred', () => {
    const all = after(...Array.from({ length: 150 }, (_, index) => index));
    expect(all.past).toHaveLength(100);
    expect(all.past.at(-1)).toBe(149);
  });
});
