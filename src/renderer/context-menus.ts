import type { CommandId } from '../ipc/commands';
import type { Point } from '../ipc/contract';
import type { Side } from '../core/model/fields';
import { canRun } from './client/commands';
import { takesText } from './client/focus';
import { entryOf } from './client/library-entry';
import { clearPicks, pickAnnotation } from './client/picks';
import { currentAnnotation, session, update } from './client/session';
import { selectProposal, shownProposals } from './client/suggestions';
import { domOf } from './reader/doms';
import { lookupOf } from '../core/lookup/lookup';

type Groups = readonly (readonly CommandId[])[];

const ON_TEXT: Groups = [
  ['tagClaim', 'tagQuote', 'tagAs', 'changeSpan'],
  ['link', 'unlink', 'goToPartner', 'findDuplicate'],
  ['editSpeaker', 'editNote'],
  ['copy', 'copyLink', 'selectSentence'],
  ['correctText'],
  ['deleteAnnotation'],
];
const ON_SUGGESTION: Groups = [
  ['acceptSuggestion', 'rejectSuggestion'],
  ['findDuplicate'],
  ['acceptAll'],
];
const ON_UNPLACED: Groups = [['acceptSuggestion', 'changeSpan'], ['deleteAnnotation']];
const ON_ENTRY: Groups = [
  ['openEntry', 'openEntryInNewWindow'],
  ['renameEntry', 'duplicateEntry', 'exportComparison'],
  ['deleteEntry'],
];

/** Shows the menu of what was clicked on or, by keyboard, of what has the focus; what is clicked on is picked first. */
export function handleContextMenu(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || takesText(target) || session().dialog !== null) return;
  const groups = groupsFor(target, event);
  if (!groups) return;
  event.preventDefault();
  // After the page told what can be done with what was picked just now.
  const offered = groups
    .map((group) => group.filter((id) => canRun(id)))
    .filter((group) => group.length > 0);
  if (offered.length > 0) void window.diptych.showContextMenu(offered, placeFor(target, event));
}

/** On a Mac no key asks for a context menu: Shift+F10 does so here, as it does elsewhere. */
export function handleContextMenuKey(event: KeyboardEvent): void {
  const asked = event.key === 'F10' && event.shiftKey && session().start?.platform === 'mac';
  if (!asked || !document.activeElement) return;
  event.preventDefault();
  document.activeElement.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true }));
}

/** The right button; keys ask with none, and a Mac's Control key with the left one. */
function isByMouse({ button, ctrlKey }: MouseEvent): boolean {
  return button === 2 || ctrlKey;
}

function groupsFor(target: Element, event: MouseEvent): Groups | null {
  const { annotation, row } =
    target.closest<HTMLElement>('[data-annotation], [data-row]')?.dataset ?? {};
  const id = annotation ?? row;
  if (id) {
    pickAnnotation(id);
    return ON_TEXT;
  }
  const key = target.closest<HTMLElement>('[data-suggestion]')?.dataset['suggestion'];
  const proposal = shownProposals(session()).find((each) => each.key === key);
  if (proposal) {
    selectProposal(proposal);
    return ON_SUGGESTION;
  }
  const waiting = target.closest<HTMLElement>('[data-unplaced]')?.dataset['unplaced'];
  if (waiting) {
    update({ unplaced: waiting });
    return ON_UNPLACED;
  }
  const entry = entryOf(target);
  if (entry !== null) {
    update({ entry });
    return ON_ENTRY;
  }
  const side = target.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
  if (side !== 'left' && side !== 'right') return null;
  if (isByMouse(event)) pickAt(side, event);
  return ON_TEXT;
}

/** Picks what lies at a place of an article, unless it is picked already. */
function pickAt(side: Side, { clientX, clientY }: MouseEvent): void {
  const state = session();
  const offset = domOf(side)?.offsetAt(clientX, clientY) ?? null;
  if (!state.comparison || offset === null) return;
  update({ side });
  const pick = state.picks[side];
  const here = lookupOf(state.comparison).at(side, offset);
  if (pick?.kind === 'span' && pick.span.start <= offset && offset < pick.span.end) return;
  if (pick?.kind === 'annotation' && here.some(({ id }) => id === pick.id)) return;
  update({ cursors: { ...state.cursors, [side]: { at: offset, anchor: offset } } });
  if (here[0]) pickAnnotation(here[0].id, { reveal: false });
  else clearPicks(side);
}

/** Where the menu opens: at the mouse or, by keyboard, at what is picked in the text, or under what has the focus. */
function placeFor(target: Element, event: MouseEvent): Point {
  if (isByMouse(event)) return { x: event.clientX, y: event.clientY };
  const box = textBox(target) ?? target.getBoundingClientRect();
  return { x: box.left, y: Math.min(box.bottom, window.innerHeight) };
}

function textBox(target: Element): DOMRect | null {
  const state = session();
  const dom = domOf(state.side);
  if (!dom || !target.contains(dom.root)) return null;
  const pick = state.picks[state.side];
  const { at } = state.cursors[state.side];
  const span =
    pick?.kind === 'span' ? pick.span : (currentAnnotation(state) ?? { start: at, end: at + 1 });
  return dom.rangeOf(span).getClientRects()[0] ?? null;
}
