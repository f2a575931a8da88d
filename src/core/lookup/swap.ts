import type { Annotation } from '../model/annotation';
import type { Link } from '../model/link';

/** What a change did to one annotation or one link: what was there before it, and what is there after it. */
export type Swap =
  | { readonly type: 'annotation'; readonly gone?: Annotation; readonly came?: Annotation }
  | { readonly type: 'link'; readonly gone?: Link; readonly came?: Link };
