import { dropUnplaced, placeUnplaced } from '../../core/edit/build-unplaced-edits';
import type { Edit } from '../../core/edit/edit';
import type { Comparison } from '../../core/model/comparison';
import { byId } from '../../core/model/sorted';
import type { UnplacedAnnotation } from '../../core/model/unplaced';
import type { Span } from '../../core/text/quote-selector';
import { author, perform } from './edits';
import { focusArticle, focusUnplaced } from './focus';
import { lastOnly } from './last-only';
import { onceShown, showAtOnce } from './paint-first';
import { NO_PICKS, session, update, type Session } from './session';

/** What has no sure place, the left article's first, each in the order of the best guesses; what is gone comes last. */
export const unplacedInOrder = lastOnly((comparison: Comparison): readonly UnplacedAnnotation[] =>
  comparison.unplaced.annotations.toSorted(
    (a, b) =>
      Number(a.side === 'right') - Number(b.side === 'right') ||
      (a.guess?.start ?? Infinity) - (b.guess?.start ?? Infinity) ||
      (a.id < b.id ? -1 : 1),
  ),
);

/** The annotation without a sure place that is worked on. */
export function currentUnplaced(state: Session): UnplacedAnnotation | null {
  const { comparison, screen, tab, unplaced } = state;
  if (!comparison || screen !== 'workspace' || tab !== 'unplaced' || unplaced === null) return null;
  return byId(comparison.unplaced.annotations, unplaced) ?? null;
}

/** Whether there is something to place. */
export function canPlace({ comparison, screen }: Session): boolean {
  return screen === 'workspace' && (comparison?.unplaced.annotations.length ?? 0) > 0;
}

/** Shows what has no sure place, and leads the user there. */
export function showUnplaced(): void {
  const { comparison } = session();
  const [first] = comparison ? unplacedInOrder(comparison) : [];
  if (!first) return;
  // At once: a focus that comes a frame later would take it from where the next key has put it.
  showAtOnce(() => {
    update({ tab: 'unplaced' });
    if (!currentUnplaced(session())) selectUnplaced(first);
  });
  focusUnplaced();
}

/** Works on one, and brings its best guess into view. */
export function selectUnplaced({ id, side, guess }: UnplacedAnnotation): void {
  update({
    unplaced: id,
    picks: NO_PICKS,
    side,
    reveal: guess ? [{ side, offset: guess.start }] : [],
  });
}

/** Works on the one `by` places on in the list. */
export function walkUnplaced(by: 1 | -1): void {
  const { comparison, unplaced } = session();
  const all = comparison ? unplacedInOrder(comparison) : [];
  const here = all.findIndex(({ id }) => id === unplaced);
  const next = all[Math.min(Math.max(here + by, 0), all.length - 1)];
  if (next) selectUnplaced(next);
}

/** The selection that the one worked on can be given as its place. */
export function placeForUnplaced(state: Session): Span | null {
  const waiting = currentUnplaced(state);
  const pick = waiting && state.picks[waiting.side];
  return pick?.kind === 'span' ? pick.span : null;
}

/** Whether Delete means the one worked on: nothing is picked in the articles then. */
export function canDropUnplaced(state: Session): boolean {
  const { left, right } = state.picks;
  return currentUnplaced(state) !== null && left === null && right === null;
}

/** Places the one worked on where the best guess is. */
export function acceptGuess(state: Session): void {
  const waiting = currentUnplaced(state);
  if (state.comparison && waiting?.guess)
    decide(placeUnplaced(state.comparison, waiting, waiting.guess, author()));
}

/** Places the one worked on where the selection is. */
export function placeAtSelection(state: Session): void {
  const [waiting, span] = [currentUnplaced(state), placeForUnplaced(state)];
  if (state.comparison && waiting && span)
    decide(placeUnplaced(state.comparison, waiting, span, author()));
}

/** Deletes the one worked on, and its links. */
export function dropCurrentUnplaced(state: Session): void {
  const waiting = currentUnplaced(state);
  if (state.comparison && waiting) decide(dropUnplaced(state.comparison, waiting));
}

/** Goes to the best guess in the article, to select another place from there. */
export function jumpToGuess({ side, guess }: UnplacedAnnotation): void {
  if (guess)
    update({
      cursors: { ...session().cursors, [side]: { at: guess.start, anchor: guess.start } },
      reveal: [{ side, offset: guess.start }],
    });
  focusArticle(side);
}

/** Does an edit that takes the one worked on off the list, and goes on to the one after it. */
function decide(edit: Edit): void {
  const { comparison, unplaced, side } = session();
  const here = comparison ? unplacedInOrder(comparison).findIndex(({ id }) => id === unplaced) : 0;
  if (!perform(edit)) return;
  const now = session().comparison;
  const left = now ? unplacedInOrder(now) : [];
  const next = left[Math.min(here, left.length - 1)];
  if (next) {
    selectUnplaced(next);
    onceShown(() => focusUnplaced());
  } else {
    update({ unplaced: null, tab: 'annotations', picks: NO_PICKS });
    onceShown(() => focusArticle(side));
  }
}
