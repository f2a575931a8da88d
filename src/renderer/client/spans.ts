import { addAnnotation, deleteAnnotation, respan, retag } from '../../core/edit/build-edits';
import { lookupOf } from '../../core/lookup/lookup';
import type { Annotation } from '../../core/model/annotation';
import type { Side } from '../../core/model/fields';
import { sentenceSelection, wordEnd, wordStart } from '../../core/text/boundaries';
import { author, perform } from './edits';
import { pickAnnotation, pickSpan } from './picks';
import { currentAnnotation, update, type Session } from './session';

/** Whether something is picked that can be given a tag. */
export function canTag({ screen, picks, side }: Session): boolean {
  return screen === 'workspace' && picks[side] !== null;
}

/** Tags the span picked last, or changes the tag of the annotation picked last. */
export function tag(state: Session, name: string): void {
  const { comparison, picks, side } = state;
  const pick = picks[side];
  if (!comparison || !pick) return;
  const picked = currentAnnotation(state);
  if (picked) {
    if (picked.tag !== name) perform(retag(picked, name, author()));
    return;
  }
  if (pick.kind !== 'span') return;
  const { edit, annotation } = addAnnotation(comparison, side, pick.span, name, author());
  if (perform(edit)) pickAnnotation(annotation.id, { reveal: false });
}

/** Deletes the annotation picked last, and its links. */
export function removeCurrent(state: Session): void {
  const annotation = currentAnnotation(state);
  if (state.comparison && annotation) perform(deleteAnnotation(state.comparison, annotation));
}

/** Picks the sentence at the cursor; where whole sentences are picked already, the next one with them. */
export function selectSentence({ comparison, side, cursors, picks }: Session): void {
  if (!comparison) return;
  const pick = picks[side];
  const selected = pick?.kind === 'span' ? pick.span : null;
  const span = sentenceSelection(comparison[side].text, cursors[side].at, selected);
  if (!span) return;
  pickSpan(side, span);
  if (selected) update({ reveal: [{ side, offset: span.end - 1 }] });
}

/** The annotation whose span the present selection would replace: the one of its side picked before it. */
export function spanTarget(state: Session): Annotation | null {
  if (state.picks[state.side]?.kind !== 'span') return null;
  const id = lastPicked[state.side];
  const annotation = state.comparison && id !== null && lookupOf(state.comparison).annotation(id);
  return annotation && annotation.side === state.side ? annotation : null;
}

const lastPicked: Record<Side, string | null> = { left: null, right: null };

/** Remembers which annotation of each side was picked last, so that a new selection can become its span. */
export function trackLastPicked({ picks }: Session): void {
  for (const side of ['left', 'right'] as const) {
    const pick = picks[side];
    if (pick === null) lastPicked[side] = null;
    else if (pick.kind === 'annotation') lastPicked[side] = pick.id;
  }
}

/** Gives the annotation picked last the span that is selected now. */
export function changeSpanToSelection(state: Session): void {
  const annotation = spanTarget(state);
  const pick = state.picks[state.side];
  if (!state.comparison || !annotation || pick?.kind !== 'span') return;
  if (perform(respan(state.comparison, annotation, pick.span, author())))
    pickAnnotation(annotation.id, { reveal: false });
}

/** Moves one end of the annotation picked last by a word. */
export function moveEnd(state: Session, end: 'start' | 'end', forward: boolean): void {
  const annotation = currentAnnotation(state);
  if (!state.comparison || !annotation) return;
  const { text } = state.comparison[annotation.side];
  const span = { start: annotation.start, end: annotation.end };
  if (end === 'start') span.start = wordStart(text, span.start, forward);
  else span.end = wordEnd(text, span.end, forward);
  if (span.start < span.end && text.slice(span.start, span.end).trim() !== '')
    perform(respan(state.comparison, annotation, span, author()));
}
