import chardet from 'chardet';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { failure, success, type Result } from '../../core/result';
import { SourceError } from './batch';

const SAMPLE_BYTES = 262_144;
/** The longest line of JSON, in UTF-16 code units: two articles of the largest size, with their escapes. */
const LONGEST_LINE = 50_000_000;
/** Beginnings of packed files that Node cannot unpack: bzip2, Zstandard, LZ4, xz. */
const PACKED = ['425a68', '28b52ffd', '04224d18', 'fd377a58'];

/** A text file in pieces, unpacked when it is gzip, and decoded: byte-order mark, UTF-8, or what its bytes look like. */
export async function* textOf(path: string): AsyncGenerator<string> {
  try {
    const sample = await firstBytes(path);
    if (PACKED.some((magic) => sample.toString('hex', 0, 4).startsWith(magic)))
      throw new SourceError('it is packed in a way Diptych cannot unpack. Unpack it, or use gzip.');
    const decoder = new TextDecoder(await encodingOf(path, sample));
    for await (const bytes of bytesOf(path, sample)) {
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
    const lines = (rest + piece).split('\n');
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
function bytesOf(path: string, sample: Buffer): AsyncIterable<Buffer> {
  const file = createReadStream(path);
  if (!isGzip(sample)) return file;
  const unpacked = createGunzip();
  // What goes wrong with either is thrown to the reader of the unpacked bytes.
  pipeline(file, unpacked, () => undefined);
  return unpacked;
}

function isGzip(sample: Buffer): boolean {
  return sample[0] === 0x1f && sample[1] === 0x8b;
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function encodingOf(path: string, sample: Buffer): Promise<string> {
  if (isGzip(sample)) return 'utf-8';
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of bytesOf(path, sample)) strict.decode(bytes, { stream: true });
    strict.decode();
    return 'utf-8';
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return chardet.detect(sample) ?? 'windows-1252';
  }
}

function causeOf(error: NodeJS.ErrnoException): string {
  if (error instanceof SourceError) return error.message;
  const causes: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file. Check its name and place.',
    EISDIR: 'it is a folder.',
    EACCES: 'reading it is not allowed.',
    Z_BUF_ERROR: 'it is packed, and its end is missing.',
    Z_DATA_ERROR: 'it is packed, and damaged.',
  };
  return causes[error.code ?? ''] ?? `${error.message}.`;
}
