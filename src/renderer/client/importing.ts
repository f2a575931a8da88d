import { placeForeign } from '../../core/exchange/place-foreign';
import { readAnnotations } from '../../core/exchange/read-annotations';
import { author, perform } from './edits';
import { tell } from './navigation';
import { session, update } from './session';

/** Asks for a file of annotations, puts them onto the open comparison's texts as one edit, and shows what became of each. */
export async function importAnnotations(): Promise<void> {
  const chosen = await window.diptych.chooseAnnotationFiles();
  if (!chosen.ok) return tell(chosen.problem);
  const [file] = chosen.value;
  if (!file) return;
  const { comparison } = session();
  if (!comparison) return;
  const foreign = readAnnotations(chosen.value, comparison);
  if (!foreign.ok) return tell(`“${file.name}” was not imported. ${foreign.problem}`);
  const { edit, report } = placeForeign(comparison, foreign.value, author());
  if (edit && !perform(edit)) return;
  update({ dialog: 'placed', placed: { ...report, file: file.name } });
}
