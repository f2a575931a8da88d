import { describe, expect, it } from 'vitest';
import { migrate, MIGRATIONS, VERSION } from './migrations';

describe('the migrations', () => {
  it('lead from every version to the next, once, without a gap', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(
      Array.from({ length: VERSION - 1 }, (_, index) => index + 1),
    );
  });

  it('number what they make', () => {
    for (const { from, migrate: step } of MIGRATIONS)
      expect(step({ version: from })).toMatchObject({ version: from + 1 });
  });

  it('refuse a version that has no step', () => {
    const chain = MIGRATIONS.filter(({ from }) => from !== 1);
    expect(migrate({ version: 1 }, 1, chain)).toEqual({
      ok: false,
      problem: 'there is no way from version 1 of the format to 2',
    });
    expect(migrate({}, 0).ok).toBe(false);
  });
});
