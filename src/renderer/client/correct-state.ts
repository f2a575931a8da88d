import type { Correction } from '../../core/edit/build-text-edit';
import type { Side } from '../../core/model/fields';

/** An article's text being corrected. */
export interface Correcting {
  readonly side: Side;
  /** The text as it is typed. */
  readonly text: string;
  /** Where typing begins, in UTF-16 code units. */
  readonly at: number;
  /** Why it cannot go on, in words. */
  readonly problem: string | null;
  /** What the correction does, while that is looked at before it is made. */
  readonly plan: Correction | null;
}
