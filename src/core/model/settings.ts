import { z } from '../zod';
import { lineSchema } from './fields';

/** What holds for a whole workspace: who works in it. */
export const settingsSchema = z.object({ analyst: lineSchema }).readonly();
export type Settings = z.infer<typeof settingsSchema>;

/** The settings of a new workspace. */
export const DEFAULT_SETTINGS: Settings = { analyst: '' };
