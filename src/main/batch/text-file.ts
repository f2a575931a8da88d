import chardet from 'chardet';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { failure, success, type Result } from '../../core/result';
import { SourceError } from './batch';

const MAGIC_BYTES = 4;
/** The longest line of JSON, in UTF-16 code units: two articles of the largest size, with their escapes. */
const LONGEST_LINE = 50_000_000;
const GZIP = '1f8b';
/** So many bytes are unpacked of any file; after that, no more than so many times its size: texts pack to a tenth or so. */
const UNPACKED_FREELY = 100_000_000;
const MOST_UNPACKED = 200;
/** Beginnings of packed files that Node cannot unpack: bzip2, Zstandard, LZ4, xz. */
const PACKED = ['425a68', '28b52ffd', '04224d18', 'fd377a58'];

/** A text file in pieces, unpacked when it is gzip, and decoded: byte-order mark, UTF-8, or what its bytes look like. */
export async function* textOf(path: string): AsyncGenerator<string> {
  try {
    const magic = await magicOf(path);
    if (PACKED.some((known) => magic.startsWith(known)))
      throw new SourceError('it is packed in a way Diptych cannot unpack. Unpack it, or use gzip.');
    const isGzip = magic.startsWith(GZIP);
    const decoder = new TextDecoder(await encodingOf(path, isGzip));
    for await (const bytes of bytesOf(path, isGzip)) {
      const piece = decoder.decode(bytes, { stream: true });
      if (piece !== '') yield piece;
    }
    yield decoder.decode();
  } catch (error) {
    throw new SourceError(`“${basename(path)}” could not be read: ${causeOf(error as Error)}`);
  }
}

/** A line of a text file, counted from 1; a line too long to be one is a problem. */
export interface Line {
  readonly line: number;
  readonly text: Result<string>;
}

/** The lines of a text file that are not blank. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  let rest = '';
  let line = 0;
  let skipping = false;
  for await (const piece of textOf(path)) {
    // Only the new piece is searched: a line may come in very many.
    const [head = '', ...more] = piece.split('\n');
    const lines = [rest + head, ...more];
    rest = lines.pop() ?? '';
    for (const text of lines) {
      line++;
      if (!skipping && text.trim() !== '') yield { line, text: success(text) };
      skipping = false;
    }
    if (rest.length > LONGEST_LINE) {
      if (!skipping) yield { line: line + 1, text: failure('it is too long.') };
      skipping = true;
      rest = '';
    }
  }
  if (!skipping && rest.trim() !== '') yield { line: line + 1, text: success(rest) };
}

/** The file's bytes in pieces, unpacked when they are gzip. */
function bytesOf(path: string, isGzip: boolean): AsyncIterable<Buffer> {
  const file = createReadStream(path);
  return isGzip ? unpackedOf(file) : file;
}

async function* unpackedOf(file: Readable): AsyncGenerator<Buffer> {
  const unpacked = createGunzip();
  // What goes wrong with either is thrown to the reader of the unpacked bytes.
  pipeline(file, unpacked, () => undefined);
  let size = 0;
  for await (const piece of unpacked as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > UNPACKED_FREELY && size > MOST_UNPACKED * unpacked.bytesWritten)
      throw new SourceError('it unpacks to far more than any text would.');
    yield piece;
  }
}

/** The first bytes of a file, in hex. */
async function magicOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC_BYTES), 0, MAGIC_BYTES, 0);
    return buffer.toString('hex', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** UTF-16 by its mark, UTF-8 where all bytes are, else what the bytes look like where they first are not. */
async function encodingOf(path: string, isGzip: boolean): Promise<string> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let before: Buffer | null = null;
  for await (const bytes of bytesOf(path, isGzip)) {
    if (!before && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
    if (!before && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
    try {
      strict.decode(bytes, { stream: true });
    } catch {
      const sample = Buffer.concat([before ?? Buffer.alloc(0), bytes]);
      return isMostlyUtf8(sample) ? 'utf-8' : (chardet.detect(sample) ?? 'windows-1252');
    }
    before = bytes;
  }
  return 'utf-8';
}

/** Whether bytes that are not UTF-8 are so but for a fault here and there: of another encoding, hardly any would fit. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const beyondAscii = bytes.toString('utf8').match(/[^\0-\x7f]/gu) ?? [];
  const faults = beyondAscii.filter((character) => character === '\uFFFD').length;
  return faults < beyondAscii.length / 2;
}

function causeOf(error: NodeJS.ErrnoException): string {
  if (error instanceof SourceError) return error.message;
  const causes: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file. Check its name and place.',
    EISDIR: 'it is a folder.',
    EACCES: 'reading it is not allowed.',
    ESPIPE: 'it can be read only once. Save it as a file first.',
    Z_BUF_ERROR: 'it is packed, and its end is missing.',
    Z_DATA_ERROR: 'it is packed, and damaged.',
  };
  return causes[error.code ?? ''] ?? `${error.message}.`;
}
