import { lineSchema } from '../../core/model/fields';
import { z } from '../../core/zod';
import { openCheckedFile } from './checked-file';

const settingsSchema = z.object({ version: z.literal(1), analyst: lineSchema });

/** What holds for a whole workspace: who works in it. */
export type Settings = z.infer<typeof settingsSchema>;

/** The workspace's settings file. */
export interface SettingsFile {
  readonly read: () => Promise<Settings>;
  /** Resolves once the settings are durable. */
  readonly write: (settings: Settings) => Promise<void>;
}

const DEFAULTS: Settings = { version: 1, analyst: '' };

/** Opens the settings at `path`; while there are none, or they cannot be read, the defaults hold and `onProblem` is told. */
export function openSettings(path: string, onProblem: (problem: string) => void): SettingsFile {
  const file = openCheckedFile(path, settingsSchema, { version: 1, onProblem });
  return {
    read: async () => (await file.read()) ?? DEFAULTS,
    write: (settings) => file.write(settings),
  };
}
