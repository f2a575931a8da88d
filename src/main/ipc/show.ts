import { success, type Result } from '../../core/result';
import type { Opened, OpenedJson } from '../../ipc/contract';
import { comparisonInParts } from '../store/json-parts';
import type { ViewFile } from '../store/view-file';
import type { AppWindow, Windows } from '../windows';

interface Showing {
  readonly windows: Windows;
  readonly viewFile: ViewFile;
}

/** Shows what is being opened in a window, at the place where it was left. */
export async function showIn(
  { windows, viewFile }: Showing,
  own: AppWindow,
  opening: Promise<Result<Opened>>,
): Promise<Result<OpenedJson>> {
  const opened = await opening;
  if (!opened.ok) return opened;
  const { comparison } = opened.value;
  const { id, title } = comparison;
  windows.setOpen(own, id);
  windows.noteOpened({ id, title });
  const { places } = viewFile.view();
  // An imported id may be the name of something every object has.
  const place = Object.hasOwn(places, id) ? places[id] : undefined;
  const json = (await comparisonInParts(comparison)).join('');
  return success({ ...opened.value, comparison: json, ...(place ? { place } : {}) });
}

/** Shows a comparison in a window unless another one shows it, which then comes to the front; the answer is null. */
export async function showOnceIn(
  services: Showing,
  own: AppWindow,
  id: string,
  open: () => Promise<Result<Opened>>,
): Promise<Result<OpenedJson | null>> {
  const { windows } = services;
  if (windows.isElsewhere(id, own)) {
    windows.open(id);
    return success(null);
  }
  const before = own.open;
  // At once, so that no other window opens it meanwhile.
  windows.setOpen(own, id);
  const opened = await showIn(services, own, open());
  if (opened.ok) return opened;
  windows.setOpen(own, before === id ? null : before);
  windows.noteGone(id);
  return opened;
}
