import { createHash } from 'node:crypto';
import { apply } from '../../core/edit/apply';
import { editSchema, type Edit } from '../../core/edit/edit';
import type { Comparison } from '../../core/model/comparison';
import { momentSchema } from '../../core/model/fields';
import { success, type Result } from '../../core/result';
import { z } from '../../core/zod';
import type { Stored } from './stored';

const lineSchema = z.strictObject({
  /** The checksum of the snapshot the journal leads on from, shortened. */
  base: z.string(),
  revision: z.int().positive(),
  time: momentSchema,
  edits: z.array(editSchema).min(1).readonly(),
});

/** One acknowledged commit. */
export type Line = Readonly<z.infer<typeof lineSchema>>;

/** What a journal's file holds, as far as it can be read. */
export interface Journal {
  /** The sound lines before any damage, in order. */
  readonly lines: readonly Line[];
  /** Where the last of them ends, in bytes. */
  readonly end: number;
  /** How many whole lines cannot be relied upon: the first damaged one and all after it. */
  readonly damaged: number;
  readonly size: number;
}

/** No journal. */
export const NO_JOURNAL: Journal = { lines: [], end: 0, damaged: 0, size: 0 };

/** How a snapshot's checksum is named in the lines that follow it. */
export function baseOf(sha256: string): string {
  return sha256.slice(0, 16);
}

/** A commit as a line of the journal: a checksum and JSON. */
export function encodeLine(line: Line): Buffer {
  const { base, revision, time, edits } = line;
  const json = JSON.stringify({ base, revision, time, edits } satisfies Line);
  return Buffer.from(`${checksum(json)} ${json}\n`, 'utf8');
}

/** Reads a journal. What follows the last line's end was never acknowledged and is passed over. */
export function decodeJournal(bytes: Buffer): Journal {
  const lines: Line[] = [];
  let end = 0;
  for (let next = bytes.indexOf(10); next >= 0; next = bytes.indexOf(10, end)) {
    const line = decodeLine(bytes.toString('utf8', end, next));
    if (!line) return { lines, end, damaged: countLines(bytes, end), size: bytes.length };
    lines.push(line);
    end = next + 1;
  }
  return { lines, end, damaged: 0, size: bytes.length };
}

function decodeLine(text: string): Line | null {
  const json = text.slice(17);
  if (text[16] !== ' ' || text.slice(0, 16) !== checksum(json)) return null;
  try {
    return lineSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

function checksum(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}

function countLines(bytes: Buffer, from: number): number {
  let count = 0;
  for (let at = bytes.indexOf(10, from); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** Applies the lines that lead on from `stored`, each once; the lines that do not fit are counted. */
export function replay(
  stored: Stored,
  lines: readonly Line[],
): { readonly stored: Stored; readonly unapplied: number } {
  let current = stored;
  for (const [index, line] of lines.entries()) {
    // Already in the snapshot; but after one that was applied, a revision that comes again is another program's.
    if (line.revision <= stored.revision) continue;
    const { revision, time, edits } = line;
    const applied = revision === current.revision + 1 ? applyAll(current.comparison, edits) : null;
    if (!applied?.ok) return { stored: current, unapplied: lines.length - index };
    current = { ...current, comparison: applied.value, revision, modified: time };
  }
  return { stored: current, unapplied: 0 };
}

/** The comparison after edits, all or none. */
export function applyAll(comparison: Comparison, edits: readonly Edit[]): Result<Comparison> {
  let current = comparison;
  for (const edit of edits) {
    const applied = apply(current, edit);
    if (!applied.ok) return applied;
    current = applied.value.comparison;
  }
  return success(current);
}
