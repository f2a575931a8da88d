import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../../core/reading/reading';
import { readInWorker } from './in-worker';
import { docxOf, docxWith, pdfOf } from './testing/bombs';
import { column, pdf, word } from './testing/documents';
import { ARTICLE_TEXT, newsPage, SENTENCES } from './testing/pages';
import { Paragraph } from 'docx';

const ROOT = join(import.meta.dirname, '../../../..');
const PAGE = new TextEncoder().encode(newsPage({}));

let built: string;
let program: URL;

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'diptych-reading-'));
  await build({
    configFile: join(ROOT, 'vite.cli.config.ts'),
    root: ROOT,
    logLevel: 'silent',
    build: { outDir: built },
  });
  await writeFile(join(built, 'package.json'), '{"type":"module"}');
  program = pathToFileURL(join(built, 'reading-worker.js'));
}, 120_000);
afterAll(() => rm(built, { recursive: true }));

const read = (name: string, bytes: Uint8Array, stop?: AbortSignal) =>
  readInWorker({ name, bytes }, stop, program);

describe('the built worker', () => {
  it('reads each kind of file', async () => {
    const files: Readonly<Record<string, Uint8Array>> = {
      'a.txt': new TextEncoder().encode(ARTICLE_TEXT),
      'a.html': PAGE,
      'a.docx': await word(SENTENCES.map((text) => new Paragraph(text))),
      'a.pdf': await pdf([
        (page, font) => {
          column(page, font, SENTENCES[0] ?? '', { x: 50, y: 700, letters: 80 });
        },
      ]),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const reading = await read(name, bytes);
      expect(reading.ok && textOf(reading.value.blocks), name).toContain(SENTENCES[0]);
      expect(reading.ok && reading.value.details.language, name).toBe('en');
    }
  });

  it('is stopped', async () => {
    const stop = new AbortController();
    const reading = read('a.html', PAGE, stop.signal);
    stop.abort();
    expect(await reading).toEqual({
      ok: false,
      problem: '“a.html” could not be read: reading was stopped.',
    });
    expect(await read('a.html', PAGE, stop.signal)).toMatchObject({ ok: false });
  });

  it.each([
    { name: 'paragraphs.docx', what: 'a million paragraphs', make: () => docxOf(1_000_000) },
    { name: 'tags.docx', what: 'more tags than any article has', make: () => docxOf(400_000) },
    {
      name: 'inflates.docx',
      what: '300 MB packed small',
      make: () => docxWith(Buffer.alloc(300_000_000)),
    },
    {
      name: 'lies.docx',
      what: '300 MB that its directory denies',
      make: () => docxWith(Buffer.alloc(300_000_000), 1_000),
    },
    { name: 'stream.pdf', what: 'a stream of 500 MB', make: () => pdfOf(500_000_000) },
    {
      name: 'deep.html',
      what: '100,000 elements in each other',
      make: () => Buffer.from('<div>'.repeat(100_000)),
    },
    {
      name: 'names.html',
      what: 'a megabyte in one attribute',
      make: () => Buffer.from(`<p class="${'a '.repeat(500_000)}">`),
    },
    { name: 'large.txt', what: '60 MB of text', make: () => Buffer.alloc(60_000_000, 'word ') },
  ])('survives $what', async ({ name, make }) => {
    const reading = await read(name, make());
    expect(reading).toEqual({ ok: false, problem: expect.stringContaining(`“${name}”`) });
    expect(await read('a.html', PAGE)).toMatchObject({ ok: true });
  });
});
