import type { Edit } from '../../core/edit/edit';
import type { Annotation } from '../../core/model/annotation';
import { perform } from '../client/edits';
import { session } from '../client/session';

/** Edits an annotation as it is now; it may be gone by the time that a field is saved. */
export function changeIfThere(id: string, edit: (annotation: Annotation) => Edit): void {
  const current = session().comparison?.annotations.find((each) => each.id === id);
  if (current) perform(edit(current));
}
