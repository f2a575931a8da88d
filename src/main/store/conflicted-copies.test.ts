import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { DRAFT, openWorkspace, retitle } from './testing/scenario';

let folder: string;
let comparisons: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-copies-'));
  comparisons = join(folder, 'comparisons');
});
afterEach(() => rm(folder, { recursive: true }));

const ID = 'id-1';
const path = (name: string) => join(comparisons, name);

/** Makes the comparison and changes its title so many times; the last changes are in the journal unless it is left. */
async function edit(titles: readonly string[], leave: boolean): Promise<void> {
  const workspace = openWorkspace(folder);
  const { entries } = await workspace.library();
  if (entries.length === 0) await workspace.create(DRAFT);
  let revision = entries[0]?.revision ?? 0;
  for (const title of titles) {
    expect(await workspace.commit(ID, [retitle(title)], revision)).toMatchObject({ ok: true });
    revision++;
  }
  if (leave) await workspace.settle();
}

const listed = async () => (await openWorkspace(folder).library()).copies;

const NAMES = [
  `${ID} (conflicted copy 2026-01-02).json`,
  `${ID} (Ann's conflicted copy 2026-01-02).json`,
  `${ID} (Anns in Konflikt stehende Kopie 2026-01-02 1).json`,
  `${ID}.sync-conflict-20260102-101530-ABCDEFG.json`,
  `${ID}-LAPTOP.json`,
  `${ID}_conflict-20260102-101530.json`,
  `${ID} 2.json`,
  `${ID} (1).json`,
];

test.each(NAMES)('%s is found, read and, once merged, kept aside', async (file) => {
  await edit(['theirs'], true);
  await copyFile(path(`${ID}.json`), path(file));
  await edit(['ours'], true);
  const workspace = openWorkspace(folder);
  const copy = { id: ID, file };
  expect(await workspace.library()).toMatchObject({
    copies: [copy],
    unreadable: [],
    entries: [{ title: 'ours' }],
  });
  expect(await workspace.readCopy(copy)).toMatchObject({ value: { title: 'theirs' } });
  const bytes = await readFile(path(file));
  expect(await workspace.putCopyAside(copy)).toEqual({ ok: true, value: null });
  expect(await listed()).toEqual([]);
  expect(await readFile(join(comparisons, 'merged-copies', file))).toEqual(bytes);

  // Another one of that name is kept beside it.
  await writeFile(path(file), bytes);
  expect(await workspace.putCopyAside(copy)).toEqual({ ok: true, value: null });
  expect(await readdir(join(comparisons, 'merged-copies'))).toEqual([`2 ${file}`, file].toSorted());
});

it('passes over Diptych’s own files and other comparisons', async () => {
  await edit(['one'], true);
  await edit(['two'], false);
  const workspace = openWorkspace(folder);
  await workspace.add({ ...(await made()), id: `${ID}-2` });
  await workspace.settle();
  const beside = ['.version-1', '.damaged-2026-01-02T00-00-00', '.backup (conflicted copy)'];
  for (const name of beside.map((each) => `${each}.json`))
    await copyFile(path(`${ID}.json`), path(`${ID}${name}`));
  // What is left of a comparison that was removed from outside.
  await copyFile(path(`${ID}-2.json`), path(`${ID}-3.backup.json`));
  await writeFile(path('other (1).json'), '{}');
  expect(await listed()).toEqual([]);
});

async function made() {
  const opened = await openWorkspace(folder).open(ID);
  if (!opened.ok) throw new Error(opened.problem);
  return opened.value.comparison;
}

it('reads a copy with the edits of its journal, wherever that went', async () => {
  await edit(['base'], true);
  const base = await readFile(path(`${ID}.json`));
  await edit(['in the journal'], false);
  const journal = await readFile(path(`${ID}.journal`));
  await rm(path(`${ID}.journal`));
  await edit(['ours'], true);

  const snapshot = { id: ID, file: `${ID} (1).json` };
  await writeFile(path(snapshot.file), base);
  const lines = { id: ID, file: `${ID} (1).journal` };
  await writeFile(path(lines.file), journal);
  const workspace = openWorkspace(folder);
  expect(await workspace.readCopy(snapshot)).toMatchObject({ value: { title: 'in the journal' } });
  expect(await workspace.readCopy(lines)).toMatchObject({ value: { title: 'in the journal' } });
  await workspace.putCopyAside(snapshot);
  expect(await listed()).toEqual([]);

  // The copy took the comparison's place, so that its own journal was put aside as not fitting.
  await writeFile(path(snapshot.file), base);
  await writeFile(path(`${ID}.damaged-2026-01-02T00-00-00.journal`), journal);
  expect(await workspace.readCopy(snapshot)).toMatchObject({ value: { title: 'in the journal' } });
});

it('says of a journal without its snapshot what to do', async () => {
  await edit(['base'], true);
  await edit(['more'], false);
  const journal = await readFile(path(`${ID}.journal`));
  const copy = { id: ID, file: `${ID} (1).journal` };
  for (const name of await readdir(comparisons)) if (name.includes('.')) await rm(path(name));
  await edit(['another'], true);
  await rm(path('history'), { recursive: true });
  await writeFile(path(copy.file), journal);
  expect(await openWorkspace(folder).readCopy(copy)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('Wait until the file-sync program has brought all files'),
  });
});

it('reads nothing that is no copy in its folder', async () => {
  await edit(['one'], true);
  const workspace = openWorkspace(folder);
  for (const file of [`${ID}.json`, '../workspace.json', `${ID} (1).json`, ''])
    expect(await workspace.readCopy({ id: ID, file })).toMatchObject({ ok: false });
});
