import type { Edit } from '../../core/edit/edit';
import { lookupOf } from '../../core/lookup/lookup';
import type { Annotation } from '../../core/model/annotation';
import { perform } from '../client/edits';
import { session } from '../client/session';

/** Edits an annotation as it is now; false when it is gone by the time that a field is saved, or the edit does not fit. */
export function changeIfThere(id: string, edit: (annotation: Annotation) => Edit): boolean {
  const { comparison } = session();
  const current = comparison && lookupOf(comparison).annotation(id);
  return current ? perform(edit(current)) : false;
}
