import type { Edit } from '../../core/edit/edit';
import { lookupOf } from '../../core/lookup/lookup';
import type { Annotation } from '../../core/model/annotation';
import { perform } from '../client/edits';
import { session } from '../client/session';

/** Edits an annotation as it is now; it may be gone by the time that a field is saved. */
export function changeIfThere(id: string, edit: (annotation: Annotation) => Edit): void {
  const { comparison } = session();
  const current = comparison && lookupOf(comparison).annotation(id);
  if (current) perform(edit(current));
}
