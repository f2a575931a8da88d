import { z } from '../core/zod';
import { COMMAND_IDS, type CommandId } from './commands';

/** Type sizes of the articles, in pixels. */
export const TEXT_SIZES = [14, 15, 16, 17, 18, 20, 22, 25, 28, 32] as const;
/** Lengths of the articles' lines, in characters. */
export const LINE_LENGTHS = [50, 60, 70, 80, 100] as const;

/** How one person likes to read and work, in every comparison; kept with the view, not in the workspace. */
export const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  face: z.enum(['serif', 'sans']).default('serif'),
  textSize: z.literal(TEXT_SIZES).default(17),
  lineLength: z.literal(LINE_LENGTHS).default(70),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  /** How the articles scroll together: not at all, by the same share, or so that linked spans stay opposite. */
  scroll: z.enum(['off', 'proportion', 'links']).default('off'),
  /** Which ties are drawn between the articles. */
  ribbons: z.enum(['all', 'selection']).default('all'),
  /** Whether suggestions are marked in the texts. */
  marks: z.boolean().default(true),
  /** Whether the keyboard's cursor goes by character, and selections keep their exact ends. */
  exact: z.boolean().default(false),
  /** Whether keys without modifiers run commands. */
  singleKeys: z.boolean().default(true),
  /** Keys that differ from the commands' own; null for none. */
  keys: z
    .partialRecord(
      z.enum(COMMAND_IDS as [CommandId, ...CommandId[]]),
      z.string().max(40).nullable(),
    )
    .default({}),
});
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;

/** What holds until the user says otherwise. */
export const DEFAULT_PREFERENCES: Preferences = preferencesSchema.parse({});
