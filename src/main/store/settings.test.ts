import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../core/model/settings';
import { realDisk } from './disk';
import { openSettings } from './settings';

let folder: string;
let path: string;
let problems: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-settings-'));
  path = join(folder, 'workspace.json');
  problems = [];
});
afterEach(() => rm(folder, { recursive: true }));
const named = (analyst: string): Settings => ({ ...DEFAULT_SETTINGS, analyst });
const open = () => openSettings(path, (problem) => problems.push(problem));

describe('the settings', () => {
  it('are the defaults at first, then what was written', async () => {
    expect(await open().read()).toEqual(DEFAULT_SETTINGS);
    const settings: Settings = {
      analyst: 'Ada',
      tags: [{ name: 'figure', colour: 'blue', key: 'D' }],
      relations: ['contradicts'],
    };
    await open().write(settings);
    expect(await open().read()).toEqual(settings);
    expect([problems, await readdir(folder)]).toEqual([[], ['workspace.json']]);
  });

  it('from before there were tags of one’s own have none', async () => {
    await writeFile(path, '{"version":1,"analyst":"Ada"}');
    expect(await open().read()).toEqual(named('Ada'));
    expect(problems).toEqual([]);
  });

  it.each([
    '',
    '{',
    'null',
    '0',
    'false',
    '""',
    '7',
    '{"version":1}',
    '{"version":1,"analyst":7}',
    '{"a":1}',
  ])('damaged as %j are named, and kept aside when they are written', async (text) => {
    await writeFile(path, text);
    const settings = open();
    expect(await settings.read()).toEqual(DEFAULT_SETTINGS);
    expect(problems).toEqual([expect.stringMatching(/^workspace\.json is damaged \(.*kept aside/)]);
    expect(await readFile(path, 'utf8')).toBe(text);
    await settings.write(named('Ada'));
    await settings.write(named('Bo'));
    expect(await open().read()).toEqual(named('Bo'));
    const names = await readdir(folder);
    expect(names).toHaveLength(2);
    const aside = names.find((name) => name.startsWith('workspace.damaged-')) ?? '';
    expect(await readFile(join(folder, aside), 'utf8')).toBe(text);
  });

  it('damaged are named in plain words', async () => {
    await writeFile(path, '{"version":1,"analyst":7}');
    await open().read();
    await writeFile(path, '{"version":1,');
    await open().read();
    expect(problems).toEqual([
      'workspace.json is damaged (at analyst, it should be text and is a number), so what it held is not used. It is kept aside when it is written again.',
      'workspace.json is damaged (it is cut off or no JSON), so what it held is not used. It is kept aside when it is written again.',
    ]);
  });

  it('that cannot be read just now are named and never replaced', async () => {
    await open().write(named('Ada'));
    const disk = {
      ...realDisk,
      readFile: () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })),
    };
    const settings = openSettings(path, (problem) => problems.push(problem), disk);
    expect(await settings.read()).toEqual(DEFAULT_SETTINGS);
    expect(problems).toEqual([
      'workspace.json cannot be read (EIO); check its drive and permissions. Until then it is left as it is.',
    ]);
    await expect(settings.write(named('Bo'))).rejects.toThrow('cannot be read');
    expect(await open().read()).toEqual(named('Ada'));
  });

  it('of a newer version are named and never replaced', async () => {
    const text = '{"version":2,"analyst":{"name":"Ada"}}';
    await writeFile(path, text);
    expect(await open().read()).toEqual(DEFAULT_SETTINGS);
    expect(problems).toEqual([expect.stringMatching(/newer Diptych.*left as it is/)]);
    await expect(open().write(named('Bo'))).rejects.toThrow(/newer Diptych/);
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});
