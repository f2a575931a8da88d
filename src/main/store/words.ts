import { lineSchema } from '../../core/model/fields';
import { hostname } from 'node:os';
import { codeOf } from './disk';
import { ReadOnly } from './guarded-disk';
import type { Holder } from './lock-file';
import { ChangedElsewhere } from './write-comparison';

/** A copy's title; a title too long for the addition is cut, or the copy could not be read again. */
export function copyTitle(title: string, addition = 'copy'): string {
  const whole = `${title} (${addition})`;
  if (lineSchema.safeParse(whole).success) return whole;
  return `${title.slice(0, 1_900).replace(/[\ud800-\udbff]$/, '')}… (${addition})`;
}

const UNREACHABLE =
  'the workspace folder cannot be reached. Check its drive or network and try again.';
const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room and try again.',
  EACCES: 'the workspace folder cannot be written to. Check its permissions and try again.',
  EPERM: 'the workspace folder cannot be written to. Check its permissions and try again.',
  EROFS: 'the workspace folder is read-only. Make it writable and try again.',
  EEXIST: 'a file stands where the workspace folder was. Put the folder back and try again.',
  ENOTDIR: 'a file stands where the workspace folder was. Put the folder back and try again.',
  ENOENT: 'the workspace folder is gone. Connect its drive and try again.',
  EDQUOT: 'your share of the disk is used up. Make room and try again.',
  EIO: 'the drive fails to write. Check it and its cable, and try again.',
  ENODEV: UNREACHABLE,
  ENXIO: UNREACHABLE,
  ENOTCONN: UNREACHABLE,
  ESTALE: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  EHOSTDOWN: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
};

/** Why something could not be saved, and what to do. */
export function saveProblem(error: unknown): string {
  if (error instanceof ChangedElsewhere)
    return 'another program changed the comparison meanwhile. Look at what it holds now, then make the last change again.';
  if (error instanceof ReadOnly) return `${error.message}, so it can only be read here.`;
  return CAUSES[codeOf(error) ?? ''] ?? `${(error as Error).message}. Try again.`;
}

/** Who has a workspace open: “Diptych has had this workspace open since 3 May 2026, 10:32”. */
export function holderWords({ program, host, since }: Holder): string {
  const where = host === '' || host === hostname() ? '' : ` on the computer “${host}”`;
  const moment = new Date(since);
  if (Number.isNaN(moment.getTime())) return `${program}${where} has this workspace open`;
  const when = moment.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return `${program}${where} has had this workspace open since ${when}`;
}
