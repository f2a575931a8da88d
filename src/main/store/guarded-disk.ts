import type { Disk } from './disk';

/** Nothing may be written now; the message says why. */
export class ReadOnly extends Error {}

/** A disk on which nothing is changed while there is a reason not to, in words. */
export function guardedDisk(disk: Disk, reason: () => string | null): Disk {
  const check = () => {
    const why = reason();
    if (why !== null) throw new ReadOnly(why);
  };
  return {
    ...disk,
    async open(path, to) {
      if (to !== 'read') check();
      return disk.open(path, to);
    },
    // A folder that is asked for is there already, or reading it will say that it is not.
    mkdir: async (path) => (reason() === null ? disk.mkdir(path) : undefined),
    async rename(from, to) {
      check();
      await disk.rename(from, to);
    },
    async link(from, to) {
      check();
      await disk.link(from, to);
    },
    async remove(path) {
      check();
      await disk.remove(path);
    },
  };
}
