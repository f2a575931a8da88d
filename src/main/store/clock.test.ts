import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EXAMPLE } from '../../core/testing/example';
import { DRAFT, retitle } from './testing/scenario';
import { Workspace } from './workspace';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-clock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const NOW = Date.UTC(2026, 4, 3, 10, 32);
const DAY = 86_400_000;
const TEN_YEARS = 3_652 * DAY;

/** A workspace whose clock shows these times in turn, the last one from then on. */
function openAt(...times: readonly number[]): Workspace {
  let glance = 0;
  return new Workspace(folder, {
    now: () => new Date(times[Math.min(glance++, times.length - 1)] ?? NOW).toISOString(),
    newId: () => 'id-1',
  });
}

const CLOCKS = [
  { name: 'set forward', times: [NOW, NOW + 3 * DAY] },
  { name: 'set back', times: [NOW, NOW - 3 * DAY] },
  { name: 'ten years ahead for a while', times: [NOW, NOW + TEN_YEARS, NOW + 1] },
  { name: 'ten years behind for a while', times: [NOW, NOW - TEN_YEARS, NOW + 1] },
  { name: 'jumping', times: [NOW, NOW + TEN_YEARS, NOW - TEN_YEARS, NOW, NOW - DAY, NOW + DAY] },
];

it.each(CLOCKS)('with a clock $name, every edit is there in its order', async ({ times }) => {
  const made = await openAt(NOW).create(DRAFT);
  expect(made.ok).toBe(true);
  for (const [index, time] of times.entries()) {
    const workspace = openAt(time, ...times);
    for (const step of [1, 2])
      expect(
        await workspace.commit('id-1', [retitle(`t${2 * index + step}`)], 2 * index + step - 1),
      ).toEqual({ ok: true, value: 2 * index + step });
    // Every second time the journal stays, as after a kill.
    if (index % 2 === 0) await workspace.settle();
    const after = openAt(time);
    const { entries, unreadable, recovered } = await after.library();
    expect({ unreadable, recovered }).toEqual({ unreadable: [], recovered: [] });
    expect(entries).toMatchObject([{ title: `t${2 * index + 2}`, revision: 2 * index + 2 }]);
  }
});

it('keeps the copy of the day that a clock set back shows, and those of the true days', async () => {
  await openAt(NOW).create(DRAFT);
  const days = Array.from({ length: 40 }, (_, day) => NOW + day * DAY);
  let revision = 0;
  for (const time of [...days, NOW - TEN_YEARS]) {
    const workspace = openAt(time);
    expect(await workspace.commit('id-1', [retitle('t')], revision)).toMatchObject({ ok: true });
    revision++;
    await workspace.settle();
  }
  const kept = await openAt(NOW).earlierDays('id-1');
  expect(kept).toHaveLength(12);
  expect(kept.at(-1)).toBe('2016-05-03');
  expect(kept[0]).toBe(new Date(days.at(-1) ?? 0).toISOString().slice(0, 10));
});

it('leaves the copy of a day that is over as it is when the clock is set back to it', async () => {
  await openAt(NOW).create(DRAFT);
  const [one, two] = [NOW, NOW + DAY].map((time) => new Date(time).toISOString().slice(0, 10));
  const titles = async () => {
    const found: Record<string, string> = {};
    for (const day of await openAt(NOW).earlierDays('id-1')) {
      const copy = await openAt(NOW).openEarlier('id-1', day);
      found[day] = copy.ok ? copy.value.title : copy.problem;
    }
    return found;
  };
  let revision = 0;
  const edit = async (time: number, title: string) => {
    const workspace = openAt(time);
    expect(await workspace.commit('id-1', [retitle(title)], revision++)).toMatchObject({
      ok: true,
    });
    await workspace.settle();
  };
  await edit(NOW, 'first');
  await edit(NOW, 'first, later');
  await edit(NOW + DAY, 'second');
  await edit(NOW, 'set back');
  expect(await titles()).toEqual({ [one ?? '']: 'first, later', [two ?? '']: 'second' });
  await edit(NOW + DAY, 'second, later');
  expect(await titles()).toEqual({ [one ?? '']: 'first, later', [two ?? '']: 'second, later' });

  // With a day ten years ahead, the days go on having the copy of their end.
  const third = new Date(NOW + 2 * DAY).toISOString().slice(0, 10);
  await edit(NOW + TEN_YEARS, 'ahead');
  await edit(NOW + 2 * DAY, 'third');
  await edit(NOW + 2 * DAY, 'third, later');
  expect(await titles()).toMatchObject({ [third]: 'third, later' });
});

it('takes ids that were made out of order, and undoes them exactly', async () => {
  const workspace = openAt(NOW);
  await workspace.add({ ...EXAMPLE, id: 'id-1' });
  const [like] = EXAMPLE.annotations;
  if (!like) throw new Error('the example has annotations');
  // Ids begin with their time: the second was made by a clock ten years behind.
  const ids = ['0199d3a2-0000-7000-8000-000000000000', '0150c1a0-0000-7000-8000-000000000000'];
  for (const [revision, id] of ids.entries()) {
    const edit = {
      name: 'Add',
      changes: [{ type: 'add-annotation', annotation: { ...like, id } } as const],
    };
    expect(await workspace.commit('id-1', [edit], revision)).toMatchObject({ ok: true });
  }
  const opened = await openAt(NOW).open('id-1');
  const found = opened.ok ? opened.value.comparison.annotations.map(({ id }) => id) : [];
  expect(found).toEqual(expect.arrayContaining(ids));
  for (const [done, id] of ids.entries()) {
    const edit = { name: 'Undo', changes: [{ type: 'delete-annotation', id } as const] };
    expect(await workspace.commit('id-1', [edit], ids.length + done)).toMatchObject({ ok: true });
  }
  const back = await openAt(NOW).open('id-1');
  expect(back).toMatchObject({ value: { comparison: { annotations: EXAMPLE.annotations } } });
});
