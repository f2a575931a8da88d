import { lineSchema } from '../../core/model/fields';
import { codeOf } from './disk';
import { ChangedElsewhere } from './write-comparison';

/** A copy's title; a title too long for the addition is cut, or the copy could not be read again. */
export function copyTitle(title: string): string {
  const whole = `${title} (copy)`;
  if (lineSchema.safeParse(whole).success) return whole;
  return `${title.slice(0, 1_900).replace(/[\ud800-\udbff]$/, '')}… (copy)`;
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room and try again.',
  EACCES: 'the workspace folder cannot be written to. Check its permissions and try again.',
  EPERM: 'the workspace folder cannot be written to. Check its permissions and try again.',
  EROFS: 'the workspace folder is read-only. Make it writable and try again.',
  EEXIST: 'a file stands where the workspace folder was. Put the folder back and try again.',
  ENOTDIR: 'a file stands where the workspace folder was. Put the folder back and try again.',
  ENOENT: 'the workspace folder is gone. Connect its drive and try again.',
};

/** Why something could not be saved, and what to do. */
export function saveProblem(error: unknown): string {
  if (error instanceof ChangedElsewhere)
    return 'another program changed the comparison meanwhile. Look at what it holds now, then make the last change again.';
  return CAUSES[codeOf(error) ?? ''] ?? `${(error as Error).message}. Try again.`;
}
