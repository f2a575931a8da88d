import type { Annotation } from '../model/annotation';
import type { Link } from '../model/link';
import { NOW } from './arbitraries';

/** An annotation as a test needs it: where it is, and what matters about it; all else is as in a new one. */
export function annotationRecord(
  needed: Pick<Annotation, 'id' | 'start' | 'end' | 'exact'> & Partial<Annotation>,
): Annotation {
  return {
    side: 'left',
    tag: 'claim',
    speaker: '',
    stance: '',
    certainty: '',
    note: '',
    origin: 'manual',
    by: '',
    created: NOW,
    modified: NOW,
    ...needed,
  };
}

/** A link as a test needs it: what it ties, and what matters about it; all else is as in a new one. */
export function linkRecord(needed: Pick<Link, 'id' | 'left' | 'right'> & Partial<Link>): Link {
  return {
    relation: 'duplicate',
    kind: 'near',
    score: null,
    note: '',
    origin: 'manual',
    by: '',
    created: NOW,
    ...needed,
  };
}
