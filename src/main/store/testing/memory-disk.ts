import { dirname } from 'node:path';
import type { Disk, OpenFile } from '../disk';

interface Inode {
  bytes: Buffer;
  /** What a power cut leaves of it. */
  durable: Buffer;
  time: number;
}

type Names = ReadonlyMap<string, Inode>;

/** A disk in memory that can lose its power: then of what was not synced, all or any part is lost. */
export class MemoryDisk implements Disk {
  /** How many calls were made. */
  calls = 0;
  /** The power goes with this call; it and all after it fail. */
  cutAt = Infinity;
  /** This one call fails. */
  failAt = Infinity;
  #clock = 0;
  #names = new Map<string, Inode>();
  #folders = new Set<string>();
  /** What each folder was after every change of its names since it was synced, first as it was then. */
  #pasts = new Map<string, Names[]>();

  /** The power comes back; `chance` answers numbers below 1 that choose what of the unsynced is left, null leaves nothing. */
  restart(chance: (() => number) | null): void {
    this.cutAt = Infinity;
    this.failAt = Infinity;
    const left = new Map<string, Inode>();
    for (const [folder, pasts] of this.#pasts) {
      const names = pasts[chance ? Math.floor(chance() * pasts.length) : 0];
      for (const [name, inode] of names ?? []) left.set(name, inode);
      this.#pasts.set(folder, []);
    }
    for (const inode of left.values()) {
      // A part of what was written came through, and it may be one that has only zeros.
      const { bytes, durable } = inode;
      const survived = chance
        ? bytes.subarray(0, Math.floor(chance() * (bytes.length + 1)))
        : durable;
      const synced = bytes.equals(durable) || chance === null || chance() < 0.3;
      const zeros = chance !== null && chance() < 0.3;
      inode.bytes = Buffer.from(synced ? durable : survived);
      if (!synced && zeros) inode.bytes.fill(0, Math.min(durable.length, inode.bytes.length));
      // What was synced and not written over is there.
      const kept = commonStart(bytes, durable);
      if (
        inode.bytes.length < kept ||
        !inode.bytes.subarray(0, kept).equals(bytes.subarray(0, kept))
      )
        inode.bytes = Buffer.concat([bytes.subarray(0, kept), inode.bytes.subarray(kept)]);
      inode.durable = inode.bytes;
    }
    this.#names = left;
    for (const name of left.keys()) this.#pasts.set(dirname(name), [this.#in(dirname(name))]);
  }

  open = async (path: string, to: 'read' | 'make' | 'change'): Promise<OpenFile> => {
    this.#call();
    if (to === 'read')
      return this.#file({ bytes: Buffer.alloc(0), durable: Buffer.alloc(0), time: 0 }, path);
    const known = this.#names.get(path);
    if (known && to === 'make') throw failed('EEXIST');
    const inode = known ?? {
      bytes: Buffer.alloc(0),
      durable: Buffer.alloc(0),
      time: ++this.#clock,
    };
    if (!known) this.#change(path, (names) => names.set(path, inode));
    return this.#file(inode, null);
  };

  #file(inode: Inode, folder: string | null): OpenFile {
    const touch = (bytes: Buffer) => {
      inode.bytes = bytes;
      inode.time = ++this.#clock;
    };
    const sync = async () => {
      this.#call();
      if (folder === null) inode.durable = inode.bytes;
      else this.#pasts.set(folder, [this.#in(folder)]);
    };
    return {
      write: async (bytes, from, position) => {
        this.#call();
        const end = position + bytes.length - from;
        const next = Buffer.alloc(Math.max(end, inode.bytes.length));
        inode.bytes.copy(next);
        Buffer.from(bytes.subarray(from)).copy(next, position);
        touch(next);
        return bytes.length - from;
      },
      size: async () => {
        this.#call();
        return inode.bytes.length;
      },
      truncate: async (size) => {
        this.#call();
        touch(Buffer.concat([inode.bytes, Buffer.alloc(size)], size));
      },
      sync,
      datasync: sync,
      close: async () => this.#call(),
    };
  }

  readFile = async (path: string): Promise<Buffer> => {
    this.#call();
    return Buffer.from(this.#inode(path).bytes);
  };

  readdir = async (path: string): Promise<readonly string[]> => {
    this.#call();
    return Array.from(this.#in(path).keys(), (name) => name.slice(path.length + 1));
  };

  stat = async (path: string): Promise<{ readonly mtimeMs: number; readonly size: number }> => {
    this.#call();
    if (this.#folders.has(path)) return { mtimeMs: 0, size: 0 };
    const { time, bytes } = this.#inode(path);
    return { mtimeMs: time, size: bytes.length };
  };

  mkdir = async (path: string): Promise<void> => {
    this.#call();
    this.#folders.add(path);
  };

  rename = async (from: string, to: string): Promise<void> => {
    this.#call();
    const inode = this.#inode(from);
    // Two names of one file: the system leaves both.
    if (this.#names.get(to) === inode) return;
    this.#change(to, (names) => {
      names.delete(from);
      names.set(to, inode);
    });
  };

  link = async (from: string, to: string): Promise<void> => {
    this.#call();
    const inode = this.#inode(from);
    this.#change(to, (names) => names.set(to, inode));
  };

  remove = async (path: string): Promise<void> => {
    this.#call();
    this.#change(path, (names) => names.delete(path));
  };

  pause = async (): Promise<void> => undefined;

  #call(): void {
    if (++this.calls >= this.cutAt || this.calls === this.failAt) throw failed('EIO');
  }

  #inode(path: string): Inode {
    const inode = this.#names.get(path);
    if (!inode) throw failed('ENOENT');
    return inode;
  }

  #in(folder: string): Map<string, Inode> {
    return new Map(Array.from(this.#names).filter(([name]) => dirname(name) === folder));
  }

  #change(path: string, change: (names: Map<string, Inode>) => void): void {
    const folder = dirname(path);
    if (!this.#pasts.has(folder)) this.#pasts.set(folder, [this.#in(folder)]);
    change(this.#names);
    this.#pasts.get(folder)?.push(this.#in(folder));
  }
}

function commonStart(one: Buffer, other: Buffer): number {
  const end = Math.min(one.length, other.length);
  for (let at = 0; at < end; at++) if (one[at] !== other[at]) return at;
  return end;
}

function failed(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}
