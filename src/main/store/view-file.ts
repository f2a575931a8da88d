import { dirname } from 'node:path';
import { idSchema, lineSchema } from '../../core/model/fields';
import { z } from '../../core/zod';
import { viewStateSchema } from '../../ipc/payloads';
import { DEFAULT_PREFERENCES, preferencesSchema } from '../../ipc/preferences';
import { openCheckedFile } from './checked-file';
import { makeFolder } from './disk';

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200),
  height: z.int().min(200),
  maximized: z.boolean(),
});
const windowSchema = z.object({ open: idSchema.nullable(), bounds: boundsSchema });
const viewSchema = z.object({
  ...viewStateSchema.shape,
  preferences: preferencesSchema.default(DEFAULT_PREFERENCES),
  recent: z.array(z.object({ id: idSchema, title: lineSchema })).default([]),
  windows: z.array(windowSchema).default([]),
});
const viewFileSchema = z.object({ view: viewSchema });

/** A window's place on the screen, in device-independent pixels. */
export type Bounds = Readonly<z.infer<typeof boundsSchema>>;

/** A window as it is brought back: the comparison it showed, null for the library, and where it stood. */
export type WindowPlace = Readonly<z.infer<typeof windowSchema>>;

/** Where the user was, how they like to read, and which windows were open; kept per user, outside the workspace. */
export type View = Readonly<z.infer<typeof viewSchema>>;

/** The file of the view. */
export interface ViewFile {
  readonly view: () => View;
  readonly set: (part: Partial<View>) => void;
  readonly settle: () => Promise<void>;
}

const NOWHERE: View = {
  places: {},
  panes: {},
  preferences: DEFAULT_PREFERENCES,
  recent: [],
  windows: [],
};

/** Opens the file at `path`; one that is missing or cannot be read means a first start, and is kept aside. */
export async function openViewFile(path: string): Promise<ViewFile> {
  const file = openCheckedFile(path, viewFileSchema);
  let view: View = (await file.read())?.view ?? NOWHERE;
  let writing: Promise<void> = Promise.resolve();
  let stale = false;
  return {
    view: () => view,
    set(part) {
      view = { ...view, ...part };
      if (stale) return;
      stale = true;
      writing = writing
        .then(async () => {
          stale = false;
          await makeFolder(dirname(path));
          await file.write({ view });
        })
        .catch(() => undefined); // A lost place is a nuisance, not a loss.
    },
    settle: () => writing,
  };
}
