import type { ExportedFile } from '../../core/exchange/format';
import { placeInWorker } from '../placing/place';
import { author, perform } from './edits';
import { tell } from './navigation';
import { session, update } from './session';

/** Asks for a file of annotations, puts them onto the open comparison's texts as one edit, and shows what became of each. */
export async function importAnnotations(): Promise<void> {
  const chosen = await window.diptych.chooseAnnotationFiles();
  if (!chosen.ok) return tell(chosen.problem);
  await place(chosen.value);
}

async function place(files: readonly ExportedFile[]): Promise<void> {
  const [file] = files;
  if (!file) return;
  const { comparison } = session();
  if (!comparison) return;
  const { by, now } = author();
  const placed = await placeInWorker({ files, comparison, by, now });
  if (session().comparison?.id !== comparison.id)
    return tell(`“${file.name}” was not imported: its comparison was closed meanwhile.`);
  // What was done meanwhile may be what the file holds.
  if (session().comparison !== comparison) return place(files);
  if (!placed.ok) return tell(`“${file.name}” was not imported. ${placed.problem}`);
  const { edit, report } = placed.value;
  if (edit && !perform(edit)) return;
  update({ dialog: 'placed', placed: { ...report, file: file.name } });
}
