import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_TEXT_LENGTH, NO_DETAILS } from '../../core/model/article';
import { readComparisonFile } from './comparison-file';
import { articleFromDraft, draftFromBytes, readArticleFile, sha256 } from './article-file';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('draftFromBytes', () => {
  it.each([
    { name: 'a.txt', text: 'The mayor opened it\nBody', title: 'The mayor opened it' },
    { name: 'a.md', text: '# The mayor opened it\n', title: 'The mayor opened it' },
    { name: 'A.TXT', text: 'The mayor opened it', title: 'The mayor opened it' },
    { name: 'a.markdown', text: 'The mayor opened it', title: 'The mayor opened it' },
    { name: 'no-ending', text: 'The mayor opened it', title: 'The mayor opened it' },
    { name: 'My story.txt', text: 'Short.', title: 'My story' },
    { name: 'v1.2.txt', text: 'Short.', title: 'v1.2' },
    { name: 'Story', text: 'Short.', title: 'Story' },
  ])('titles $name “$title”', ({ name, text, title }) => {
    expect(draftFromBytes(name, utf8(text))).toEqual({
      ok: true,
      value: { ...NO_DETAILS, title, text },
    });
  });

  it.each([
    {
      name: 'a.pdf',
      bytes: utf8('text'),
      problem: '“a.pdf” could not be read: Diptych reads plain text (.txt) and Markdown (.md).',
    },
    {
      name: 'a.txt.exe',
      bytes: utf8('text'),
      problem: '“a.txt.exe” could not be read: Diptych reads plain text (.txt) and Markdown (.md).',
    },
    { name: 'a.txt', bytes: utf8(' \n\t'), problem: '“a.txt” holds no text.' },
    { name: 'a.txt', bytes: new Uint8Array(), problem: '“a.txt” holds no text.' },
    {
      name: 'a.txt',
      bytes: new Uint8Array([0, 1, 0, 0]),
      problem:
        '“a.txt” could not be read: it is not a text file. Save it as plain text (.txt) first.',
    },
  ])('refuses $name: $problem', ({ name, bytes, problem }) => {
    expect(draftFromBytes(name, bytes)).toEqual({ ok: false, problem });
  });
});

describe('articleFromDraft', () => {
  it('normalises and hashes the text and keeps the details', () => {
    const details = { ...NO_DETAILS, title: '  Mine ', outlet: 'Daily', date: '2024-07-14' };
    expect(articleFromDraft({ ...details, text: '\uFEFFab\r\nc' })).toEqual({
      ok: true,
      value: { ...details, title: 'Mine', text: 'ab\nc', sha256: sha256('ab\nc') },
    });
  });

  it.each([
    { title: '', text: 'The mayor opened it\nBody', wanted: 'The mayor opened it' },
    { title: ' ', text: 'Short.', wanted: 'Untitled article' },
    { title: 'Mine', text: 'The mayor opened it', wanted: 'Mine' },
  ])('titles “$title” with $text as “$wanted”', ({ title, text, wanted }) => {
    const article = articleFromDraft({ ...NO_DETAILS, title, text });
    expect(article.ok && article.value.title).toBe(wanted);
  });

  it.each([
    { name: 'no text', text: '', problem: 'it has no text yet. Paste its text or choose a file.' },
    {
      name: 'white space',
      text: ' \r\n',
      problem: 'it has no text yet. Paste its text or choose a file.',
    },
    {
      name: 'too long a text',
      text: 'a'.repeat(MAX_TEXT_LENGTH + 1),
      problem: 'it is longer than 10 million characters. Cut it into parts.',
    },
  ])('refuses $name', ({ text, problem }) => {
    expect(articleFromDraft({ ...NO_DETAILS, text })).toEqual({ ok: false, problem });
  });
});

describe('sha256', () => {
  // FIPS 180-2; the second from `printf 'é😀' | sha256sum`.
  it.each([
    { text: 'abc', hash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
    { text: 'é😀', hash: '1184d1f608158eea09d297565575892231550c403aaa913008d867a97cfd5c76' },
  ])('of $text', ({ text, hash }) => {
    expect(sha256(text)).toBe(hash);
  });
});

describe('readArticleFile', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'diptych-article-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads a file', async () => {
    const path = join(folder, 'Überblick.txt');
    await writeFile(path, 'Kurz – 😀');
    expect(await readArticleFile(path)).toEqual({
      ok: true,
      value: { ...NO_DETAILS, title: 'Überblick', text: 'Kurz – 😀' },
    });
  });

  it('says that a file is missing', async () => {
    expect(await readArticleFile(join(folder, 'gone.txt'))).toEqual({
      ok: false,
      problem: '“gone.txt” could not be read: there is no such file. Check its name and place.',
    });
  });

  it.skipIf(process.platform === 'win32')('reads no device, which may have no end', async () => {
    const problem = '“zero” could not be read: it is no file.';
    for (const read of [readArticleFile, readComparisonFile])
      expect(await read('/dev/zero')).toEqual({ ok: false, problem });
  });

  it('says that a folder is no file', async () => {
    const read = await readArticleFile(folder);
    expect(read).toMatchObject({ ok: false, problem: expect.stringMatching(/could not be read/) });
  });
});
