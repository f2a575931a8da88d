import type { Side } from '../../core/model/fields';
import type { Span } from '../../core/text/quote-selector';
import { findIn, searchable } from '../../core/text/search';
import { recordJump } from './back-forward';
import type { FindState, FoundPlace } from './find-state';
import { focusArticle, focusFind } from './focus';
import { lastOnly } from './last-only';
import { showAtOnce } from './paint-first';
import { pickSpan } from './picks';
import { pickedAnnotation, session, update, type Session } from './session';

/** What is found, in reading order, and by article. */
export interface Found {
  readonly all: readonly (Span & { readonly side: Side })[];
  readonly left: readonly Span[];
  readonly right: readonly Span[];
}

const NONE: readonly Span[] = [];
const ready = { left: lastOnly(searchable), right: lastOnly(searchable) };
const spansOf = { left: lastOnly(findIn), right: lastOnly(findIn) };
const together = lastOnly((left: readonly Span[], right: readonly Span[]): Found => ({
  all: [
    ...left.map((span) => ({ ...span, side: 'left' as const })),
    ...right.map((span) => ({ ...span, side: 'right' as const })),
  ],
  left,
  right,
}));

/** What the articles say of what is looked for; computed once for a query. */
export function foundNow({ comparison, find }: Session): Found {
  const { query, where, matchCase, wholeWords } = find;
  const found = (side: Side) =>
    comparison && query !== '' && (where === 'both' || where === side)
      ? spansOf[side](ready[side](comparison[side].text, matchCase), query, wholeWords)
      : NONE;
  return together(found('left'), found('right'));
}

/** The index of the current match, or -1 where there is none. */
export function currentFound(state: Session): number {
  const { all } = foundNow(state);
  const index = indexFrom(all, state.find.at);
  const match = all[index];
  return match && comparePlaces(placeOfMatch(match), state.find.at) === 0 ? index : -1;
}

/** A selection longer than this, in code units, is not what somebody looks for. */
const LONGEST_QUERY = 300;

/** Shows the bar and leads the user into it; what is selected in an article is what is looked for. */
export function openFind(state: Session): void {
  const { comparison, side, picks, cursors } = state;
  const pick = picks[side];
  const selected =
    comparison && pick?.kind === 'span' && pick.span.end - pick.span.start <= LONGEST_QUERY
      ? comparison[side].text.slice(pick.span.start, pick.span.end).replaceAll(/\s+/g, ' ')
      : null;
  if (!state.find.open) recordJump();
  const from = {
    side,
    offset: pick?.kind === 'span' ? pick.span.start : cursors[side].at,
  };
  showBar({
    open: true,
    ...(state.find.open ? {} : { at: from }),
    ...(selected === null ? {} : { query: selected, at: from }),
  });
}

/** The bar is shown at once: the next key belongs to its field. */
function showBar(part: Partial<FindState>): void {
  showAtOnce(() => changeFind(part));
  focusFind();
}

/** Changes what is looked for, and shows the first match from the current place on. */
export function changeFind(part: Partial<FindState>): void {
  update({ find: { ...session().find, ...part } });
  const state = session();
  const { all } = foundNow(state);
  showMatch(all[indexFrom(all, state.find.at)] ?? all[0]);
}

/** Goes to the next match or the one before, from the end on to the start; a bar not yet used is shown. */
export function stepFound(state: Session, by: 1 | -1): void {
  const { find, side } = state;
  if (find.query === '') return openFind(state);
  const { all } = foundNow(state);
  const from = find.open ? rangeFrom(find.at.offset) : chosenRange(state);
  const at = { side: find.open ? find.at.side : side, offset: by === 1 ? from.end : from.start };
  const index = indexFrom(all, at) - (by === 1 ? 0 : 1);
  const found = all.at(index % Math.max(1, all.length));
  if (find.open) return showMatch(found);
  // Shown, the bar says that there is nothing.
  if (!found) return showBar({ open: true });
  recordJump();
  showMatch(found);
  pickMatch(found);
}

function rangeFrom(offset: number): Span {
  return { start: offset, end: offset + 1 };
}

/** What is picked in the article worked in, or the character at its cursor. */
function chosenRange(state: Session): Span {
  const { picks, side, cursors } = state;
  const pick = picks[side];
  if (pick?.kind === 'span') return pick.span;
  return pickedAnnotation(state, side) ?? rangeFrom(cursors[side].at);
}

/** Hides the bar; the current match is picked, so that reading and tagging go on from there. */
export function closeFind(state: Session): void {
  const match = foundNow(state).all[currentFound(state)];
  update({ find: { ...state.find, open: false } });
  if (match) pickMatch(match);
  else focusArticle(state.side);
}

function pickMatch({ side, start, end }: Found['all'][number]): void {
  const { cursors } = session();
  update({ cursors: { ...cursors, [side]: { at: start, anchor: start } } });
  pickSpan(side, { start, end });
  focusArticle(side);
}

function showMatch(match: Found['all'][number] | undefined): void {
  if (!match) return;
  const at = placeOfMatch(match);
  update({ find: { ...session().find, at }, reveal: [at] });
}

function placeOfMatch({ side, start }: Found['all'][number]): FoundPlace {
  return { side, offset: start };
}

function comparePlaces(a: FoundPlace, b: FoundPlace): number {
  return a.side === b.side ? a.offset - b.offset : a.side === 'left' ? -1 : 1;
}

/** The index of the first match at a place or after it; that after the last one where there is none. */
function indexFrom(all: Found['all'], at: FoundPlace): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const match = all[middle];
    if (match && comparePlaces(placeOfMatch(match), at) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
