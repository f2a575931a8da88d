import { compareAnnotations, type Annotation } from '../../core/model/annotation';
import type { Side } from '../../core/model/fields';
import { firstNot, placeIn } from '../../core/model/sorted';
import { pickAnnotation } from './picks';
import { currentAnnotation, type Session } from './session';

/** Whether there are annotations to walk through. */
export function hasAnnotations({ screen, comparison }: Session): boolean {
  return screen === 'workspace' && (comparison?.annotations.length ?? 0) > 0;
}

/** Picks the annotation `by` places on from the current one, in reading order of the side worked in, then the other. */
export function walk(state: Session, by: 1 | -1): void {
  const all = state.comparison?.annotations ?? [];
  const current = currentAnnotation(state);
  const { at } = state.cursors[state.side];
  const after = firstNot(all, (each) => isBefore(each, state.side, at));
  const here = current ? placeIn(all, current, compareAnnotations) : by === 1 ? after - 1 : after;
  const next = all.at((here + by + all.length) % all.length);
  if (next) pickAnnotation(next.id);
}

function isBefore(annotation: Annotation, side: Side, offset: number): boolean {
  if (annotation.side !== side) return annotation.side === 'left';
  return annotation.start < offset;
}
