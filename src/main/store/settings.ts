import { Low } from 'lowdb';
import { lineSchema } from '../../core/model/fields';
import { z } from '../../core/zod';
import { JsonFile } from './json-file';

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

/** Opens the settings at `path`; while there are none, or they cannot be read, the defaults hold. */
export function openSettings(path: string): SettingsFile {
  return {
    async read() {
      const database = new Low<unknown>(new JsonFile<unknown>(path), null);
      await database.read().catch(() => undefined);
      return settingsSchema.safeParse(database.data).data ?? DEFAULTS;
    },
    async write(settings) {
      await new Low<Settings>(new JsonFile<Settings>(path), settings).write();
    },
  };
}
