import chardet from 'chardet';
import { MAX_TEXT_LENGTH } from '../../core/model/article';
import { failure, success, type Result } from '../../core/result';
import { normaliseText } from '../../core/text/normalise';

/** The largest article file, in bytes. */
export const MAX_FILE_BYTES = 4 * MAX_TEXT_LENGTH;

/** So much of a text, around the first byte that is not ASCII, tells its encoding; all of it would take seconds. */
const SAMPLE_BYTES = 65_536;

/**
 * Decodes a text file: byte-order mark, then strict UTF-8, then the encoding it declares, then what its bytes look like;
 * refuses what is not text.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Result<string> {
  if (bytes.length > MAX_FILE_BYTES)
    return failure(`it is larger than ${MAX_FILE_BYTES / 1_000_000} MB. Cut it into parts.`);
  const encoding = markedEncoding(bytes) ?? (hasNul(bytes) ? unmarkedUtf16(bytes) : undefined);
  if (encoding === null)
    return failure('it is not a text file. Save it as plain text (.txt) first.');
  const text = encoding ? decodeAs(encoding, bytes) : unmarked(bytes, declared);
  if (text === null) return failure('its encoding is not known. Save it as UTF-8 text first.');
  return success(normaliseText(text));
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function hasNul(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4_096).includes(0);
}

/** UTF-16 without a mark has its NULs nearly all (not U+1F600's) on one side of each pair; else NULs mean binary. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4_096);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even++;
    else odd++;
  });
  if (odd > sample.length / 8 && even < odd / 16) return 'utf-16le';
  if (even > sample.length / 8 && odd < even / 16) return 'utf-16be';
  return null;
}

function unmarked(bytes: Uint8Array, declared: string | undefined): string | null {
  // Some encodings are all ASCII by their bytes; others are never UTF-8 by chance, whatever a file declares.
  const ascii = declared !== undefined && bytes.every((byte) => byte < 0x80);
  return (
    (ascii ? decodeAs(declared, bytes) : null) ??
    decodeAs('utf-8', bytes, true) ??
    (declared === undefined ? null : decodeAs(declared, bytes)) ??
    guessed(bytes)
  );
}

function guessed(bytes: Uint8Array): string | null {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - SAMPLE_BYTES / 2);
  const sample = bytes.subarray(from, from + SAMPLE_BYTES);
  return decodeAs(chardet.detect(sample) ?? 'windows-1252', bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array, fatal = false): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal });
    // In one go, Node 20 takes windows-1252 for ISO 8859-1 and loses its quote marks; as a stream it does not.
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    return null;
  }
}
