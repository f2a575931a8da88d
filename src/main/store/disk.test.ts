import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from './disk';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'diptych-disk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('makes a folder and those above it, and takes one that is there as it is', async () => {
  const path = join(await emptyFolder(), 'a', 'b', 'c');
  await makeFolder(path);
  await makeFolder(path);
  expect((await stat(path)).isDirectory()).toBe(true);
});

test('refuses to make a folder in the place of a file, and in one', async () => {
  const file = join(await emptyFolder(), 'file');
  await writeFile(file, '');
  await expect(makeFolder(file)).rejects.toThrow('EEXIST');
  await expect(makeFolder(join(file, 'inside'))).rejects.toThrow(/ENOTDIR|ENOENT|EEXIST/);
});

test.runIf(existsSync('/proc'))('ends where a folder that is there knows no new one', async () => {
  await expect(makeFolder('/proc/nope/inside')).rejects.toThrow('ENOENT');
});
