import { z } from '../../core/zod';
import type { ViewState } from '../../ipc/contract';
import { viewStateSchema } from '../../ipc/payloads';
import { DEFAULT_PREFERENCES } from '../../ipc/preferences';
import { openCheckedFile } from './checked-file';

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200),
  height: z.int().min(200),
  maximized: z.boolean(),
});
const viewFileSchema = z.object({ view: viewStateSchema, bounds: boundsSchema.nullable() });

/** The window's place on the screen, in device-independent pixels. */
export type Bounds = z.infer<typeof boundsSchema>;

/** Where the user was and where the window stood; kept per user, outside the workspace. */
export interface ViewFile {
  readonly view: () => ViewState;
  readonly bounds: () => Bounds | null;
  readonly set: (part: { readonly view?: ViewState; readonly bounds?: Bounds }) => void;
  readonly settle: () => Promise<void>;
}

const NOWHERE: ViewState = { open: null, places: {}, panes: {}, preferences: DEFAULT_PREFERENCES };

/** Opens the file at `path`; one that is missing or cannot be read means a first start, and is kept aside. */
export async function openViewFile(path: string): Promise<ViewFile> {
  const file = openCheckedFile(path, viewFileSchema);
  let current = (await file.read()) ?? { view: NOWHERE, bounds: null };
  let writing: Promise<void> = Promise.resolve();
  let stale = false;
  return {
    view: () => current.view,
    bounds: () => current.bounds,
    set(part) {
      current = { ...current, ...part };
      if (stale) return;
      stale = true;
      writing = writing
        .then(() => {
          stale = false;
          return file.write(current);
        })
        .catch(() => undefined); // A lost place is a nuisance, not a loss.
    },
    settle: () => writing,
  };
}
