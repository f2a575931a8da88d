import type { FileHandle } from 'node:fs/promises';
import { SIDES } from '../../core/model/fields';
import type { Comparison } from '../../core/model/comparison';
import { foldedText } from '../../core/text/search';

/** How a file of records begins; another version is another file. */
export const HEAD = Buffer.from('diptych texts 1\n');

/** The folded texts of one comparison. */
export interface TextRecord {
  readonly id: string;
  /** Tells the texts from others; see `textsKey`. */
  readonly key: string;
  /** UTF-8; the two texts with a line end between, and nothing else has one. */
  readonly body: Buffer;
}

/** Tells a comparison's texts from others. */
export function textsKey({ left, right }: Comparison): string {
  return left.sha256.slice(0, 16) + right.sha256.slice(0, 16);
}

/** A comparison's texts as a record of the file: a line with id, key and length in bytes, and the folded texts. */
export function encodeTexts(comparison: Comparison): Buffer {
  const body = Buffer.from(SIDES.map((side) => foldedText(comparison[side].text)).join('\n'));
  const head = Buffer.from(`${comparison.id} ${textsKey(comparison)} ${body.length}\n`);
  return Buffer.concat([head, body, LINE_END]);
}

const LINE_END = Buffer.from('\n');
const NEW_LINE = 10;
const RECORD_HEAD = /^([A-Za-z0-9_-]{1,64}) ([0-9a-f]{32}) (\d{1,9})$/;
/** How much is read at once, in bytes: little enough that looking through it delays nothing. */
const CHUNK = 2_097_152;
/** The longest line that begins a record. */
const LONGEST_HEAD = 128;

/**
 * Shows every record of a file in order, as many as are whole; a record's body is good until `see` returns. Answers where
 * the last one ends, in bytes; 0 when it is no such file.
 */
export async function walkRecords(
  file: FileHandle,
  see: (record: TextRecord, size: number) => void,
  signal: AbortSignal,
): Promise<number> {
  let buffer = Buffer.allocUnsafe(CHUNK);
  const head = await file.read(buffer, 0, HEAD.length, 0);
  if (!buffer.subarray(0, head.bytesRead).equals(HEAD)) return 0;
  for (let at = HEAD.length; ;) {
    signal.throwIfAborted();
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    const part = buffer.subarray(0, bytesRead);
    let used = 0;
    for (let next = recordAt(part, 0); next; next = recordAt(part, used)) {
      see(next.record, next.end - used);
      used = next.end;
    }
    at += used;
    if (used > 0) continue;
    if (bytesRead < buffer.length || !headAt(part, 0)) return at;
    buffer = Buffer.allocUnsafe(2 * buffer.length);
  }
}

/** The whole record that begins at `from`, or null. */
function recordAt(part: Buffer, from: number): { record: TextRecord; end: number } | null {
  const head = headAt(part, from);
  if (!head) return null;
  const end = head.start + head.length + 1;
  if (end > part.length || part[end - 1] !== NEW_LINE) return null;
  const body = part.subarray(head.start, end - 1);
  return { record: { id: head.id, key: head.key, body }, end };
}

/** The line that begins a record at `from`: what it says, and where the body starts. */
function headAt(part: Buffer, from: number) {
  const line = part.subarray(from, from + LONGEST_HEAD);
  const [, id, key, length] =
    RECORD_HEAD.exec(line.toString('latin1', 0, line.indexOf(NEW_LINE))) ?? [];
  if (id === undefined || key === undefined) return null;
  return { id, key, length: Number(length), start: from + line.indexOf(NEW_LINE) + 1 };
}
