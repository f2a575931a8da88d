import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '../../core/model/settings';
import { z } from '../../core/zod';
import { openCheckedFile } from './checked-file';
import { realDisk, type Disk } from './disk';

const fileSchema = z.object({ version: z.literal(1), ...settingsSchema.unwrap().shape });

/** The workspace's settings file. */
export interface SettingsFile {
  readonly read: () => Promise<Settings>;
  /** Resolves once the settings are durable. */
  readonly write: (settings: Settings) => Promise<void>;
}

/** Opens the settings at `path`; while there are none, or they cannot be read, the defaults hold and `onProblem` is told. */
export function openSettings(
  path: string,
  onProblem: (problem: string) => void,
  disk: Disk = realDisk,
): SettingsFile {
  const file = openCheckedFile(path, fileSchema, { version: 1, onProblem, disk });
  return {
    read: async () => settingsSchema.parse((await file.read()) ?? DEFAULT_SETTINGS),
    write: (settings) => file.write({ version: 1, ...settings }),
  };
}
