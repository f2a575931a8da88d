import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ViewState } from '../../ipc/contract';
import { DEFAULT_PREFERENCES } from '../../ipc/preferences';
import { openViewFile, type Bounds } from './view-file';

const NOWHERE: ViewState = { open: null, places: {}, panes: {}, preferences: DEFAULT_PREFERENCES };
const VIEW: ViewState = {
  open: 'one',
  places: { one: { left: 3, right: 0, selected: null } },
  panes: { list: 25.5 },
  preferences: { ...DEFAULT_PREFERENCES, marks: false, textSize: 20, keys: { link: 'K' } },
};
const BOUNDS: Bounds = { x: -20, y: 0, width: 800, height: 600, maximized: true };

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-view-'));
  path = join(folder, 'view.json');
});
afterEach(() => rm(folder, { recursive: true }));

describe('openViewFile', () => {
  it('starts nowhere', async () => {
    const file = await openViewFile(path);
    expect(file.view()).toEqual(NOWHERE);
    expect(file.bounds()).toBeNull();
  });

  it('keeps view and bounds for the next start', async () => {
    const file = await openViewFile(path);
    file.set({ view: NOWHERE });
    file.set({ bounds: BOUNDS });
    file.set({ view: VIEW });
    expect(file.view()).toEqual(VIEW);
    await file.settle();
    const next = await openViewFile(path);
    expect(next.view()).toEqual(VIEW);
    expect(next.bounds()).toEqual(BOUNDS);
    expect(await readdir(folder)).toEqual(['view.json']);
  });

  it('keeps what is set while it writes', async () => {
    const file = await openViewFile(path);
    file.set({ bounds: BOUNDS });
    for (let left = 0; left < 20; left++) {
      file.set({ view: { ...VIEW, places: { one: { left, right: 0, selected: null } } } });
      await new Promise(setImmediate);
    }
    await file.settle();
    expect((await openViewFile(path)).view().places).toEqual({
      one: { left: 19, right: 0, selected: null },
    });
  });

  it.each([
    '{',
    'null',
    '[]',
    '{"view":{"open":"../x","places":{},"panes":{}},"bounds":null}',
    '{"view":{"open":null,"places":{},"panes":{}},"bounds":{"x":0,"y":0,"width":1,"height":600}}',
  ])('starts nowhere from the damaged file %j, and keeps it aside', async (text) => {
    await writeFile(path, text);
    const file = await openViewFile(path);
    expect(file.view()).toEqual(NOWHERE);
    expect(file.bounds()).toBeNull();
    file.set({ view: VIEW });
    await file.settle();
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ view: VIEW, bounds: null });
    const aside = (await readdir(folder)).find((name) => name.startsWith('view.damaged-')) ?? '';
    expect(await readFile(join(folder, aside), 'utf8')).toBe(text);
    file.set({ bounds: BOUNDS });
    await file.settle();
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('goes on where it cannot write, and writes once it can', async () => {
    await writeFile(join(folder, 'blocked'), '');
    const inside = join(folder, 'blocked', 'view.json');
    const file = await openViewFile(inside);
    file.set({ view: VIEW });
    await file.settle();
    expect(file.view()).toEqual(VIEW);
    await rm(join(folder, 'blocked'));
    file.set({ bounds: BOUNDS });
    await file.settle();
    expect((await openViewFile(inside)).view()).toEqual(VIEW);
  });
});
