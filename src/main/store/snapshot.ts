import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Low, type Adapter } from 'lowdb';
import { breathe } from './breathe';
import { codeOf, replaceFile, type Disk } from './disk';
import { parseJsonInParts, storedInParts } from './json-parts';
import { VERSION } from './migrations';
import { parseStored, versionOf, type Stored } from './stored';

/** What a snapshot's file turned out to be. Of `damaged` ones the content is no sound snapshot; `unread` ones failed to be read or are newer. */
export type Snapshot =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unread' | 'damaged'; readonly problem: string }
  | {
      readonly kind: 'sound';
      readonly stored: Stored;
      readonly sha256: string;
      /** The format's version in the file. */
      readonly version: number;
    };

/** lowdb's adapter for one sealed JSON file: its first field is the checksum of all others. */
class SealedFile implements Adapter<unknown> {
  /** The checksum of what was read or written last; null when there was none. */
  sha256: string | null = null;

  constructor(
    readonly path: string,
    readonly disk: Disk,
    readonly keepAs?: string,
  ) {}

  async read(): Promise<unknown> {
    const bytes = await this.disk.readFile(this.path);
    const [start = '', sealed] = SEAL.exec(bytes.toString('latin1', 0, SEAL_ROOM)) ?? [];
    await breathe();
    const body = `${start && '{'}${bytes.toString('utf8', start.length)}`;
    const data = await parseJsonInParts(body);
    // A newer version may be sealed in another way; it is for the caller to refuse.
    if (sealed !== undefined && (versionOf(data) ?? 0) <= VERSION) {
      if ((await digest([OPEN, bytes.subarray(start.length)])) !== sealed)
        throw new SyntaxError('its checksum does not fit, so something in it was changed');
    }
    this.sha256 = sealed ?? null;
    return data;
  }

  async write(data: unknown): Promise<void> {
    const pieces: Buffer[] = [];
    for (const piece of await storedInParts(data as Stored)) {
      pieces.push(Buffer.from(piece, 'utf8'));
      await breathe();
    }
    this.sha256 = await digest(pieces);
    const [first = OPEN, ...rest] = pieces;
    const seal = Buffer.from(`{"sha256":"${this.sha256}",`, 'latin1');
    const bytes = Buffer.concat([seal, first.subarray(OPEN.length), ...rest]);
    await breathe();
    await replaceFile(this.path, bytes, this.disk, this.keepAs);
  }
}

/** How a sealed file begins: with the checksum of the object that all after it makes. */
const SEAL = /^\{"sha256":"([0-9a-f]{64})",/;
const SEAL_ROOM = 100;
const OPEN = Buffer.from('{');
/** So many bytes are summed without a break. */
const STRETCH = 4_000_000;

async function digest(pieces: readonly Buffer[]): Promise<string> {
  const hash = createHash('sha256');
  for (const piece of pieces)
    for (let from = 0; from < piece.length; from += STRETCH) {
      hash.update(piece.subarray(from, from + STRETCH));
      await breathe();
    }
  return hash.digest('hex');
}

/** Reads the snapshot of the comparison `id` at `path` and says what it is; never throws. */
export async function readSnapshot(path: string, id: string, disk: Disk): Promise<Snapshot> {
  const name = basename(path);
  const file = new SealedFile(path, disk);
  const database = new Low<unknown>(file, {});
  try {
    await database.read();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'missing' };
    const { message } = error as Error;
    if (error instanceof SyntaxError)
      return { kind: 'damaged', problem: `${name} is damaged (${message}).` };
    return { kind: 'unread', problem: `${name} could not be read: ${message}.` };
  }
  const version = versionOf(database.data);
  if (version === null)
    return { kind: 'damaged', problem: `${name} is not one of Diptych’s files.` };
  if (version > VERSION)
    return {
      kind: 'unread',
      problem: `${name} was written by a newer Diptych (version ${version} of the format; this one knows ${VERSION}). Update Diptych to open it.`,
    };
  const { sha256 } = file;
  if (sha256 === null && version > 1)
    return { kind: 'damaged', problem: `${name} is damaged (its checksum is missing).` };
  const stored = await parseStored(id, database.data, version);
  if (!stored.ok)
    return {
      kind: 'damaged',
      problem: `${name} is damaged (${stored.problem.replace(/\.$/, '')}).`,
    };
  return { kind: 'sound', stored: stored.value, sha256: sha256 ?? '', version };
}

/** Writes a snapshot durably and answers its checksum; the file before stays under the name `keepAs`. */
export async function writeSnapshot(
  path: string,
  stored: Stored,
  disk: Disk,
  keepAs?: string,
): Promise<string> {
  const file = new SealedFile(path, disk, keepAs);
  await new Low<unknown>(file, stored).write();
  return file.sha256 ?? '';
}
