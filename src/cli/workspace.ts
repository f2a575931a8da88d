import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { takeLock } from '../main/store/lock';
import { holderWords } from '../main/store/words';
import { Workspace } from '../main/store/workspace';
import { InputError, type Io } from './io';

const now = () => new Date().toISOString();

/** The workspace in the folder `name`, to read: nothing in it is changed, and another program may have it open. */
export async function openToRead(name: string, io: Io): Promise<Workspace> {
  const folder = resolve(io.folder, name);
  const held = await stat(join(folder, 'comparisons')).catch(() => null);
  if (!held?.isDirectory())
    throw new InputError(`“${name}” is no workspace: it has no folder “comparisons”.`);
  return new Workspace(folder, { now, newId: uuidv7, readOnly: () => 'This command only reads' });
}

/** Works on the workspace in the folder `name`, made when it is not there, as `program`, unless another one has it open. */
export async function changeWorkspace<T>(
  name: string,
  program: string,
  io: Io,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const folder = resolve(io.folder, name);
  const lock = await takeLock(folder, program);
  try {
    const holder = lock.heldBy();
    if (holder) throw new InputError(`${holderWords(holder)}. Close it there, or use another one.`);
    const readOnly = () => {
      const other = lock.heldBy();
      return other && holderWords(other);
    };
    const workspace = new Workspace(folder, { now, newId: uuidv7, readOnly });
    try {
      return await work(workspace);
    } finally {
      await workspace.settle();
    }
  } finally {
    await lock.release();
  }
}
