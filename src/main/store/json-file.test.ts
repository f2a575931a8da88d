import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JsonFile, writeDurably } from './json-file';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-json-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('JsonFile', () => {
  it.each([
    { name: 'an object', data: { a: [1, null, { b: 'c' }] } },
    { name: 'Unicode', data: 'e\u0301 é 😀 \u2028 שלום \0' },
    { name: 'lone surrogates', data: ['\ud83d', '\ude00x'] },
    { name: 'a long text', data: 'é'.repeat(300_000) },
  ])('gives back $name', async ({ data }) => {
    const path = join(folder, 'data.json');
    await new JsonFile<unknown>(path).write(data);
    expect(await new JsonFile<unknown>(path).read()).toEqual(data);
    expect(await readdir(folder)).toEqual(['data.json']);
  });

  it('answers null for a file that is not there', async () => {
    expect(await new JsonFile(join(folder, 'gone.json')).read()).toBeNull();
    expect(await new JsonFile(join(folder, 'no', 'folder', 'gone.json')).read()).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['null', '0', 'false', '""'])(
    'throws on a file of %s, which lowdb would take for none',
    async (text) => {
      const path = join(folder, 'data.json');
      await writeFile(path, text);
      await expect(new JsonFile(path).read()).rejects.toThrow(`nothing but ${text}`);
    },
  );

  it.each(['', '{', '{"a":1}x'])('throws on the damaged file %j and leaves it', async (text) => {
    const path = join(folder, 'data.json');
    await writeFile(path, text);
    await expect(new JsonFile(path).read()).rejects.toThrow(SyntaxError);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('throws on a folder in the file’s place', async () => {
    await expect(new JsonFile(folder).read()).rejects.toThrow(/EISDIR/);
  });

  it('makes no folder: one that is gone may come back', async () => {
    const path = join(folder, 'gone', 'data.json');
    await expect(new JsonFile<number>(path).write(7)).rejects.toThrow('ENOENT');
    expect(await readdir(folder)).toEqual([]);
  });

  it('replaces the old file whole', async () => {
    const file = new JsonFile<string>(join(folder, 'data.json'));
    await file.write('a'.repeat(10_000));
    await file.write('b');
    expect(await file.read()).toBe('b');
    expect(await readdir(folder)).toEqual(['data.json']);
  });

  it.each([
    {
      name: 'data that cannot become JSON',
      data: {
        toJSON() {
          throw new Error('no JSON');
        },
      },
    },
    { name: 'data that is no JSON at all', data: undefined },
  ])('leaves the old file whole when it is given $name', async ({ data }) => {
    const file = new JsonFile<unknown>(join(folder, 'data.json'));
    await file.write({ old: true });
    await expect(file.write(data)).rejects.toThrow(Error);
    expect(await file.read()).toEqual({ old: true });
    expect(await readdir(folder)).toEqual(['data.json']);
  });

  it('shows a reader the old data or the new, never a part', async () => {
    const file = new JsonFile<string>(join(folder, 'data.json'));
    const texts = ['a', 'b'].map((letter) => letter.repeat(200_000));
    await file.write(texts[0] ?? '');
    const state = { writing: true };
    const written = (async () => {
      for (let time = 1; time < 10; time++) await file.write(texts[time % 2] ?? '');
      state.writing = false;
    })();
    let reads = 0;
    for (; state.writing; reads++) expect(texts.includes((await file.read()) ?? '')).toBe(true);
    await written;
    expect(reads).toBeGreaterThan(0);
  });
});

describe('writeDurably', () => {
  it('makes the folders above the file', async () => {
    const path = join(folder, 'one', 'two', 'data.json');
    await writeDurably(path, '7');
    expect(await readFile(path, 'utf8')).toBe('7');
  });

  it('refuses a folder that is a file and leaves that file', async () => {
    await writeFile(join(folder, 'file'), 'kept');
    await expect(writeDurably(join(folder, 'file', 'data.json'), 'new')).rejects.toThrow(
      /EEXIST|ENOTDIR/,
    );
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('kept');
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('leaves no temporary file when the target is a folder', async () => {
    await mkdir(join(folder, 'data.json', 'inside'), { recursive: true });
    await expect(writeDurably(join(folder, 'data.json'), 'new')).rejects.toThrow(/rename/);
    expect(await readdir(folder)).toEqual(['data.json']);
    expect(await readdir(join(folder, 'data.json'))).toEqual(['inside']);
  });

  it('lets concurrent writers each write a whole file', async () => {
    const path = join(folder, 'data.txt');
    const texts = Array.from({ length: 8 }, (_, index) => String(index).repeat(50_000));
    await Promise.all(texts.map((text) => writeDurably(path, text)));
    expect(texts.includes(await readFile(path, 'utf8'))).toBe(true);
    expect(await readdir(folder)).toEqual(['data.txt']);
  });
});
