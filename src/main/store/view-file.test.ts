import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../ipc/preferences';
import { openViewFile, type View } from './view-file';

const NOWHERE: View = {
  places: {},
  panes: {},
  preferences: DEFAULT_PREFERENCES,
  recent: [],
  windows: [],
};
const BOUNDS = { x: -20, y: 0, width: 800, height: 600, maximized: true };
const VIEW: View = {
  places: { one: { left: 3, right: 0, selected: null } },
  panes: { list: 25.5 },
  preferences: { ...DEFAULT_PREFERENCES, marks: false, textSize: 20, keys: { link: 'K' } },
  recent: [{ id: 'one', title: 'One' }],
  windows: [
    { open: 'one', bounds: BOUNDS },
    { open: null, bounds: { ...BOUNDS, maximized: false } },
  ],
};

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-view-'));
  path = join(folder, 'view.json');
});
afterEach(() => rm(folder, { recursive: true }));

describe('openViewFile', () => {
  it('starts nowhere', async () => {
    expect((await openViewFile(path)).view()).toEqual(NOWHERE);
  });

  it('keeps all parts of the view for the next start', async () => {
    const file = await openViewFile(path);
    file.set({ panes: { list: 1 } });
    file.set({ windows: VIEW.windows, recent: VIEW.recent });
    file.set({ places: VIEW.places, panes: VIEW.panes, preferences: VIEW.preferences });
    expect(file.view()).toEqual(VIEW);
    await file.settle();
    expect((await openViewFile(path)).view()).toEqual(VIEW);
    expect(await readdir(folder)).toEqual(['view.json']);
  });

  it('keeps what is set while it writes', async () => {
    const file = await openViewFile(path);
    file.set({ recent: VIEW.recent });
    for (let left = 0; left < 20; left++) {
      file.set({ places: { one: { left, right: 0, selected: null } } });
      await new Promise(setImmediate);
    }
    await file.settle();
    expect((await openViewFile(path)).view().places).toEqual({
      one: { left: 19, right: 0, selected: null },
    });
  });

  it('takes places and preferences from a file of before there were several windows', async () => {
    const { places, panes, preferences } = VIEW;
    const view = { open: 'one', places, panes, preferences };
    await writeFile(path, JSON.stringify({ view, bounds: BOUNDS }));
    expect((await openViewFile(path)).view()).toEqual({ ...VIEW, recent: [], windows: [] });
  });

  it.each([
    '{',
    'null',
    '[]',
    '{"view":{"places":{},"panes":{},"recent":[{"id":"../x","title":""}]}}',
    '{"view":{"places":{},"panes":{},"windows":[{"open":null,"bounds":{"x":0,"y":0,"width":1,"height":600,"maximized":false}}]}}',
  ])('starts nowhere from the damaged file %j, and keeps it aside', async (text) => {
    await writeFile(path, text);
    const file = await openViewFile(path);
    expect(file.view()).toEqual(NOWHERE);
    file.set(VIEW);
    await file.settle();
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ view: VIEW });
    const aside = (await readdir(folder)).find((name) => name.startsWith('view.damaged-')) ?? '';
    expect(await readFile(join(folder, aside), 'utf8')).toBe(text);
    file.set({ recent: [] });
    await file.settle();
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('goes on where it cannot write, and writes once it can', async () => {
    await writeFile(join(folder, 'blocked'), '');
    const inside = join(folder, 'blocked', 'view.json');
    const file = await openViewFile(inside);
    file.set(VIEW);
    await file.settle();
    expect(file.view()).toEqual(VIEW);
    await rm(join(folder, 'blocked'));
    file.set({ panes: VIEW.panes });
    await file.settle();
    expect((await openViewFile(inside)).view()).toEqual(VIEW);
  });
});
